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

const KINDS = { effect: EFFECT_IDS, flag: FLAG_IDS, signal: SIGNAL_IDS, fact: FACT_IDS } as const;
const LISTS = { effect: 'effects', flag: 'flags', signal: 'signals', fact: 'facts' } as const;

/** Each atom with where it is looked for: taking atoms apart at every look would cost more than looking. */
const PLACES = new Map(
  (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) =>
    KINDS[kind].map((id): [string, { list: keyof Traits; id: string }] => [
      `${kind}:${id}`,
      { list: LISTS[kind], id },
    ]),
  ),
);

/** Everything a predicate may speak of: `effect:x`, `flag:x`, `signal:x`, `fact:x`. Never a category or a level. */
export const ATOMS: readonly string[] = [...PLACES.keys()];

/** What of a verdict decides about attack patterns. */
export type Traits = Pick<Verdict, 'effects' | 'flags' | 'signals' | 'facts'>;

/** The atoms of a term of a predicate: one, or those that have to hold together, as in `effect:x with signal:y`. */
export function atomsOf(term: string): string[] {
  return term.split(' with ');
}

/** Whether a verdict has all that a term names; an atom that is not in {@link ATOMS} holds nowhere. */
export function holds(term: string, traits: Traits): boolean {
  const place = PLACES.get(term);
  if (place !== undefined) return (traits[place.list] as readonly string[]).includes(place.id);
  const atoms = atomsOf(term);
  return atoms.length > 1 && atoms.every((atom) => holds(atom, traits));
}

/** What an atom says of a tool, as a phrase that completes "it …": the words of the taxonomy. */
export function atomWords(atom: string, facts: readonly Fact[] = []): string {
  const [kind, id = ''] = atom.split(':');
  if (kind === 'effect') return rowOf(id as Effect, facts).does;
  if (kind === 'flag') return FLAGS[id as Flag];
  return kind === 'signal' ? SIGNALS[id as Signal] : FACTS[id as Fact];
}
