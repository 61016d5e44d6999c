import type { Act, Range, Strip } from './act.ts';
import { type Grammar, hitAt, longest, verbsAt } from './grammar.ts';
import { headOf, isAdverb, isCollected } from './objects.ts';
import type { ActSource } from './rule.ts';
import { type Hit, isWide } from './vocabulary.ts';
import { SENTENCE } from './words.ts';

interface Sentence {
  from: number;
  to: number;
}

/** How far a lead-in may reach before the main verb. */
const LONGEST_LEAD_IN = 16;

/**
 * The acts a text tells of the tool: the main verb of the first sentence and those joined to it, and the verbs of
 * later sentences whose subject is the tool ("It also removes …", "Deletes …"). Instructions to the caller
 * ("Use list_x first"), conditions and mentions of other tools are no acts of this one.
 */
export function descriptionActs(strip: Strip, grammar: Grammar, source: ActSource): Act[] {
  const acts: Act[] = [];
  for (const [index, sentence] of sentencesOf(strip).entries()) {
    if (index > 12 || (acts.length > 0 && opensSection(strip, sentence))) break;
    acts.push(...sentenceActs(strip, sentence, grammar, source, acts.length === 0 && index < 3));
  }
  return acts;
}

/** Behind "Args:" and its like stand lists of nouns, no acts of the tool. */
function opensSection(strip: Strip, { from, to }: Sentence): boolean {
  return SECTIONS.has(wordAt(strip, from)) && (from + 1 === to || isBreak(strip, from + 1));
}

const SECTIONS = new Set([
  'args',
  'arguments',
  'parameters',
  'params',
  'returns',
  'return',
  'examples',
  'example',
  'raises',
]);

function sentencesOf(strip: Strip): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let before = 1; before < strip.words.length; before++) {
    if (strip.gaps[before] !== SENTENCE) continue;
    sentences.push({ from, to: before });
    from = before;
  }
  if (from < strip.words.length) sentences.push({ from, to: strip.words.length });
  return sentences;
}

function sentenceActs(
  strip: Strip,
  sentence: Sentence,
  grammar: Grammar,
  source: ActSource,
  first: boolean,
): Act[] {
  const start = leadIn(strip, sentence, grammar);
  if (start.negated || (sentence.from > 0 && PURPOSE.has(wordAt(strip, sentence.from)))) return [];
  const main = mainVerb(strip, sentence, start.at, grammar, first);
  if (main === null) return [];
  const form = formOf(strip, main.at);
  if (!first && form === 'third' && TAKES.has(wordAt(strip, main.at))) return [];
  if (!first && PEOPLE.has(wordAt(strip, sentence.from))) return [];
  if (start.subject || isSurelyVerb(strip, main)) main.sure = true;
  if (!first && !start.subject && form === 'other') return [];
  if (!first && form === 'base' && !start.subject && !isGrave(strip, main, sentence, grammar)) return [];
  return withJoined(strip, sentence, main, form, grammar, source);
}

/** A later sentence that opens so speaks of the arguments: "Accepts an id or a URL". */
const TAKES = new Set(['accepts', 'supports', 'handles', 'requires', 'takes', 'uses', 'provides', 'allows']);

/** A later sentence about them says what they may do elsewhere: "Users can also create …". */
const PEOPLE = new Set(['users', 'user', 'people', 'members', 'developers', 'clients', 'runs']);

/**
 * A later sentence in the imperative mostly tells the caller what to do first. One that opens with a grave verb and
 * names its object outright ("Delete the file.") is taken at its word: to miss it would call a deletion a look.
 */
function isGrave(strip: Strip, verb: Verb, sentence: Sentence, grammar: Grammar): boolean {
  if (verb.at !== sentence.from || !ARTICLES.has(wordAt(strip, verb.to))) return false;
  return verb.hits.some((hit) => grammar.isGrave(hit.lexicon)) && !verb.hits.every((hit) => hit.noun);
}

/** A later sentence that opens so tells the caller how, not what the tool does: "To invoke a command, set …". */
const PURPOSE = new Set(['to', 'for', 'when', 'if', 'before', 'after']);

/** Skips what only introduces the verb, and notes whether it names the tool as subject or negates. */
function leadIn(
  strip: Strip,
  sentence: Sentence,
  grammar: Grammar,
): { at: number; subject: boolean; negated: boolean } {
  let at = sentence.from;
  let subject = false;
  let negated = false;
  while (at < sentence.to && at - sentence.from < LONGEST_LEAD_IN) {
    const word = strip.words[at];
    if (word === undefined) break;
    const named = hitAt(strip, at, grammar.subjects);
    const lead = hitAt(strip, at, grammar.leadIns);
    if (hitAt(strip, at, grammar.negations) !== undefined) negated = true;
    else if (named === undefined && lead === undefined && !isAdverb(word.text)) break;
    if (named !== undefined) subject = true;
    at += Math.max(1, named?.length ?? 0, lead?.length ?? 0);
  }
  return { at, subject, negated };
}

interface Verb {
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

function verbAt(strip: Strip, at: number, grammar: Grammar): Verb | null {
  if (strip.words[at]?.identifier === true) return null;
  const hits = verbsAt(strip, at, grammar);
  return hits.length === 0 ? null : { at, to: at + longest(hits), hits };
}

/** The verb right behind the lead-in; in an opening sentence else one that something announces. */
function mainVerb(
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

function wordAt(strip: Strip, at: number): string {
  return strip.words[at]?.text ?? '';
}

/** "Performs a web search" searches: a carrier hands its place to the verb that heads its object. */
function carried(strip: Strip, at: number, grammar: Grammar): Verb | null {
  const carrier = hitAt(strip, at, grammar.carriers);
  if (carrier === undefined) return null;
  const behind = at + carrier.length;
  const object = objectOf(strip, behind, endOfList(strip, behind), grammar);
  const head = object === null ? null : headOf(object, grammar);
  const found = head === null ? null : verbAt(strip, head.from, grammar);
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

/** Verbs whose object stands behind "for": "searches for photos". */
const SEEKS = new Set([
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

/** Behind a plural they make it the subject: "Queries can be …". */
const AUXILIARIES_BEHIND = new Set(['can', 'are', 'must', 'may', 'should', 'will', 'have', 'were']);

const DETERMINERS = new Set(['the', 'a', 'an']);

/** An article behind it, or "to" and "will" before it, make a verb of a word that may be a noun. */
function isSurelyVerb(strip: Strip, verb: Verb): boolean {
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

type Form = 'base' | 'third' | 'other';

function formOf(strip: Strip, at: number): Form {
  const text = wordAt(strip, at);
  if (text.endsWith('ing') || text.endsWith('ed')) return 'other';
  return text.endsWith('s') && !text.endsWith('ss') && text !== 'access' && text !== 'process'
    ? 'third'
    : 'base';
}

const JOINERS = new Set(['and', 'or', 'then', 'also']);

function withJoined(
  strip: Strip,
  sentence: Sentence,
  main: Verb,
  form: Form,
  grammar: Grammar,
  source: ActSource,
): Act[] {
  const verbs = [main];
  let end = sentence.to;
  for (let at = main.to; at < sentence.to; at++) {
    if (hitAt(strip, at, grammar.subordinators) !== undefined) {
      end = at;
      break;
    }
    const next = joinedVerb(strip, at, verbs.at(-1) ?? main, form, grammar);
    if (next !== null) verbs.push(next);
  }
  return actsOf(strip, verbs, end, sentence.to, grammar, source);
}

function joinedVerb(strip: Strip, at: number, last: Verb, form: Form, grammar: Grammar): Verb | null {
  if (!JOINERS.has(wordAt(strip, at - 1)) && !isBreak(strip, at)) return null;
  if (wordAt(strip, at) === 'like') return null;
  const next = verbAt(strip, at, grammar);
  if (next === null || formOf(strip, at) !== form) return null;
  return next.hits.every((hit) => hit.noun) && !isClearlyVerb(strip, last, next, form) ? null : next;
}

/**
 * A noun that is also a verb only joins a list of verbs when it stands right behind one ("create and tag") or
 * has an object of its own ("… and tags the image"); "region and share id" joins nouns.
 */
function isClearlyVerb(strip: Strip, last: Verb, next: Verb, form: Form): boolean {
  if (ARTICLES.has(wordAt(strip, next.to))) return true;
  return form !== 'third' && next.at - last.to <= 1;
}

const ARTICLES = new Set(['the', 'a', 'an', 'it', 'them', 'all', 'any', 'your', 'its']);

function isBreak(strip: Strip, at: number): boolean {
  return (strip.gaps[at] ?? 0) > 0;
}

/** Verbs of a list share the object of the last: "Create, update or delete a record". */
function actsOf(
  strip: Strip,
  verbs: Verb[],
  end: number,
  sentenceEnd: number,
  grammar: Grammar,
  source: ActSource,
): Act[] {
  const acts: Act[] = [];
  let shared: Range | null = null;
  let [objectEnd, scopeEnd] = [end, sentenceEnd];
  for (const verb of verbs.toReversed()) {
    // Scripts without spaces write verb and object in one run.
    const from = verb.objectFrom ?? (isWide(wordAt(strip, verb.at)) ? verb.at : verb.to);
    const own = objectOf(strip, sought(strip, verb, from), Math.max(objectEnd, verb.to), grammar);
    const behind: Range = { strip, from, to: Math.max(scopeEnd, verb.to) };
    const scope = own === null && shared !== null ? [behind, shared] : [behind];
    shared = own ?? shared;
    acts.unshift(actOf(strip, verb, shared, scope, grammar, source));
    objectEnd = scopeEnd = verb.at;
  }
  return acts;
}

/** Where the object begins: behind the "for" of a verb that seeks. */
function sought(strip: Strip, verb: Verb, from: number): number {
  return wordAt(strip, from) === 'for' && verb.hits.some((hit) => SEEKS.has(hit.base)) ? from + 1 : from;
}

function actOf(
  strip: Strip,
  verb: Verb,
  object: Range | null,
  scope: Range[],
  grammar: Grammar,
  source: ActSource,
): Act {
  return {
    source,
    verb: { strip, from: verb.at, to: verb.to },
    verbs: verb.hits,
    noun: verb.weak === true || (verb.sure !== true && verb.hits.every((hit) => hit.noun)),
    object: object === null ? [] : [object],
    head: object === null ? null : headOf(object, grammar),
    scope,
  };
}

/** From behind the verb to the first preposition or the end of the clause; past a preposition that only collects. */
function objectOf(strip: Strip, from: number, to: number, grammar: Grammar): Range | null {
  let end = from;
  while (end < to && (end === from || !isBreak(strip, end))) {
    if (endsObject(strip, from, end, grammar)) break;
    end++;
  }
  while (end > from && JOINERS.has(wordAt(strip, end - 1))) end--;
  return end === from ? null : { strip, from, to: end };
}

function endsObject(strip: Strip, from: number, at: number, grammar: Grammar): boolean {
  if (hitAt(strip, at, grammar.prepositions) === undefined || wordAt(strip, at) === 'of') return false;
  return at === from || !isCollected(strip, at, grammar);
}
