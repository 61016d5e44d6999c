import type { Strip } from './act.ts';
import { type Grammar, hitAt, longest, verbsAt } from './grammar.ts';
import { headOf } from './objects.ts';
import { ARTICLES, isBreak, objectOf, SEEKS, wordAt } from './phrases.ts';
import type { Hit } from './vocabulary.ts';

export interface Sentence {
  from: number;
  to: number;
}

export interface Verb {
  at: number;
  to: number;
  hits: Hit[];
  /** Where the object begins, when a carrier stands before the verb: "performs a web search". */
  objectFrom?: number;
  /** Found only by what announces it: weak evidence, like a word that may be a noun. */
  weak?: true;
  /** The sentence shows that a word that may be a noun is a verb here. */
  sure?: true;
}

export function verbAt(strip: Strip, at: number, grammar: Grammar): Verb | null {
  if (strip.words[at]?.identifier === true) return null;
  const hits = verbsAt(strip, at, grammar);
  return hits.length === 0 ? null : { at, to: at + longest(hits), hits };
}

/** The verb right behind the lead-in; in an opening sentence else one that something announces. */
export function mainVerb(
  strip: Strip,
  sentence: Sentence,
  at: number,
  grammar: Grammar,
  first: boolean,
): Verb | null {
  const direct = at < sentence.to ? (carried(strip, at, grammar) ?? verbAt(strip, at, grammar)) : null;
  if (direct !== null && !isSurelyNoun(strip, direct, grammar)) return direct;
  return first
    ? (announcedVerb(strip, sentence, at, grammar) ?? firstWideVerb(strip, sentence, grammar))
    : null;
}

/** How far behind the lead-in an announced verb is looked for. */
const REACH = 24;

/** The first verb behind "to", "that" or "will", or at the start of a clause ("Nocodb - Delete records"). */
function announcedVerb(strip: Strip, sentence: Sentence, from: number, grammar: Grammar): Verb | null {
  for (let at = from + 1; at < Math.min(sentence.to, from + REACH); at++) {
    if (hitAt(strip, at, grammar.subordinators) !== undefined && !ANNOUNCES.has(wordAt(strip, at)))
      return null;
    const announced = ANNOUNCES.has(wordAt(strip, at - 1));
    const found = announced || isBreak(strip, at) ? verbAt(strip, at, grammar) : null;
    if (found !== null) return announced ? { ...found, weak: true } : found;
  }
  return null;
}

/** "Performs a web search" searches: a carrier hands its place to the verb that heads its object. */
function carried(strip: Strip, at: number, grammar: Grammar): Verb | null {
  const carrier = hitAt(strip, at, grammar.carriers);
  if (carrier === undefined) return null;
  const behind = at + carrier.length;
  const object = objectOf(strip, behind, endOfList(strip, behind), grammar);
  const head = object === null ? null : headOf(object, grammar);
  const found =
    head === null || wordAt(strip, head.from).endsWith('ed') ? null : verbAt(strip, head.from, grammar);
  return found === null ? null : { ...found, objectFrom: behind, sure: true };
}

/** A carrier's object is short, and ends where another verb is joined: "a search and return …". */
function endOfList(strip: Strip, from: number): number {
  const most = Math.min(strip.words.length, from + 8);
  for (let at = from; at < most; at++)
    if (wordAt(strip, at) === 'and' || wordAt(strip, at) === 'to') return at;
  return most;
}

/** "The messages in a folder", "Replies for a message": what may be a verb is a noun here. */
function isSurelyNoun(strip: Strip, verb: Verb, grammar: Grammar): boolean {
  if (verb.sure === true) return false;
  if (DETERMINERS.has(wordAt(strip, verb.at - 1))) return true;
  if (formOf(strip, verb.at) !== 'third' || !verb.hits.every((hit) => hit.noun)) return false;
  const next = wordAt(strip, verb.to);
  if (next === 'for' && verb.hits.some((hit) => SEEKS.has(hit.base))) return false;
  if (AUXILIARIES_BEHIND.has(next)) return true;
  return next !== 'to' && hitAt(strip, verb.to, grammar.prepositions) !== undefined;
}

/** Behind a plural they make it the subject: "Queries can be …". */
const AUXILIARIES_BEHIND = new Set(['can', 'are', 'must', 'may', 'should', 'will', 'have', 'were']);

const DETERMINERS = new Set(['the', 'a', 'an']);

/** An article behind it, or "to" and "will" before it, make a verb of a word that may be a noun. */
export function isSurelyVerb(strip: Strip, verb: Verb): boolean {
  return ARTICLES.has(wordAt(strip, verb.to)) || AUXILIARIES.has(wordAt(strip, verb.at - 1));
}

const AUXILIARIES = new Set(['to', 'will', 'can']);
const ANNOUNCES = new Set(['to', 'that', 'which', 'will', 'can', 'for', 'and']);

/** In scripts without spaces, and where the verb comes last, any verb of the sentence is the main one. */
function firstWideVerb(strip: Strip, sentence: Sentence, grammar: Grammar): Verb | null {
  for (let index = sentence.from; index < sentence.to; index++) {
    if ((strip.words[index]?.text.charCodeAt(0) ?? 0) < 0x1100) continue;
    const found = verbAt(strip, index, grammar);
    if (found !== null) return found;
  }
  return null;
}

export type Form = 'base' | 'third' | 'other';

/** Past forms that do not end in -ed: "(created, paid, sent)" lists states, not acts. */
const PAST = new Set([
  'paid',
  'sent',
  'sold',
  'bought',
  'made',
  'written',
  'taken',
  'given',
  'built',
  'kept',
  'left',
  'drawn',
]);

export function formOf(strip: Strip, at: number): Form {
  const text = wordAt(strip, at);
  if (text.endsWith('ing') || text.endsWith('ed') || PAST.has(text)) return 'other';
  return text.endsWith('s') && !text.endsWith('ss') && text !== 'access' && text !== 'process'
    ? 'third'
    : 'base';
}
