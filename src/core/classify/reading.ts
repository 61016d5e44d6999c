import type { Definition } from '../tool/definition.ts';
import { type Parameter, readParameters } from '../tool/parameters.ts';
import type { Act, Strip } from './act.ts';
import { descriptionActs } from './clauses.ts';
import { type Action, actionsOf, type StripAt } from './documented-actions.ts';
import { endsWith, type Grammar, isWhole } from './grammar.ts';
import { nameActs } from './names.ts';
import type { Hit, Vocabulary } from './vocabulary.ts';
import { type Gap, nameWords, textWords, type Word } from './words.ts';

export interface ReadParameter {
  parameter: Parameter;
  name: Strip;
  text: Strip | null;
  values: Strip[];
}

/** A definition as the rules see it. */
export interface Reading {
  /** What name, title and description say. */
  acts: Act[];
  /** Those that may excuse: what a later sentence adds never makes an act of the others harmless. */
  leading: Act[];
  /** What the values of an action parameter say, each by itself. */
  actions: Action[];
  name: Strip;
  /** Title and description, as far as they exist. */
  texts: Strip[];
  parameters: ReadParameter[];
  claims: Readonly<Record<string, unknown>>;
}

/** Bounds that keep the worst definition cheap; values beyond add nothing a verdict needs. */
const MOST_PARAMETERS = 60;
const MOST_VALUES = 40;
const LONGEST_PARAMETER_TEXT = 120;

export function readDefinition(definition: Definition, vocabulary: Vocabulary, grammar: Grammar): Reading {
  const name = stripOf('/name', nameWords(definition.name), [], vocabulary);
  const title = textStrip('/title', definition['title'], vocabulary);
  const description = textStrip('/description', definition['description'], vocabulary);
  const told = typeof definition['description'] === 'string' ? definition['description'] : '';
  const parameters = nearest(readParameters(definition)).map((parameter) =>
    readParameter(parameter, description, told, vocabulary, grammar),
  );
  const said = description === null ? [] : descriptionActs(description, grammar, 'description');
  const named = nameActs(name, leadingOf(said), grammar);
  const titled = said.length > 0 || title === null ? [] : descriptionActs(title, grammar, 'title');
  const stripAt: StripAt = (field, text, offset) =>
    stripOf(field, shifted(nameWords(text), offset), [], vocabulary);
  const acts = settle(named, said.length > 0 ? said : titled);
  const claims = definition['annotations'];
  return {
    acts,
    leading: leadingOf(acts),
    actions:
      named.length > 0 && named.every(isLook) ? [] : actionsOf(parameters, name, told, stripAt, grammar),
    name,
    texts: [title, description].filter((strip) => strip !== null),
    parameters,
    claims: typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? claims : {},
  };
}

function leadingOf(acts: Act[]): Act[] {
  return acts.some(({ later }) => later) ? acts.filter(({ later }) => !later) : acts;
}

/** Of too many parameters the shallowest, ties by pointer: what is left out must not hang on the order of keys. */
function nearest(parameters: Parameter[]): Parameter[] {
  if (parameters.length <= MOST_PARAMETERS) return parameters;
  const ranked = parameters.toSorted(
    (one, other) => one.depth - other.depth || (one.pointer < other.pointer ? -1 : 1),
  );
  const kept = new Set(ranked.slice(0, MOST_PARAMETERS));
  return parameters.filter((parameter) => kept.has(parameter));
}

/** A word that is as often a noun yields to a clear verb of the other source: "refund_eligibility: checks …". */
function settle(named: Act[], told: Act[]): Act[] {
  const clearName = named.some((act) => !act.noun);
  const clearTold = told.some((act) => !act.later && (!act.noun || act.verbs.some((hit) => !hit.noun)));
  const same = (one: Act, others: Act[]): boolean =>
    others.some((other) => other.verbs.some((hit) => one.verbs.some((mine) => mine.base === hit.base)));
  return [
    ...named.filter((act) => !act.noun || !clearTold || same(act, told)),
    ...told.filter((act) => !act.noun || !clearName || same(act, named)),
  ];
}

/** A tool that is named a look takes values that pick what is looked at: "list_entries" with a `type` of "trade". */
function isLook({ verbs }: Act): boolean {
  return verbs.some(({ base }) => LOOKS.has(base));
}

/** Words of a name that stands at an offset of a longer text. */
function shifted(words: Word[], offset: number): Word[] {
  return words.map((word) => ({ ...word, start: word.start + offset, end: word.end + offset }));
}

const LOOKS = new Set(['list', 'get', 'search', 'find', 'count', 'describe', 'track']);

function readParameter(
  parameter: Parameter,
  description: Strip | null,
  told: string,
  vocabulary: Vocabulary,
  grammar: Grammar,
): ReadParameter {
  const name = stripOf(parameter.pointer, nameWords(parameter.name), [], vocabulary);
  const text = parameter.depth > 0 ? null : parameterText(parameter, description, told, vocabulary);
  const values = parameter.enum.length === 0 ? [] : valuesOf(parameter, name, vocabulary, grammar);
  return { parameter, name, text, values };
}

/** Of a parameter that picks an action many values are read, of others a few. */
function valuesOf(parameter: Parameter, name: Strip, vocabulary: Vocabulary, grammar: Grammar): Strip[] {
  const isAction = endsWith(name, grammar.actionParameters) || isWhole(name, grammar.bareActionParameters);
  return parameter.enum
    .slice(0, isAction ? MOST_VALUES : 8)
    .flatMap((value, index) =>
      typeof value === 'string'
        ? [stripOf(parameter.enumPointers[index] ?? '', nameWords(value), [], vocabulary)]
        : [],
    );
}

/** What is said of a parameter: its own description, else its line in the description of the tool ("path: …"). */
function parameterText(
  { name, description: own, descriptionPointer }: Parameter,
  description: Strip | null,
  told: string,
  vocabulary: Vocabulary,
): Strip | null {
  if (own !== null) return textStrip(descriptionPointer, own.slice(0, LONGEST_PARAMETER_TEXT), vocabulary);
  return description === null ? null : lineOf(name.toLowerCase(), description, told);
}

/** Between the name of a parameter and what is said of it: its type in parentheses, and a colon. */
const COLON = /[`"'*]*\s{0,4}(?:\([^()\n]{0,60}\))?\s{0,4}:/y;

/** The words that a text has behind the name of a parameter and a colon, up to the end of the line. */
function lineOf(name: string, { field, words, at, gaps }: Strip, text: string): Strip | null {
  for (let index = 1; index < words.length; index++) {
    const word = words[index];
    if (word?.text !== name) continue;
    COLON.lastIndex = word.end;
    if (!COLON.test(text)) continue;
    const from = words.findIndex(({ start }) => start >= COLON.lastIndex);
    const stop = Math.min(endOfLine(text, COLON.lastIndex), COLON.lastIndex + LONGEST_PARAMETER_TEXT);
    let to = from;
    while (to >= 0 && to < words.length && (words[to]?.end ?? 0) <= stop) to++;
    if (to <= from) return null;
    return { field, words: words.slice(from, to), at: at.slice(from, to), gaps: gaps.slice(from, to + 1) };
  }
  return null;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function textStrip(field: string, text: unknown, vocabulary: Vocabulary): Strip | null {
  if (typeof text !== 'string' || text === '') return null;
  const { words, gaps } = textWords(text);
  if (words.length === 0) return null;
  return stripOf(field, words, gaps, vocabulary);
}

function stripOf(field: string, words: Word[], gaps: readonly Gap[], vocabulary: Vocabulary): Strip {
  const at: (readonly Hit[])[] = [];
  for (let index = 0; index < words.length; index++) at.push(vocabulary.find(words, index));
  return { field, words, at, gaps };
}
