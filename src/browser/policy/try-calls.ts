import { type Call, decide, type Outcome } from '../../core/policy/decide.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { Counters } from '../../core/policy/stored-counters.ts';

/** How often a call is made, and when. Times are in milliseconds, the first since 1970, UTC. */
export interface Schedule {
  calls: number;
  from: number;
  every: number;
}

/** Calls one after the other that were decided alike; counted from 1. */
export interface Stretch extends Pick<Outcome, 'decision' | 'rule' | 'message'> {
  first: number;
  last: number;
}

/** Makes one call again and again, each with the counters that the one before left. */
export function tryCalls(
  policy: Policy,
  call: Call,
  { calls, from, every }: Schedule,
  before: Counters,
): { stretches: Stretch[]; counters: Counters } {
  const stretches: Stretch[] = [];
  let counters = before;
  for (let number = 1; number <= calls; number++) {
    const outcome = decide(policy, call, counters, from + (number - 1) * every);
    counters = outcome.counters;
    const current = stretches.at(-1);
    if (current !== undefined && isAlike(current, outcome)) current.last = number;
    else stretches.push({ first: number, last: number, ...pick(outcome) });
  }
  return { stretches, counters };
}

function pick({ decision, rule, message }: Outcome): Pick<Outcome, 'decision' | 'rule' | 'message'> {
  return { decision, rule, message };
}

function isAlike(one: Stretch, other: Outcome): boolean {
  return one.decision === other.decision && one.rule === other.rule && one.message === other.message;
}
