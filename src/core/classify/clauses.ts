import type { Act, Strip } from './act.ts';
import { type Grammar, hitAt } from './grammar.ts';
import { withJoined } from './joined-verbs.ts';
import { formOf, isSurelyVerb, mainVerb, type Sentence, type Verb } from './main-verb.ts';
import { isAdverb } from './objects.ts';
import { ARTICLES, isBreak, wordAt } from './phrases.ts';
import type { ActSource } from './rule.ts';
import { SENTENCE } from './words.ts';

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
    const first = acts.length === 0 && index < 3;
    const told = sentenceActs(strip, sentence, grammar, source, first);
    const later = acts.length > 0 || opensAddition(strip, sentence);
    for (const act of told) {
      act.later = later;
      acts.push(act);
    }
  }
  return acts;
}

/** "It also removes …", "Then sends …": what follows comes on top of what the tool does. */
function opensAddition(strip: Strip, { from, to }: Sentence): boolean {
  for (let at = from; at < Math.min(to, from + 3); at++) if (ADDS.has(wordAt(strip, at))) return true;
  return false;
}

const ADDS = new Set(['also', 'additionally', 'then', 'afterwards']);

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
