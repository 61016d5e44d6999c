import type { Policy } from '../policy/policy.ts';
import { toolTable } from '../policy/policy-text.ts';
import type { ToolAdvice } from './advice.ts';

/**
 * One policy for the tools advised on: they get their rule, whatever else the server has is denied.
 * With one tool it is the "only this tool" form, with all of them the "whole server" form; the policy of
 * several tools allows exactly what their single policies allow together.
 */
export function policyFor(advice: readonly Pick<ToolAdvice, 'tool' | 'rule'>[]): Policy {
  const hidden = advice.filter(({ rule }) => rule === null).map(({ tool }) => tool);
  const ruled = advice.flatMap(({ tool, rule }) => (rule === null ? [] : [[tool, rule] as const]));
  return {
    version: '1',
    default: 'deny',
    ...(hidden.length === 0 ? {} : { hide: [...new Set(hidden)] }),
    ...(ruled.length === 0 ? {} : { tools: toolTable(ruled) }),
  };
}
