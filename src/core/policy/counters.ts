import { own } from './own.ts';
import type { Limit } from './policy.ts';
import { isCount, isLimit } from './readable.ts';
import type { Counters } from './stored-counters.ts';
import { windowStart } from './utc.ts';

type Count = Counters[string];

/** A limit and its JSON Pointer in the policy. */
export interface PlacedLimit {
  limit: unknown;
  rule: string;
}

export interface Reservation {
  /** The first limit without room, and what to tell the agent; null when all have room. */
  refused: { rule: string; message: string } | null;
  counters: Counters;
}

/**
 * Counts one call against all of these limits, or, where one has no room, against none. Limits that name one counter and
 * window share its count, and a call counts once in it. A clock that goes backwards stays in the window already begun.
 * A limit, count or moment that cannot be read refuses. Takes any JSON and never throws.
 */
export function reserve(limits: readonly PlacedLimit[], counters: Counters, now: number): Reservation {
  const next: [string, Count][] = [];
  for (const { limit, rule } of limits) {
    const turn = counted(limit, counters, now);
    if ('message' in turn) return { refused: { rule, message: turn.message }, counters };
    next.push([turn.key, turn.next]);
  }
  if (next.length === 0) return { refused: null, counters };
  return { refused: null, counters: Object.fromEntries([...Object.entries(counters), ...next]) };
}

function counted(
  limit: unknown,
  counters: Counters,
  now: number,
): { key: string; next: Count } | { message: string } {
  if (!isLimit(limit)) return { message: 'This limit of the policy cannot be read, so it has no room.' };
  const { window, counter, max } = limit as Limit;
  const start = windowStart(window, now);
  if (start === null) return { message: 'The time of the call cannot be read, so its limits have no room.' };
  const key = `${window}:${counter}`;
  const current = currentCount(own(counters, key), start);
  if (current === null) return { message: 'The counter of this limit cannot be read, so it has no room.' };
  if (current.count >= max) {
    const calls = `${max} ${max === 1 ? 'call' : 'calls'} ${window === 'hour' ? 'an' : 'a'} ${window}`;
    return { message: `Limit reached: ${calls}. The count starts again with the next ${window} (UTC).` };
  }
  return { key, next: { window: current.window, count: current.count + 1 } };
}

/** Null when what was stored is no count. */
function currentCount(stored: unknown, start: string): Count | null {
  if (stored === undefined) return { window: start, count: 0 };
  const window = own(stored, 'window');
  const count = own(stored, 'count');
  if (typeof window !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/.test(window)) return null;
  if (!isCount(count)) return null;
  return window >= start ? { window, count } : { window: start, count: 0 };
}
