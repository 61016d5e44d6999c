import type { Parameter } from '../tool/parameters.ts';
import type { Act, Range, Strip } from './act.ts';
import { endsWith, type Grammar, isWhole } from './grammar.ts';
import { listedIn } from './listed-words.ts';
import { nameActs } from './names.ts';
import type { ReadParameter } from './reading.ts';

/** One documented value of an action parameter, with the acts it stands for. */
export interface Action {
  /** JSON Pointer of the value, or of the text that lists it. */
  field: string;
  value: string;
  acts: Act[];
}

/** A value as it stands in the definition. */
interface Value {
  text: string;
  strip: Strip;
}

/** Splits a name that stands at an offset of a field into words, with the lexicon entries in it. */
export type StripAt = (field: string, text: string, offset: number) => Strip;

/**
 * The actions a definition documents: the values of an action parameter, or the list that its description or the
 * tool's gives of them. Values of which fewer than half are acts are something else, such as modes or kinds.
 */
export function actionsOf(
  parameters: readonly ReadParameter[],
  name: Strip,
  description: string,
  stripAt: StripAt,
  grammar: Grammar,
): Action[] {
  const taken = parameters
    .filter(({ name: key, parameter }) => parameter.depth < 2 && picks(key, parameter, grammar))
    .sort((one, other) => (one.parameter.pointer < other.parameter.pointer ? -1 : 1));
  const lists = taken.map((read) => valuesOf(read, stripAt)).filter((values) => values.length > 0);
  const isOpen = taken.length > 0 || parameters.length === 0;
  if (lists.length === 0 && isOpen) lists.push(listedValues('/description', description, false, stripAt));
  return lists.flatMap((values) => actionsIn(values, name, grammar));
}

function picks(key: Strip, parameter: Parameter, grammar: Grammar): boolean {
  if (!endsWith(key, grammar.actionParameters) && !isWhole(key, grammar.bareActionParameters)) return false;
  return !parameter.type.includes('object') && !isNoAction(parameter);
}

function valuesOf({ values, parameter }: ReadParameter, stripAt: StripAt): Value[] {
  if (values.length > 0)
    return values.map((strip) => ({
      text: String(parameter.enum[parameter.enumPointers.indexOf(strip.field)] ?? ''),
      strip,
    }));
  const { description, descriptionPointer } = parameter;
  return description === null ? [] : listedValues(descriptionPointer, description, true, stripAt);
}

function listedValues(field: string, text: string, whole: boolean, stripAt: StripAt): Value[] {
  return listedIn(text, whole).map(({ word, offset }) => ({
    text: word,
    strip: stripAt(field, word, offset),
  }));
}

function actionsIn(values: readonly Value[], name: Strip, grammar: Grammar): Action[] {
  const nouns: Range = { strip: name, from: 0, to: name.words.length };
  const actions = values.map(({ text, strip }) => ({
    field: strip.field,
    value: text,
    acts: nameActs(strip, [], grammar).map((act) => ({
      ...act,
      source: 'value' as const,
      object: act.head === null ? [nouns] : act.object,
      scope: [...act.scope, nouns],
      head: act.head ?? lastOf(name),
    })),
  }));
  const known = actions.filter(({ acts }) => acts.length > 0).length;
  const isPlain = values.every(({ strip }) => ENUMERATED.test(strip.field));
  return known * 2 >= actions.length && (isPlain || known > 1) ? actions : [];
}

/** A field that holds one value of a schema; what a text lists is weaker, so it takes two acts to be a list of them. */
const ENUMERATED = /\/(?:enum\/\d+|const)$/;

/**
 * Values that look like acts of this tool and are none: the `op` of a JSON Patch (RFC 6902) edits one document, and
 * its "remove" deletes no object; methods of HTTP and kinds of SQL statements say how, not what.
 */
function isNoAction({ name, enum: values }: Parameter): boolean {
  const words = new Set(values.map((value) => String(value).toLowerCase()));
  if (name === 'op' && words.has('replace')) return true;
  return (
    values.includes('GET') ||
    values.includes('POST') ||
    (values.includes('SELECT') && values.includes('INSERT') && !values.includes('DROP'))
  );
}

/** What a bare action acts on: the last word of the tool's name. */
function lastOf(name: Strip): Range | null {
  return name.words.length === 0 ? null : { strip: name, from: name.words.length - 1, to: name.words.length };
}
