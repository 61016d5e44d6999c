import { escapeHidden } from '../tool/hidden.ts';
import type { Policy, ToolRule } from './policy.ts';

/**
 * The exact text of a policy: two spaces, keys in the order of the schema, one newline at the end; hidden
 * characters of a tool name as escapes.
 * Expects `tools` from {@link toolTable}, so that a tool named `__proto__` is a key like any other.
 */
export function policyText(policy: Policy): string {
  const { version, default: fallback, hide, all_tools, tools } = policy;
  return `${escapeHidden(JSON.stringify({ version, default: fallback, hide, all_tools, tools }, null, 2))}\n`;
}

/** Rules by tool name as own keys of an object without a prototype: no name can reach an inherited setter. */
export function toolTable(
  rules: Iterable<readonly [name: string, rule: ToolRule]>,
): Record<string, ToolRule> {
  const table = Object.create(null) as Record<string, ToolRule>;
  for (const [name, rule] of rules) table[name] = rule;
  return table;
}
