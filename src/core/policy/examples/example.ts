import type { JsonObject } from '../../tool/json.ts';
import type { Outcome } from '../decide.ts';
import type { Condition, Limit, Policy, PolicyRule, ToolRule } from '../policy.ts';

/** One call and what becomes of it; `times` calls in a row fare alike. */
export interface Step {
  name: string;
  arguments: JsonObject;
  /** Moment of the call, ISO 8601 in UTC. */
  at: string;
  times: number;
  decision: Outcome['decision'];
  rule: string | null;
}

/** A worked example: a policy, calls in their order, and one sentence that says what they show. */
export interface Example {
  id: string;
  says: string;
  policy: Policy;
  steps: Step[];
}

const NOON = '2026-03-01T12:00:00Z';

export function passes(args: JsonObject = {}, { name = 'pay', at = NOON, times = 1 } = {}): Step {
  return { name, arguments: args, at, times, decision: 'allow', rule: null };
}

export function denied(
  rule: string,
  args: JsonObject = {},
  { name = 'pay', at = NOON, times = 1 } = {},
): Step {
  return { name, arguments: args, at, times, decision: 'deny', rule };
}

export function hidden(rule: string, name: string): Step {
  return { name, arguments: {}, at: NOON, times: 1, decision: 'hide', rule };
}

/** A policy that lists one tool, `pay`, and denies the rest. */
export function paying(rule: ToolRule): Policy {
  return { version: '1', default: 'deny', tools: { pay: rule } };
}

export function when(...conditions: Condition[]): PolicyRule[] {
  return [{ conditions }];
}

export function limit(counter: string, max: number, window: Limit['window']): Limit {
  return { counter, window, max, scope: 'grant' };
}

export const DENIED = '/tools/pay/deny_if/0';
export const REQUIRED = '/tools/pay/require/0';
