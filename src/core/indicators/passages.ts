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

/** Every text of a definition with its JSON Pointer, in document order; at most 20,000 of them, 64 levels deep. */
export function passagesOf(definition: Definition): Passage[] {
  const found: Passage[] = [];
  for (const key of Object.keys(definition)) {
    const value = definition[key] ?? null;
    const path = pointer('', key);
    if (key === 'name') add(found, path, value, 'name');
    else if (key === 'inputSchema' || key === 'outputSchema') schema(found, value, path, 0);
    else if (key === 'icons') within(found, value, path, 'icon', 0);
    else if (key === 'description' || key === 'title') add(found, path, value, 'prose');
    else if (key === 'annotations') within(found, value, path, 'prose', 0);
    else within(found, value, path, 'meta', 0);
  }
  return found;
}

function add(found: Passage[], path: string, text: unknown, place: Place): void {
  if (typeof text === 'string' && text !== '' && found.length < MOST) found.push({ path, text, place });
}

function within(found: Passage[], value: JsonValue, path: string, place: Place, depth: number): void {
  if (typeof value === 'string') add(found, path, value, place);
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return;
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, item] of entries) {
    const below = pointer(path, key);
    if (typeof key === 'string') add(found, below, key, 'key');
    within(found, item, below, place, depth + 1);
  }
}

const MAPS = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
const SCHEMAS = new Set([
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
]);

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a table of keywords, one line each
function schema(found: Passage[], value: JsonValue, path: string, depth: number): void {
  if (depth > DEEPEST || found.length >= MOST) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) schema(found, item, pointer(path, index), depth + 1);
    return;
  }
  if (!isObject(value)) return;
  for (const key of Object.keys(value)) {
    const item = value[key] ?? null;
    const below = pointer(path, key);
    if (key === 'description') add(found, below, item, 'prose');
    else if (MAPS.has(key) && isObject(item)) properties(found, item, below, depth);
    else if (SCHEMAS.has(key)) schema(found, item, below, depth + 1);
    else if (!PLAIN_VALUES.has(key) || typeof item !== 'string' || item.length > 100)
      keyword(found, key, item, below);
  }
}

function properties(found: Passage[], map: { [key: string]: JsonValue }, path: string, depth: number): void {
  for (const name of Object.keys(map)) {
    add(found, pointer(path, name), name, 'key');
    schema(found, map[name] ?? null, pointer(path, name), depth + 1);
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
]);

/** A keyword that the specification does not know can hold a sentence in its very name. */
function keyword(found: Passage[], key: string, item: JsonValue, path: string): void {
  if (!KEYWORDS.has(key)) add(found, path, key, 'key');
  if (key !== 'required') within(found, item, path, 'value', 0);
}
