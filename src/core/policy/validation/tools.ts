import { isObject, type JsonObject, pointer } from '../../tool/json.ts';
import { checkConflicts } from './conflicts.ts';
import { kind, objectAt, type Shape } from './keys.ts';
import { checkLimits } from './limits.ts';
import type { Report } from './problem.ts';
import { checkRules } from './rules.ts';

const TOOLS: Shape = {
  what: '"tools"',
  keys: [],
  example: 'Write "tools": {"name of a tool": {}}.',
};

const TOOL: Shape = {
  what: 'The rule of a tool',
  keys: ['require', 'deny_if', 'limits'],
  example: 'Write {} for no conditions, or {"deny_if": [{"conditions": []}]} to deny it.',
};

const ALL_TOOLS: Shape = {
  what: '"all_tools"',
  keys: ['limits'],
  example: 'Write {"limits": [{"counter": "calls", "window": "hour", "max": 100, "scope": "grant"}]}.',
};

/** Checks `all_tools` and `tools`. */
export function checkTools(policy: JsonObject, report: Report): void {
  checkAllTools(policy, report);
  const tools = policy['tools'];
  if (tools === undefined) return;
  if (!isObject(tools)) {
    report.error(
      'tools-no-object',
      '/tools',
      `"tools" is an object, and this is ${kind(tools)}.`,
      TOOLS.example,
    );
    return;
  }
  for (const [name, rule] of Object.entries(tools)) {
    checkTool(rule, pointer('/tools', name), policy['default'] === 'allow', report);
  }
}

function checkAllTools(policy: JsonObject, report: Report): void {
  if (policy['all_tools'] === undefined) return;
  const all = objectAt(policy['all_tools'], '/all_tools', ALL_TOOLS, report);
  if (all === null) return;
  if (Object.hasOwn(all, 'limits')) {
    checkLimits(all['limits'], '/all_tools/limits', report);
    return;
  }
  report.error('all-tools-without-limits', '/all_tools', '"all_tools" has no limits.', ALL_TOOLS.example);
}

const DENIES = /^(?:deny|denied|block|blocked|disable[d]?|no|never)$/i;

function checkTool(rule: unknown, at: string, isAllowedAnyway: boolean, report: Report): void {
  if (!isObject(rule)) {
    noRule(rule, at, report);
    return;
  }
  objectAt(rule, at, TOOL, report);
  if (isAllowedAnyway && Object.keys(rule).length === 0) {
    const message = 'This rule does nothing: the default allows the tool anyway.';
    report.warning('does-nothing', at, message, 'Leave it out, or set "default": "deny".');
  }
  for (const kindOfRule of ['require', 'deny_if'] as const) {
    if (Object.hasOwn(rule, kindOfRule))
      checkRules(rule[kindOfRule], `${at}/${kindOfRule}`, kindOfRule, report);
  }
  if (Object.hasOwn(rule, 'limits')) checkLimits(rule['limits'], `${at}/limits`, report);
  checkConflicts(rule, at, report);
}

/** A word where a rule belongs, as other languages have it. */
function noRule(rule: unknown, at: string, report: Report): void {
  const denies = rule === false || (typeof rule === 'string' && DENIES.test(rule));
  const message = `The rule of a tool is an object, and this is ${kind(rule)}.`;
  if (denies) {
    const instead = 'To deny it, write {"deny_if": [{"conditions": []}]}, or put its name into "hide".';
    report.error('tool-denied-by-word', at, message, instead);
    return;
  }
  if (typeof rule === 'string' && /ask|approv|confirm|prompt/i.test(rule)) {
    const instead =
      'Version 1 cannot ask: write {"deny_if": [{"conditions": [], "on_deny": "A person must approve this."}]}.';
    report.error('tool-asks', at, message, instead);
    return;
  }
  if (rule === true || rule === null || typeof rule === 'string') {
    report.error('tool-allowed-by-word', at, message, 'To allow it, write {}.');
    return;
  }
  report.error('tool-no-object', at, message, TOOL.example);
}
