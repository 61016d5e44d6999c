import type { Definition } from '../tool/definition.ts';
import { isObject, type JsonValue, pointer } from '../tool/json.ts';

/**
 * What a text is for. `prose`: written to be read (descriptions, titles). `value`: a part of a schema that is no place for
 * sentences (default, enum, const, examples, title, pattern, `$comment`, unknown keywords). `key`: the name of a property.
 */
type Place = 'name' | 'prose' | 'value' | 'key' | 'icon' | 'meta';

export interface Passage {
  path: string;
  text: string;
  place: Place;
}

const DEEPEST = 64;
const MOST = 20_000;
const PLAIN_VALUES = new Set(['type', '$ref', '$schema', 'format', '$id']);

/** The texts of a definition, and how many characters of them are in its input schema. */
interface Texts {
  passages: Passage[];
  schemaLength: number;
}

/** Every text of a definition with its JSON Pointer, in document order; at most 20,000 of them, 64 levels deep. */
export function textsOf(definition: Definition): Texts {
  const passages: Passage[] = [];
  let schemaLength = 0;
  for (const key of Object.keys(definition)) {
    const first = passages.length;
    part(passages, key, definition[key] ?? null);
    if (key !== 'inputSchema') continue;
    for (const { text } of passages.slice(first)) schemaLength += text.length;
  }
  return { passages, schemaLength };
}

const PLACES: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['name', 'name'],
  ['description', 'prose'],
  ['title', 'prose'],
  ['annotations', 'prose'],
  ['icons', 'icon'],
]);

function part(found: Passage[], key: string, value: JsonValue): void {
  const path = below('', key);
  if (key === 'inputSchema' || key === 'outputSchema') schema(found, value, path, 0);
  else within(found, value, path, PLACES.get(key) ?? 'meta', 0);
}

/** The pointer of a part; most keys need no escapes, and long schemas have many keys. */
function below(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}/${key}`;
  return key.includes('/') || key.includes('~') ? pointer(path, key) : `${path}/${key}`;
}

function add(found: Passage[], path: string, text: unknown, place: Place): void {
  if (typeof text === 'string' && text !== '' && found.length < MOST) found.push({ path, text, place });
}

function within(found: Passage[], value: JsonValue, path: string, place: Place, depth: number): void {
  if (typeof value === 'string') add(found, path, value, place);
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) within(found, item, below(path, index), place, depth + 1);
    return;
  }
  for (const key of Object.keys(value)) {
    const part = below(path, key);
    add(found, part, key, 'key');
    within(found, value[key] ?? null, part, place, depth + 1);
  }
}

type Reader = (found: Passage[], item: JsonValue, path: string, depth: number) => void;

const prose: Reader = (found, item, path) => add(found, path, item, 'prose');

/** What is read in a keyword of a schema; any other is read as values. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['description', prose],
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'].map(
    (key): [string, Reader] => [key, properties],
  ),
  ...[
    'items',
    'anyOf',
    'oneOf',
    'allOf',
    'not',
    'if',
    'then',
    'else',
    'additionalProperties',
    'prefixItems',
    'contains',
    'propertyNames',
    'unevaluatedProperties',
  ].map((key): [string, Reader] => [key, schema]),
]);

function schema(found: Passage[], value: JsonValue, path: string, depth: number): void {
  if (depth > DEEPEST || found.length >= MOST) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) schema(found, item, below(path, index), depth + 1);
    return;
  }
  if (!isObject(value)) return;
  for (const key of Object.keys(value)) {
    const item = value[key] ?? null;
    const reader = READERS.get(key);
    if (reader !== undefined) reader(found, item, below(path, key), depth + 1);
    else if (typeof item === 'object' || typeof item === 'string' || !KEYWORDS.has(key))
      keyword(found, key, item, path);
  }
}

function properties(found: Passage[], map: JsonValue, path: string, depth: number): void {
  if (!isObject(map)) {
    keywordValue(found, map, path);
    return;
  }
  for (const name of Object.keys(map)) {
    const part = below(path, name);
    add(found, part, name, 'key');
    schema(found, map[name] ?? null, part, depth);
  }
}

const KEYWORDS = new Set([
  'title',
  'default',
  'enum',
  'const',
  'examples',
  'example',
  'pattern',
  '$comment',
  'required',
  'type',
  'format',
  '$ref',
  '$schema',
  '$id',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'nullable',
  'deprecated',
]);

/** A keyword that the specification does not know can hold a sentence in its very name. */
function keyword(found: Passage[], key: string, item: JsonValue, path: string): void {
  if (PLAIN_VALUES.has(key) && typeof item === 'string' && item.length <= 100) return;
  const part = below(path, key);
  if (!KEYWORDS.has(key)) add(found, part, key, 'key');
  if (key !== 'required') keywordValue(found, item, part);
}

function keywordValue(found: Passage[], item: JsonValue, path: string): void {
  within(found, item, path, 'value', 0);
}
