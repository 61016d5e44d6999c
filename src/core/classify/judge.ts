import {
  type Category,
  EFFECT_IDS,
  EFFECTS,
  type Effect,
  type Fact,
  FLAG_IDS,
  type Flag,
  heightOf,
  type Risk,
  rowOf,
  strengthOf,
  type VerdictCategory,
} from '../taxonomy.ts';

/** What the effect table makes of effects and facts: category of the strongest, level of the highest. */
export interface Judgement {
  category: VerdictCategory;
  risk: Risk | null;
  /** Strongest category first, then highest level, then the order of the table. */
  effects: Effect[];
}

/** The table of the taxonomy, and nothing else. Adding an effect never lowers the level. */
export function judge(effects: Iterable<Effect>, facts: readonly Fact[]): Judgement {
  const ordered = [...new Set(effects)].sort((one, other) => compareEffects(one, other, facts));
  const [strongest] = ordered;
  if (strongest === undefined) return { category: 'Unclassified', risk: null, effects: [] };
  let risk: Risk = 'Low';
  for (const effect of ordered) {
    const row = rowOf(effect, facts);
    if (heightOf(row.risk) > heightOf(risk)) risk = row.risk;
  }
  return { category: rowOf(strongest, facts).category, risk, effects: ordered };
}

/**
 * Where no action reaches the level of its tool, what reaches it holds for every call: a hand on a dialogue is one,
 * whether it accepts or dismisses. Actions of which nothing is known stay unrated.
 */
export function raisedTo<Action extends Judgement>(
  whole: Judgement,
  actions: readonly Action[],
  facts: readonly Fact[],
): Action[] {
  const top = Math.max(-1, ...actions.map(({ risk }) => heightOf(risk)));
  const own = new Set(actions.flatMap(({ effects }) => effects));
  const everywhere = whole.effects.filter(
    (effect) => !own.has(effect) && heightOf(rowOf(effect, facts).risk) > top,
  );
  if (top === -1 || everywhere.length === 0) return [...actions];
  return actions.map((action) =>
    action.risk === null ? action : { ...action, ...judge([...action.effects, ...everywhere], facts) },
  );
}

function compareEffects(one: Effect, other: Effect, facts: readonly Fact[]): number {
  const a = rowOf(one, facts);
  const b = rowOf(other, facts);
  return (
    strengthOf(b.category) - strengthOf(a.category) ||
    heightOf(b.risk) - heightOf(a.risk) ||
    EFFECT_IDS.indexOf(one) - EFFECT_IDS.indexOf(other)
  );
}

/** Flags that an effect carries by its nature, beside those that rules find. */
const IMPLIED: Partial<Record<Effect, readonly Flag[]>> = {
  'read-sensitive': ['private'],
  'fetch-any': ['untrusted'],
  'read-any-path': ['private'],
  'reveal-secret': ['private'],
  communicate: ['outbound'],
  'change-access': ['access'],
  'mint-credential': ['access'],
  'run-arbitrary': ['code'],
  'delete-one': ['delete'],
  'delete-many': ['delete'],
  'oblige-payment': ['money'],
  'move-money': ['money'],
};

/** The flags of the effects together with those that rules found, in the order of the taxonomy. */
export function flagsOf(effects: readonly Effect[], found: Iterable<Flag>): Flag[] {
  const flags = new Set(found);
  for (const effect of effects) for (const flag of IMPLIED[effect] ?? []) flags.add(flag);
  return FLAG_IDS.filter((flag) => flags.has(flag));
}

/** The strongest category that is not the verdict's own; null when every effect agrees. */
export function runnerUpOf(effects: readonly Effect[], category: VerdictCategory): Category | null {
  for (const effect of effects) if (EFFECTS[effect].category !== category) return EFFECTS[effect].category;
  return null;
}
