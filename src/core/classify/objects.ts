import type { Range, Strip } from './act.ts';
import { type Grammar, hitAt } from './grammar.ts';

/**
 * The head of a noun phrase: the last word before the first preposition. A word that only counts or collects
 * hands over to what it collects, behind it ("a list of projects", "details about a payment") or before it
 * ("customer details"). Null for an empty range.
 */
export function headOf(range: Range, grammar: Grammar): Range | null {
  const { strip } = range;
  let [start, end] = [range.from, range.to];
  for (let at = range.from + 1; at < range.to; at++) {
    if (hitAt(strip, at, grammar.prepositions) === undefined) continue;
    end = at;
    if (!isCollected(strip, at, grammar) || isArticle(strip, range.to - 1)) break;
    [start, end] = [at + 1, range.to];
  }
  while (end - 1 > start && isAdverb(strip.words[end - 1]?.text ?? '')) end--;
  while (end - 1 > start && collects(strip, end - 1, grammar) && !isArticle(strip, end - 2)) end--;
  return end > start ? { strip, from: end - 1, to: end } : null;
}

/** An article never heads a phrase: what stands before it, or behind it, does. */
function isArticle(strip: Strip, at: number): boolean {
  return ARTICLES.has(strip.words[at]?.text ?? '');
}

const ARTICLES = new Set(['a', 'an', 'the']);

/** Whether the preposition at a word links a collecting word to what it collects: "details about". */
export function isCollected(strip: Strip, at: number, grammar: Grammar): boolean {
  return COLLECTED.has(strip.words[at]?.text ?? '') && collects(strip, at - 1, grammar);
}

const COLLECTED = new Set(['of', 'about', 'for', 'on']);

function collects(strip: Strip, at: number, grammar: Grammar): boolean {
  return hitAt(strip, at, grammar.partitives) !== undefined;
}

/** Adverbs end in -ly; a few verbs do as well. */
export function isAdverb(text: string): boolean {
  return text.length > 4 && text.endsWith('ly') && !ENDS_LIKE_ADVERB.has(text);
}

const ENDS_LIKE_ADVERB = new Set(['apply', 'reply', 'supply', 'multiply', 'assembly', 'family', 'anomaly']);
