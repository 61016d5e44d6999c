import { isObject, type JsonObject, pointer } from '../tool/json.ts';
import { decide, type Outcome } from './decide.ts';
import { limitChanges } from './limit-changes.ts';
import type { Policy, PolicyRule, ToolRule } from './policy.ts';
import { probesFor } from './probes.ts';
import { isRule } from './readable.ts';

type Side = Pick<Outcome, 'decision' | 'rule'>;

/** Calls that two policies decide differently. */
export interface Change {
  /** Null stands for every tool that neither policy names. */
  tool: string | null;
  /** `every` call of this tool, or `some`. */
  calls: 'every' | 'some';
  /** What the denying side says, or which limit it is. */
  because: string;
  before: Side;
  after: Side;
  /** Arguments of one such call; null where they do not matter, or none was found by trying. */
  example: JsonObject | null;
}

export interface Difference {
  allowed: Change[];
  denied: Change[];
}

/**
 * What becomes allowed and what becomes denied when one policy takes the place of another. Each tool is called with
 * arguments at, below and above every bound of either policy; limits, and entries of which trying shows nothing (as with
 * many expressions), are compared as they are written.
 */
export function diffPolicies(before: Policy, after: Policy): Difference {
  const names = [before, after].flatMap(({ hide = [], tools = {} }) => [
    ...hide.filter((name) => name !== '*'),
    ...Object.keys(tools),
  ]);
  const tools = [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
  const difference: Difference = { allowed: [], denied: [] };
  for (const tool of [...tools, null]) {
    const found = changesOf(tool, names, before, after);
    difference.allowed.push(...found.allowed);
    difference.denied.push(...found.denied);
  }
  return difference;
}

function changesOf(tool: string | null, names: readonly string[], before: Policy, after: Policy): Difference {
  const name = tool ?? unnamed(names);
  const probes = probesFor(name, [before, after]);
  const tried = probes.map((example) => {
    const call = { name, arguments: example };
    return { example, before: decide(before, call, {}, 0), after: decide(after, call, {}, 0) };
  });
  const moved = tried.filter((one) => (one.before.decision === 'allow') !== (one.after.decision === 'allow'));
  const groups = Map.groupBy(moved, (one) => JSON.stringify([one.before.rule, one.after.rule]));
  const changes = [...groups.values()].flatMap(([first, ...rest]): Change[] => {
    if (first === undefined) return [];
    // Trying finds no call that an expression lets pass where it cannot tell what would match.
    const denying = first.before.decision === 'allow' ? after : before;
    const isEvery = rest.length + 1 === tried.length && deniesOutright(denying, name);
    return [
      {
        tool,
        calls: isEvery ? 'every' : 'some',
        because: first.before.message ?? first.after.message ?? '',
        before: sideOf(first.before),
        after: sideOf(first.after),
        example: isEvery ? null : first.example,
      },
    ];
  });
  const isBlind = (['before', 'after'] as const).some((side) =>
    tried.every((one) => one[side].decision !== 'allow'),
  );
  const asWritten = (): Change[] => [
    ...untried(tool, before, after, changes, isBlind),
    ...limitChanges(tool, before, after),
  ];
  const [shutBefore, shutAfter] = [deniesOutright(before, name), deniesOutright(after, name)];
  const all = [...changes];
  if (!shutBefore && !shutAfter) all.push(...asWritten());
  else if (shutBefore !== shutAfter && changes.length === 0)
    all.push(unseen(tool, shutBefore ? 'before' : 'after', tried[0]));
  return {
    allowed: all.filter((change) => change.after.decision === 'allow'),
    denied: all.filter((change) => change.before.decision === 'allow'),
  };
}

/** One side denies the tool outright and the other has rules that no call that was tried fulfils: some calls pass there. */
function unseen(
  tool: string | null,
  shut: 'before' | 'after',
  tried: Record<'before' | 'after', Outcome> | undefined,
): Change {
  const denied: Side = { decision: tried?.[shut].decision ?? 'deny', rule: tried?.[shut].rule ?? null };
  const passes: Side = { decision: 'allow', rule: null };
  return {
    tool,
    calls: 'some',
    because:
      'One of the two policies denies every call of this tool, the other those that its rules do not let pass; no call that was tried passes them.',
    before: shut === 'before' ? denied : passes,
    after: shut === 'after' ? denied : passes,
    example: null,
  };
}

function sideOf({ decision, rule }: Outcome): Side {
  return { decision, rule };
}

/** A name that neither policy has. */
function unnamed(names: readonly string[]): string {
  let name = 'any other tool';
  while (names.includes(name)) name += ' ';
  return name;
}

/**
 * Entries that stand in one of the policies only, where no call that was tried showed it: those that look into texts,
 * and every entry where one of the policies let no call pass.
 */
function untried(
  tool: string | null,
  before: Policy,
  after: Policy,
  shown: readonly Change[],
  isBlind: boolean,
): Change[] {
  if (tool === null) return [];
  const [old, now] = [written(before, tool, isBlind), written(after, tool, isBlind)];
  const allow: Side = { decision: 'allow', rule: null };
  const only = (these: typeof old, those: typeof old, side: 'before' | 'after'): typeof old =>
    these
      .filter(({ text }) => !those.some((other) => other.text === text))
      .filter(({ rule }) => !shown.some((change) => change[side].rule === rule));
  const changed = (rule: string): Omit<Change, 'before' | 'after'> => ({
    tool,
    calls: 'some',
    because: `Only one of the two policies has the rule ${rule}, and no call that was tried shows what it changes.`,
    example: null,
  });
  return [
    ...only(old, now, 'before').map(({ rule }) => ({
      ...changed(rule),
      before: { decision: 'deny' as const, rule },
      after: allow,
    })),
    ...only(now, old, 'after').map(({ rule }) => ({
      ...changed(rule),
      before: allow,
      after: { decision: 'deny' as const, rule },
    })),
  ];
}

/** The entries of a tool that are compared as they are written. */
function written(policy: Policy, tool: string, isBlind: boolean): { rule: string; text: string }[] {
  const rule = ruleOf(policy, tool);
  return (['require', 'deny_if'] as const).flatMap((kind) =>
    (rule?.[kind] ?? []).flatMap((entry, index) => {
      if (!isBlind && !looksIntoText(entry)) return [];
      const at = pointer(pointer(pointer('/tools', tool), kind), index);
      return [{ rule: at, text: `${kind} ${JSON.stringify(ordered(entry.conditions))}` }];
    }),
  );
}

/** True where no arguments can make a call of this tool pass. */
function deniesOutright(policy: Policy, tool: string): boolean {
  const { hide = [] } = policy;
  if (hide.includes(tool) || hide.includes('*')) return true;
  const rule = ruleOf(policy, tool);
  if (rule === undefined) return policy.default !== 'allow';
  const { require = [], deny_if: denials = [] } = rule;
  return (
    denials.some(({ conditions }) => conditions.length === 0) ||
    [...require, ...denials].some((entry) => !isRule(entry))
  );
}

function ruleOf({ tools = {} }: Policy, tool: string): ToolRule | undefined {
  return Object.hasOwn(tools, tool) ? tools[tool] : undefined;
}

function looksIntoText({ conditions }: PolicyRule): boolean {
  return conditions.some(({ op }) => op === 'regex' || op === 'contains');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return keys.map((key) => [key, ordered(value[key])]);
}
