import { isObject, type JsonObject, pointer } from '../tool/json.ts';
import { decide, type Outcome } from './decide.ts';
import { limitChanges } from './limit-changes.ts';
import type { Policy, PolicyRule } from './policy.ts';
import { probesFor } from './probes.ts';

type Side = Pick<Outcome, 'decision' | 'rule'>;

/** Calls that two policies decide differently. */
export interface Change {
  /** Null stands for every tool that neither policy names. */
  tool: string | null;
  /** `every` call that was tried of this tool, or `some`. */
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
 * arguments at, below and above every bound of either policy; expressions and parts of texts, which cannot be tried
 * out, and limits are compared as they are written.
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
    const isEvery = rest.length + 1 === tried.length;
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
  const passes = tried.some((one) => one.before.decision === 'allow' && one.after.decision === 'allow');
  const written = passes
    ? [...untried(tool, before, after, changes), ...limitChanges(tool, before, after)]
    : [];
  const all = [...changes, ...written];
  return {
    allowed: all.filter((change) => change.after.decision === 'allow'),
    denied: all.filter((change) => change.before.decision === 'allow'),
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

/** Entries that look into texts and stand in one of the policies only, where no call that was tried showed them. */
function untried(tool: string | null, before: Policy, after: Policy, shown: readonly Change[]): Change[] {
  if (tool === null) return [];
  const [old, now] = [looking(before, tool), looking(after, tool)];
  const allow: Side = { decision: 'allow', rule: null };
  const isShown = (rule: string): boolean =>
    shown.some((change) => change.before.rule === rule || change.after.rule === rule);
  const only = (these: typeof old, those: typeof old): typeof old =>
    these.filter(({ rule, text }) => !isShown(rule) && !those.some((other) => other.text === text));
  const changed = (rule: string): Omit<Change, 'before' | 'after'> => ({
    tool,
    calls: 'some',
    because: `The rule ${rule} looks into a text, and only one of the two policies has it.`,
    example: null,
  });
  return [
    ...only(old, now).map(({ rule }) => ({
      ...changed(rule),
      before: { decision: 'deny' as const, rule },
      after: allow,
    })),
    ...only(now, old).map(({ rule }) => ({
      ...changed(rule),
      before: allow,
      after: { decision: 'deny' as const, rule },
    })),
  ];
}

function looking(policy: Policy, tool: string): { rule: string; text: string }[] {
  const tools = policy.tools ?? {};
  const rule = Object.hasOwn(tools, tool) ? tools[tool] : undefined;
  return (['require', 'deny_if'] as const).flatMap((kind) =>
    (rule?.[kind] ?? []).flatMap((entry, index) => {
      if (!looksIntoText(entry)) return [];
      const at = pointer(pointer(pointer('/tools', tool), kind), index);
      return [{ rule: at, text: `${kind} ${JSON.stringify(ordered(entry.conditions))}` }];
    }),
  );
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
