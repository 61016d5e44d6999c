import type { Strip } from './act.ts';
import { GRAMMAR, hitAt } from './grammar.ts';
import { isBreak, wordAt } from './phrases.ts';
import type { Resolve } from './requirements.ts';
import type { Words } from './rule.ts';
import type { Span } from './verdict.ts';
import type { Hit } from './vocabulary.ts';

/** What holds only until somebody says otherwise, or not always. */
const RESERVATIONS = new Set(['default', 'defaults', 'unless']);
const COPULAS = new Set(['is', 'are', 'be', 'remains', 'remain', 'stays', 'stay']);
/** Words before a phrase among which a denial of it is looked for. */
const REACH = 3;

/** What is looked for in a text: the lexicon that must be there, and where it is found as meant. */
export interface Sought {
  lexicon: number;
  find: (strip: Strip) => Span | null;
}

/**
 * Finds what a text states of the call: "not limited to read-only queries", "defaults to read-only mode" and "the log
 * is read-only" hold the phrase and state nothing.
 */
export function statedIn(phrases: Words, resolve: Resolve): Sought {
  const lexicon = resolve(phrases, 'none');
  const negations = resolve(GRAMMAR.negations, 'none');
  const { bare, of } = resolve.bareOf(phrases);
  const isStated = (strip: Strip, from: number, hit: Hit): boolean =>
    hit.lexicon === lexicon &&
    !isDenied(strip, from, negations) &&
    (!bare.has(hit.base) || isAlone(strip, from, from + hit.length) || isSaidOf(strip, from, of));
  const find = (strip: Strip): Span | null => {
    for (let from = 0; from < strip.words.length; from++) {
      const hit = strip.at[from]?.find((one) => isStated(strip, from, one));
      if (hit === undefined) continue;
      const last = strip.words[from + hit.length - 1];
      return { field: strip.field, start: strip.words[from]?.start ?? 0, end: last?.end ?? 0 };
    }
    return null;
  };
  return { lexicon, find };
}

/** A denial or a reservation shortly before it in the same clause. */
function isDenied(strip: Strip, from: number, negations: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    if (isBreak(strip, at + 1)) return false;
    if (RESERVATIONS.has(wordAt(strip, at)) || hitAt(strip, at, negations) !== undefined) return true;
  }
  return false;
}

/** "Runs a query (read-only)." */
function isAlone(strip: Strip, from: number, to: number): boolean {
  return (from === 0 || isBreak(strip, from)) && isBreak(strip, to);
}

function isSaidOf(strip: Strip, from: number, subjects: number | null): boolean {
  if (!COPULAS.has(wordAt(strip, from - 1))) return false;
  return subjects !== null && hitAt(strip, from - 2, subjects)?.length === 1;
}
