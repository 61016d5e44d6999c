import type { Act, Range, Strip } from './act.ts';
import { type Grammar, hitAt } from './grammar.ts';
import { type Form, formOf, type Sentence, type Verb, verbAt } from './main-verb.ts';
import { headOf } from './objects.ts';
import { ARTICLES, isBreak, JOINERS, objectOf, SEEKS, wordAt } from './phrases.ts';
import type { ActSource } from './rule.ts';
import { isWide } from './vocabulary.ts';

export function withJoined(
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
  return actsOf(strip, verbs, end, sentence, grammar, source);
}

function joinedVerb(strip: Strip, at: number, last: Verb, form: Form, grammar: Grammar): Verb | null {
  if (opensLine(strip, at, grammar)) return verbAt(strip, at, grammar);
  if (!JOINERS.has(wordAt(strip, at - 1)) && !isBreak(strip, at)) return null;
  if (wordAt(strip, at) === 'like') return null;
  const next = verbAt(strip, at, grammar);
  if (next === null || formOf(strip, at) !== form) return null;
  return next.hits.every((hit) => hit.noun) && !isClearlyVerb(strip, last, next, form) ? null : next;
}

/**
 * A grave verb with a capital and an article behind it ("… a b Delete the file") opened a line of its own before
 * white space ran together: it is an act wherever it stands.
 */
function opensLine(strip: Strip, at: number, grammar: Grammar): boolean {
  if (strip.words[at]?.capital !== true || !ARTICLES.has(wordAt(strip, at + 1))) return false;
  return strip.at[at]?.some((hit) => grammar.isGrave(hit.lexicon) && hit.length === 1) ?? false;
}

/**
 * A noun that is also a verb only joins a list of verbs when it stands right behind one ("create and tag") or
 * has an object of its own ("… and tags the image"); "region and share id" joins nouns.
 */
function isClearlyVerb(strip: Strip, last: Verb, next: Verb, form: Form): boolean {
  if (ARTICLES.has(wordAt(strip, next.to))) return true;
  return form !== 'third' && next.at - last.to <= 1;
}

/** Verbs of a list share the object of the last: "Create, update or delete a record". */
function actsOf(
  strip: Strip,
  verbs: Verb[],
  end: number,
  sentence: Sentence,
  grammar: Grammar,
  source: ActSource,
): Act[] {
  const acts: Act[] = [];
  let shared: Range | null = null;
  let [objectEnd, scopeEnd] = [end, sentence.to];
  for (const verb of verbs.toReversed()) {
    const before = verbLast(strip, verb, sentence);
    // Scripts without spaces write verb and object in one run.
    const from = verb.objectFrom ?? (isWide(wordAt(strip, verb.at)) ? verb.at : verb.to);
    const own = before ?? objectOf(strip, sought(strip, verb, from), Math.max(objectEnd, verb.to), grammar);
    const behind: Range = { strip, from, to: Math.max(scopeEnd, verb.to) };
    const scope = [behind, ...(before === null ? [] : [before])];
    if (own === null && shared !== null) scope.push(shared);
    shared = own ?? shared;
    acts.unshift(actOf(strip, verb, shared, scope, grammar, source));
    objectEnd = scopeEnd = verb.at;
  }
  return acts;
}

/** Korean and Japanese end with the verb, and what it acts on stands before it; null in other scripts. */
function verbLast(strip: Strip, verb: Verb, { from, to }: Sentence): Range | null {
  if (verb.at === from || verb.to < to || !VERB_LAST.test(wordAt(strip, verb.at))) return null;
  return { strip, from, to: verb.at };
}

const VERB_LAST = /[\u3040-\u30ff\uac00-\ud7af]/;

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
    later: false,
    noun: verb.weak === true || (verb.sure !== true && verb.hits.every((hit) => hit.noun)),
    object: object === null ? [] : [object],
    head: object === null ? null : headOf(object, grammar),
    scope,
  };
}
