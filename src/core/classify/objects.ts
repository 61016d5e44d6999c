import type { Range } from './act.ts';
import { type Grammar, hitAt } from './grammar.ts';

/**
 * The head of a noun phrase: the last word before the first preposition; past an "of" when the word before it
 * only counts ("a list of projects" is about projects). Null for an empty range.
 */
export function headOf(range: Range, grammar: Grammar): Range | null {
  const { strip } = range;
  let end = range.to;
  let start = range.from;
  for (let at = range.from; at < range.to; at++) {
    if (
      strip.words[at]?.text === 'of' &&
      at > start &&
      hitAt(strip, at - 1, grammar.partitives) !== undefined
    ) {
      start = at + 1;
      continue;
    }
    if (hitAt(strip, at, grammar.prepositions) !== undefined && at > start) {
      end = at;
      break;
    }
  }
  while (end - 1 > start && isAdverb(strip.words[end - 1]?.text ?? '')) end--;
  return end > start ? { strip, from: end - 1, to: end } : null;
}

/** Adverbs end in -ly; a few verbs do as well. */
export function isAdverb(text: string): boolean {
  return text.length > 4 && text.endsWith('ly') && !ENDS_LIKE_ADVERB.has(text);
}

const ENDS_LIKE_ADVERB = new Set(['apply', 'reply', 'supply', 'multiply', 'assembly', 'family', 'anomaly']);
