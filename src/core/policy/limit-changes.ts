import { pointer } from '../tool/json.ts';
import type { Change } from './diff.ts';
import type { Limit, Policy } from './policy.ts';

const MINUTES = { minute: 1, hour: 60, day: 1440 };

/** A limit on one tool, and whose calls count against it besides. */
interface Cap {
  limit: Limit;
  rule: string;
  shared: readonly string[] | 'every tool';
}

/**
 * Limits of one policy that no limit of the other is as tight as. `tool` null stands for the tools that neither policy
 * names.
 */
export function limitChanges(tool: string | null, before: Policy, after: Policy): Change[] {
  const [old, now] = [capsOn(before, tool), capsOn(after, tool)];
  const allow = { decision: 'allow' as const, rule: null };
  const changed = (cap: Cap): Pick<Change, 'tool' | 'calls' | 'because' | 'example'> => {
    const [first, second] = [old, now].map((caps) => told(caps.filter(isIn(cap.limit.window))));
    const because = `Limit by the ${cap.limit.window}: ${first} before, ${second} after.`;
    return { tool, calls: 'some', because, example: null };
  };
  return [
    ...loose(old, now).map((cap) => ({
      ...changed(cap),
      before: { decision: 'deny' as const, rule: cap.rule },
      after: allow,
    })),
    ...loose(now, old).map((cap) => ({
      ...changed(cap),
      before: allow,
      after: { decision: 'deny' as const, rule: cap.rule },
    })),
  ];
}

/** Those that the other caps let go beyond. */
function loose(caps: readonly Cap[], others: readonly Cap[]): Cap[] {
  return caps.filter((cap) => !others.some((other) => isAsTight(other, cap)));
}

/** True when one refuses whatever the other refuses: no more calls, in no shorter a window, shared with no fewer tools. */
function isAsTight(one: Cap, other: Cap): boolean {
  if (one.limit.max > other.limit.max) return false;
  if (MINUTES[one.limit.window] < MINUTES[other.limit.window]) return false;
  if (one.shared === 'every tool') return true;
  return other.shared !== 'every tool' && other.shared.every((name) => one.shared.includes(name));
}

function isIn(window: Limit['window']): (cap: Cap) => boolean {
  return ({ limit }) => limit.window === window;
}

function told(caps: readonly Cap[]): string {
  if (caps.length === 0) return 'none';
  const words = caps.map(({ limit, shared }) => {
    const calls = `${limit.max} ${limit.max === 1 ? 'call' : 'calls'}`;
    return shared.length === 0 ? calls : `${calls} shared with ${[shared].flat().join(', ')}`;
  });
  return words.join(' and ');
}

function capsOn(policy: Policy, tool: string | null): Cap[] {
  const own = tool === null ? [] : ownLimits(policy, tool);
  const at = pointer('/tools', tool ?? '');
  const placed = [
    ...overAll(policy).map((limit, index) => ({ limit, rule: `/all_tools/limits/${index}` })),
    ...own.map((limit, index) => ({ limit, rule: `${at}/limits/${index}` })),
  ];
  return placed.map(({ limit, rule }) => ({ limit, rule, shared: sharers(policy, tool, limit) }));
}

function overAll(policy: Policy): readonly Limit[] {
  return policy.all_tools?.limits ?? [];
}

function ownLimits({ tools = {} }: Policy, tool: string): readonly Limit[] {
  return (Object.hasOwn(tools, tool) ? tools[tool]?.limits : undefined) ?? [];
}

function sharers(policy: Policy, tool: string | null, limit: Limit): Cap['shared'] {
  const isSame = (other: Limit): boolean => other.counter === limit.counter && other.window === limit.window;
  if (overAll(policy).some(isSame)) return 'every tool';
  const names = Object.keys(policy.tools ?? {}).filter((name) => name !== tool);
  return names.filter((name) => ownLimits(policy, name).some(isSame)).sort((a, b) => (a < b ? -1 : 1));
}
