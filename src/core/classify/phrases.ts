import type { Range, Strip } from './act.ts';
import { type Grammar, hitAt } from './grammar.ts';
import { isCollected } from './objects.ts';

export function wordAt(strip: Strip, at: number): string {
  return strip.words[at]?.text ?? '';
}

export function isBreak(strip: Strip, at: number): boolean {
  return (strip.gaps[at] ?? 0) > 0;
}

export const ARTICLES = new Set(['the', 'a', 'an', 'it', 'them', 'all', 'any', 'your', 'its']);

export const JOINERS = new Set(['and', 'or', 'then', 'also']);

/** Verbs whose object stands behind "for": "searches for photos". */
export const SEEKS = new Set([
  'search',
  'query',
  'check',
  'scan',
  'watch',
  'look',
  'ask',
  'monitor',
  'wait',
  'request',
  'apply',
]);

/** From behind the verb to the first preposition or the end of the clause; past a preposition that only collects. */
export function objectOf(strip: Strip, from: number, to: number, grammar: Grammar): Range | null {
  let end = from;
  while (end < to && (end === from || !isBreak(strip, end))) {
    if (endsObject(strip, from, end, grammar)) break;
    end++;
  }
  while (end > from && JOINERS.has(wordAt(strip, end - 1))) end--;
  return end === from ? null : { strip, from, to: end };
}

function endsObject(strip: Strip, from: number, at: number, grammar: Grammar): boolean {
  if (at > from && opensParticiple(strip, at, grammar)) return true;
  if (hitAt(strip, at, grammar.prepositions) === undefined || wordAt(strip, at) === 'of') return false;
  return at === from || !isCollected(strip, at, grammar);
}

/** "powered by", "stored in": what follows says more of the object and is no part of it. */
function opensParticiple(strip: Strip, at: number, grammar: Grammar): boolean {
  return (
    wordAt(strip, at).endsWith('ed') &&
    !isBreak(strip, at + 1) &&
    hitAt(strip, at + 1, grammar.prepositions) !== undefined
  );
}
