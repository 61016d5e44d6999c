import type { Limit, Policy, ToolRule } from '../policy/policy.ts';
import { policyText, toolTable } from '../policy/policy-text.ts';
import { limitOf, ON_DENY } from '../recommend/advice.ts';
import type { Decision } from '../recommend/decision-table.ts';
import { canHide, type PolicyRecord, toolRuleOf } from './record.ts';

/** What a policy says of one tool, as a record from which every target is written. */
export interface PolicyRow {
  record: PolicyRecord;
  /** True where the limits are more than one cap of the tool's own: they stand in the policy alone. */
  manyLimits: boolean;
}

/** A record for a tool of which nothing is known but its name. */
export function bareRecord(tool: string): PolicyRecord {
  return {
    tool,
    decision: 'deny',
    limit: null,
    argumentRules: { require: [], deny_if: [] },
    reason: 'the policy says so',
    evidence: [],
    definitionHash: '',
    router: false,
  };
}

/**
 * What a policy makes of each tool, in the order of `known`, which are the recommended records. A denial with the
 * message that asks for a person is read as ask, for policy.json has no other word for it. Read from the text of a
 * recommended policy, the rows are the recommended records again.
 */
export function rowsOf(policy: Policy, known: readonly PolicyRecord[]): PolicyRow[] {
  return known.map((base) => rowOf(policy, base));
}

function rowOf(policy: Policy, base: PolicyRecord): PolicyRow {
  const { tool } = base;
  const { hide = [], tools = {} } = policy;
  const none = { require: [], deny_if: [] };
  const plain = (decision: Decision, limit: PolicyRecord['limit']): PolicyRow => ({
    record: { ...base, decision, limit, argumentRules: none },
    manyLimits: false,
  });
  if (hide.includes('*') || hide.includes(tool)) return plain('hide', null);
  const rule = Object.hasOwn(tools, tool) ? tools[tool] : undefined;
  if (rule === undefined)
    return policy.default === 'allow' ? plain('allow', null) : plain('deny', base.limit);
  const { require = [], deny_if = [] } = rule;
  const always = deny_if.find(({ conditions }) => conditions.length === 0);
  if (always !== undefined) return plain(always.on_deny === ON_DENY.ask ? 'ask' : 'deny', base.limit);
  return {
    record: { ...base, decision: outsideOf(rule), limit: capOf(rule), argumentRules: { require, deny_if } },
    manyLimits: !isOwnCap(tool, rule.limits ?? []),
  };
}

/** What happens to calls outside of the conditions where a target can do more than deny. */
function outsideOf({ require = [] }: ToolRule): Decision {
  const says = (message: string): boolean =>
    require.length > 0 && require.every(({ on_deny }) => on_deny === message);
  if (says(ON_DENY.ask)) return 'ask';
  return says(ON_DENY.deny) ? 'deny' : 'allow';
}

function capOf({ limits: [first] = [] }: ToolRule): PolicyRecord['limit'] {
  return first === undefined ? null : { max: first.max, window: first.window };
}

function isOwnCap(tool: string, limits: readonly Limit[]): boolean {
  const [first, ...more] = limits;
  if (first === undefined) return true;
  return more.length === 0 && first.counter === limitOf(tool, first).counter;
}

/**
 * The text of a policy in which some tools have what their records say and all else is as it was. Hidden names and
 * rules stand in the order of `known`, what is not known behind them.
 */
export function textWithRecords(
  policy: Policy,
  records: readonly PolicyRecord[],
  known: readonly PolicyRecord[],
): string {
  const hidden = hiddenWith(policy, records, known);
  const rules = rulesWith(policy, records);
  const rank = new Map(known.map((one, index) => [one.tool, index]));
  const place = (name: string): number => rank.get(name) ?? known.length;
  const hide = [...hidden].sort((a, b) => place(a) - place(b));
  const ruled = [...rules].sort(([a], [b]) => place(a) - place(b));
  const { hide: _hide, tools: _tools, ...rest } = policy;
  return policyText({
    ...rest,
    ...(hide.length === 0 ? {} : { hide }),
    ...(ruled.length === 0 ? {} : { tools: toolTable(ruled) }),
  });
}

/** A record of decision "hide", of a tool that can be hidden. */
function isHidden({ tool, decision }: PolicyRecord): boolean {
  return decision === 'hide' && canHide(tool);
}

/** The names that are hidden; a star gives way to the names it stood for. */
function hiddenWith(
  { hide = [] }: Policy,
  records: readonly PolicyRecord[],
  known: readonly PolicyRecord[],
): Set<string> {
  const before = hide.includes('*') ? [...hide, ...known.map(({ tool }) => tool)] : hide;
  const told = new Set(['*', ...records.map(({ tool }) => tool)]);
  const kept = before.filter((name) => !told.has(name));
  return new Set([...kept, ...records.filter(isHidden).map(({ tool }) => tool)]);
}

function rulesWith(policy: Policy, records: readonly PolicyRecord[]): Map<string, ToolRule> {
  const rules = new Map(Object.entries(policy.tools ?? {}));
  for (const record of records) {
    const rule = isHidden(record) ? null : ruleOf(record, ruleIn(policy, record.tool));
    rules.delete(record.tool);
    if (rule !== null) rules.set(record.tool, rule);
  }
  return rules;
}

function ruleIn({ tools = {} }: Policy, tool: string): ToolRule | undefined {
  return Object.hasOwn(tools, tool) ? tools[tool] : undefined;
}

/** Limits that no record can hold stay as they were, as long as calls pass. */
function ruleOf(record: PolicyRecord, before: ToolRule | undefined): ToolRule | null {
  const rule = toolRuleOf(record);
  const limits = before?.limits ?? [];
  if (rule?.limits === undefined || isOwnCap(record.tool, limits)) return rule;
  return { ...rule, limits };
}

/** What of a policy no other target is told: sentences for a person. */
export function untold(policy: Policy, rows: readonly PolicyRow[]): string[] {
  const many = rows.filter(({ manyLimits }) => manyLimits).length;
  const notes: [boolean, string][] = [
    [
      (policy.all_tools?.limits ?? []).length > 0,
      'The limits over all tools together stand in policy.json alone: no other form here has them.',
    ],
    [
      many > 0,
      `${many === 1 ? 'One tool has limits' : `${many} tools have limits`} that are shared or more than one: other forms are told the first of them, or none.`,
    ],
    [
      policy.default === 'allow',
      'This policy allows tools that the server adds later; other forms may ask about them or deny them.',
    ],
  ];
  return notes.filter(([holds]) => holds).map(([, note]) => note);
}
