import type { BrowseKind } from '../core/present/browse.ts';
import { EFFECT_IDS, EFFECTS, type EffectRow, FLAGS } from '../core/taxonomy.ts';

/** One row of the effect table that puts a tool on a browse list. */
export interface Membership {
  effect: string;
  does: string;
}

/** The rows of the effect table that lead to a list, as the classifier uses them; none for a flag or an unrated list. */
export function membershipOf(kind: BrowseKind, id: string): Membership[] {
  if (kind === 'flag' || kind === 'vendor') return [];
  return EFFECT_IDS.flatMap((effect) => {
    const row: EffectRow = EFFECTS[effect];
    const { variant } = row;
    const variants = variant === undefined ? [] : [{ ...variant, category: row.category }];
    return [row, ...variants]
      .filter((each) => (kind === 'risk' ? each.risk : each.category).toLowerCase() === id)
      .map(({ does }) => ({ effect, does }));
  });
}

/** What a list holds in one sentence: what its tools do, or what its flag says. */
export function meaningOf(kind: BrowseKind, id: string, intro: string): string {
  if (kind === 'flag' && Object.hasOwn(FLAGS, id)) return `It ${FLAGS[id as keyof typeof FLAGS]}.`;
  const rows = membershipOf(kind, id);
  return rows.length === 0 ? intro : `It ${rows.map(({ does }) => does).join('; ')}.`;
}
