import type { TargetId } from '../../../src/core/targets/target.ts';
import type { Emitted } from './matcher.ts';
import { at, entriesAt, jsonOf, yamlOf } from './reading.ts';

interface Limit {
  max: number;
  window: string;
}

/** The limit on the calls of a tool in the emitted files; null where there is none. */
type LimitIn = (files: readonly Emitted[], tool: string) => Limit | null;

/** Counters are shared by name, so one that two tools name would count both. */
function policylayer(files: readonly Emitted[], tool: string): Limit | null {
  const tools = at(jsonOf(files, 'policy.json'), 'tools') ?? {};
  const limits = (at(tools, tool, 'limits') ?? []) as (Limit & { counter: string })[];
  const [limit, ...more] = limits;
  if (limit === undefined) return null;
  const users = Object.values(tools).filter((rule) =>
    ((at(rule, 'limits') ?? []) as { counter: string }[]).some(({ counter }) => counter === limit.counter),
  );
  if (more.length > 0 || users.length > 1) throw new Error(`${tool} has more than one counter, or shares it`);
  return { max: limit.max, window: limit.window };
}

function intercept(files: readonly Emitted[], tool: string): Limit | null {
  const entry = at(yamlOf(files, 'policy.yaml'), 'tools', tool);
  if (entry === undefined) return null;
  const [rate] = entriesAt(entry, 'rules').flatMap((rule) => at(rule, 'rate_limit') ?? []);
  if (rate === undefined) return null;
  const [, max, window = ''] = /^(\d+)\/(minute|hour|day)$/.exec(String(rate)) ?? [];
  return { max: Number(max), window };
}

/** For each target that counts calls. */
export const LIMITS: Partial<Record<TargetId, LimitIn>> = { policylayer, intercept };
