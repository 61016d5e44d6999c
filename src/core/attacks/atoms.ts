import type { Verdict } from '../classify/verdict.ts';
import {
  EFFECT_IDS,
  type Effect,
  FACT_IDS,
  FACTS,
  type Fact,
  FLAG_IDS,
  FLAGS,
  type Flag,
  rowOf,
  SIGNAL_IDS,
  SIGNALS,
  type Signal,
} from '../taxonomy.ts';

/** Everything a predicate may speak of: `effect:x`, `flag:x`, `signal:x`, `fact:x`. Never a category or a level. */
export const ATOMS: ReadonlySet<string> = new Set([
  ...EFFECT_IDS.map((id) => `effect:${id}`),
  ...FLAG_IDS.map((id) => `flag:${id}`),
  ...SIGNAL_IDS.map((id) => `signal:${id}`),
  ...FACT_IDS.map((id) => `fact:${id}`),
]);

/** What of a verdict decides about attack patterns. */
export type Traits = Pick<Verdict, 'effects' | 'flags' | 'signals' | 'facts'>;

/** Whether a verdict has what an atom names; an atom that is not in {@link ATOMS} holds nowhere. */
export function holds(atom: string, { effects, flags, signals, facts }: Traits): boolean {
  const [kind, id = ''] = atom.split(':');
  if (kind === 'effect') return effects.includes(id as Effect);
  if (kind === 'flag') return flags.includes(id as Flag);
  if (kind === 'signal') return signals.includes(id as Signal);
  return kind === 'fact' && facts.includes(id as Fact);
}

/** What an atom says of a tool, as a phrase that completes "it …": the words of the taxonomy. */
export function atomWords(atom: string, facts: readonly Fact[] = []): string {
  const [kind, id = ''] = atom.split(':');
  if (kind === 'effect') return rowOf(id as Effect, facts).does;
  if (kind === 'flag') return FLAGS[id as Flag];
  return kind === 'signal' ? SIGNALS[id as Signal] : FACTS[id as Fact];
}
