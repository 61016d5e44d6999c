import { flagsOf, judge } from '../classify/judge.ts';
import type { Verdict } from '../classify/verdict.ts';
import type { Ruling } from './ruling.ts';

/**
 * The verdict with a ruling over it. What the ruling decides takes the place of what the rules concluded, which stays
 * visible under `ruling.rules`; reasons stay, since rules fired all the same. Confidence still speaks of the rules.
 */
export function apply(verdict: Verdict, { verdict: ruled, ...ruling }: Ruling): Verdict {
  const facts = ruled.facts ?? verdict.facts;
  const { category, risk, effects } = judge(ruled.effects, facts);
  const { reason, evidence, author, date, expires } = ruling;
  const rules = {
    category: verdict.category,
    risk: verdict.risk,
    effects: verdict.effects,
    flags: verdict.flags,
  };
  const why = 'It is what the rules conclude by themselves; a ruling stands over them.';
  return {
    ...verdict,
    category,
    risk,
    effects,
    facts,
    flags: flagsOf(effects, ruled.flags ?? flagsFound(verdict)),
    // An action stronger than the tool would contradict the ruling on the same page.
    actions: verdict.actions.filter((action) => action.effects.every((effect) => effects.includes(effect))),
    confidenceWhy: [...verdict.confidenceWhy, 'Confidence speaks of the rules, not of the ruling over them.'],
    runnerUp: category === verdict.category ? verdict.runnerUp : { category: verdict.category, why },
    ruling: { reason, evidence, author, date, expires, rules },
  };
}

/** Flags that a rule found by itself, without those that an effect brought. */
function flagsFound({ reasons, flags }: Verdict): Verdict['flags'] {
  const found = reasons.flatMap(({ emits }) => ('flag' in emits ? [emits.flag] : []));
  return flags.filter((flag) => found.includes(flag));
}
