import type { IndicatorId, Tier } from '../sighting.ts';
import type { Hit } from './hits.ts';
import type { WordClass } from './lexicon.ts';

/** Classes of words that say something together in any order, within a number of words of one sentence. */
export interface Window {
  id: IndicatorId;
  tier: Tier;
  span: number;
  classes: readonly WordClass[];
}

/** Paraphrases that no order of words catches: one word of each class, near to each other. */
export const WINDOWS: readonly Window[] = [
  { id: 'TP-06', tier: 'soft', span: 8, classes: ['override', 'strict', 'orders'] },
  { id: 'TP-06', tier: 'soft', span: 9, classes: ['lifted', 'strict', 'orders'] },
  { id: 'TP-06', tier: 'soft', span: 9, classes: ['not_apply', 'orders'] },
  { id: 'TP-09', tier: 'hard', span: 12, classes: ['target', 'slot'] },
  { id: 'TP-09', tier: 'hard', span: 12, classes: ['target', 'moving'] },
  { id: 'TP-13', tier: 'hard', span: 4, classes: ['hand', 'whole', 'convo'] },
];

/** The shortest stretch of hits, in one sentence, that holds every class; null where none fits the span. */
export function stretchOf(
  { classes, span }: Window,
  byClass: ReadonlyMap<WordClass, readonly Hit[]>,
): { from: Hit; to: Hit } | null {
  const [anchors = [], ...others] = classes
    .map((name) => byClass.get(name) ?? [])
    .toSorted((a, b) => a.length - b.length);
  for (const anchor of anchors) {
    const near = others.map((hits) => nearest(anchor, hits, span));
    if (near.some((hit) => hit === null)) continue;
    const all = [anchor, ...near.filter((hit) => hit !== null)].toSorted((a, b) => a.first - b.first);
    const [from, to] = [all[0] ?? anchor, all.at(-1) ?? anchor];
    if (to.last - from.first <= span) return { from, to };
  }
  return null;
}

function nearest(anchor: Hit, hits: readonly Hit[], span: number): Hit | null {
  let best: Hit | null = null;
  let least = span + 1;
  for (const hit of hits) {
    const distance = Math.abs(hit.first - anchor.first);
    const isApart = hit.first > anchor.last || hit.last < anchor.first;
    if (hit.sentence !== anchor.sentence || !isApart || distance >= least) continue;
    [best, least] = [hit, distance];
  }
  return best;
}
