import type { Definition } from './definition.ts';
import { isObject, type JsonObject, type JsonValue, pointer } from './json.ts';

/** One parameter of a tool, nested ones included, flattened in the order of the schema. */
export interface Parameter {
  name: string;
  /** JSON Pointer of the property's schema in the tool object; the key at its end is the name. */
  pointer: string;
  /** 0 for a top-level parameter. */
  depth: number;
  /** As in JSON Schema; unions are joined with " | ", an array names its items: "string[]". */
  type: string;
  required: boolean;
  default: JsonValue | undefined;
  enum: JsonValue[];
  /** Where each value of `enum` stands, same order. */
  enumPointers: string[];
  description: string | null;
  /** Where the description stands; '' when there is none. */
  descriptionPointer: string;
}

/** Bounds for schemas written by strangers: what lies beyond is left unread, never recursed into. */
const DEEPEST = 6;
const MOST = 400;

interface Place {
  schema: JsonObject;
  at: string;
}

/**
 * Reads the parameters of a definition: `inputSchema` (JSON Schema, any draft: `properties`, `items`, `allOf`,
 * `anyOf`, `oneOf`, local `$ref`), or the `arguments` list that some registry files carry instead.
 * Never throws; loops, wrong types and remote references are passed over. Of a schema with very many, as many
 * whole levels are read as fit, so that what is left out never hangs on the order of keys.
 */
export function readParameters(definition: Definition): Parameter[] {
  const root = definition['inputSchema'];
  if (!isObject(root)) return readArguments(definition['arguments']);
  for (let deepest = DEEPEST; deepest > 0; deepest--) {
    const found = new Reader(root, deepest, MOST + 1).all();
    if (found.length <= MOST) return found;
  }
  const top = new Reader(root, 0, Number.POSITIVE_INFINITY).all();
  if (top.length <= MOST) return top;
  const named = top.toSorted((one, other) => (one.pointer < other.pointer ? -1 : 1));
  const kept = new Set(named.slice(0, MOST));
  return top.filter((parameter) => kept.has(parameter));
}

class Reader {
  readonly #root: JsonObject;
  readonly #deepest: number;
  readonly #most: number;
  readonly #found: Parameter[] = [];

  constructor(root: JsonObject, deepest: number, most: number) {
    this.#root = root;
    this.#deepest = deepest;
    this.#most = most;
  }

  all(): Parameter[] {
    this.#properties(this.#views({ schema: this.#root, at: '/inputSchema' }), 0, []);
    return this.#found;
  }

  /** The properties of a schema, seen with all that it refers to or is a union of; none of a schema it stands in. */
  #properties(views: readonly Place[], depth: number, above: readonly JsonObject[]): void {
    if (depth > this.#deepest || !views.some(({ schema }) => isObject(schema['properties']))) return;
    const open = views.filter(({ schema }) => !above.includes(schema));
    const path = [...above, ...open.map(({ schema }) => schema)];
    for (const { schema, at } of open) {
      const { properties } = schema;
      if (!isObject(properties)) continue;
      const isNeeded = membership(schema['required']);
      const base = `${at}/properties`;
      for (const name of Object.keys(properties)) {
        const inner = properties[name];
        if (this.#found.length >= this.#most) return;
        if (isObject(inner))
          this.#property(name, { schema: inner, at: pointer(base, name) }, isNeeded(name), depth, path);
      }
    }
  }

  #property(
    name: string,
    place: Place,
    required: boolean,
    depth: number,
    above: readonly JsonObject[],
  ): void {
    const views = this.#views(place);
    const values = enumOf(views);
    const parameter: Parameter = {
      name,
      pointer: place.at,
      depth,
      type: typeOf(views, (schema) => this.#resolve(schema)),
      required,
      default: undefined,
      enum: values.map((value) => value.value),
      enumPointers: values.map((value) => value.at),
      description: null,
      descriptionPointer: '',
    };
    for (const { schema, at } of views) describe(parameter, schema, at);
    this.#found.push(parameter);
    this.#properties(views, depth + 1, above);
    for (const { schema, at } of views) {
      const items = schema['items'];
      if (isObject(items))
        this.#properties(this.#views({ schema: items, at: `${at}/items` }), depth + 1, above);
    }
  }

  /** A schema, what it refers to, and the branches of its unions: every place that may describe the value. */
  #views(place: Place): readonly Place[] {
    const views = [place];
    for (let index = 0; index < views.length && views.length < 24; index++) {
      const view = views[index];
      if (view === undefined || isPlain(view.schema)) continue;
      for (const branch of this.#branches(view)) {
        if (!views.some((seen) => seen.schema === branch.schema)) views.push(branch);
      }
    }
    return views;
  }

  #branches({ schema, at }: Place): Place[] {
    const found: Place[] = [];
    const reference = schema['$ref'];
    if (typeof reference === 'string') {
      const target = this.#lookUp(reference);
      if (target !== null) found.push(target);
    }
    for (const word of ['allOf', 'anyOf', 'oneOf'] as const) {
      const list = schema[word];
      if (!Array.isArray(list)) continue;
      for (const [index, branch] of list.entries()) {
        if (isObject(branch)) found.push({ schema: branch, at: `${at}/${word}/${index}` });
      }
    }
    return found;
  }

  #resolve(schema: JsonObject): JsonObject {
    const reference = schema['$ref'];
    return (typeof reference === 'string' ? this.#lookUp(reference)?.schema : undefined) ?? schema;
  }

  /** Only references into the same schema (`#/…`) are followed; a tool never makes us fetch. */
  #lookUp(reference: string): Place | null {
    if (!reference.startsWith('#/')) return null;
    let value: JsonValue | undefined = this.#root;
    for (const token of reference.slice(2).split('/')) {
      const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
      if (Array.isArray(value)) value = value[Number(key)];
      else if (isObject(value) && Object.hasOwn(value, key)) value = value[key];
      else return null;
    }
    return isObject(value) ? { schema: value, at: `/inputSchema${reference.slice(1)}` } : null;
  }
}

/** True of a schema that refers to no other and is no union. */
function isPlain(schema: JsonObject): boolean {
  return (
    schema['$ref'] === undefined &&
    schema['allOf'] === undefined &&
    schema['anyOf'] === undefined &&
    schema['oneOf'] === undefined
  );
}

/** The first of several places that says it describes a parameter, and the first that has a default gives it. */
function describe(parameter: Parameter, schema: JsonObject, at: string): void {
  const { description } = schema;
  if (parameter.default === undefined) parameter.default = schema['default'];
  if (parameter.description !== null || typeof description !== 'string') return;
  parameter.description = description;
  parameter.descriptionPointer = `${at}/description`;
}

/** Whether a name is in a list; a long list is made a set first, since a stranger wrote it. */
function membership(list: JsonValue | undefined): (name: string) => boolean {
  if (!Array.isArray(list)) return () => false;
  if (list.length <= SHORT) return (name) => list.includes(name);
  const set = new Set(list);
  return (name) => set.has(name);
}

const SHORT = 16;

function enumOf(views: readonly Place[]): { value: JsonValue; at: string }[] {
  const values: { value: JsonValue; at: string }[] = [];
  for (const { schema, at } of views) {
    const list = schema['enum'];
    if (Array.isArray(list))
      for (const [index, value] of list.entries()) values.push({ value, at: `${at}/enum/${index}` });
    if (schema['const'] !== undefined) values.push({ value: schema['const'], at: `${at}/const` });
    const items = schema['items'];
    if (isObject(items) && Array.isArray(items['enum'])) {
      for (const [index, value] of items['enum'].entries())
        values.push({ value, at: `${at}/items/enum/${index}` });
    }
  }
  return values;
}

function typeOf(views: readonly Place[], resolve: (schema: JsonObject) => JsonObject): string {
  const [first] = views;
  const only = views.length === 1 ? first?.schema['type'] : undefined;
  if (first !== undefined && typeof only === 'string') return wordOf(only, first.schema, resolve);
  const types = new Set<string>();
  for (const { schema } of views) {
    const { type } = schema;
    for (const name of Array.isArray(type) ? type : [type])
      if (typeof name === 'string') types.add(wordOf(name, schema, resolve));
  }
  return types.size === 0 ? 'any' : [...types].join(' | ');
}

function wordOf(type: string, { items }: JsonObject, resolve: (schema: JsonObject) => JsonObject): string {
  const inner = type === 'array' && isObject(items) ? resolve(items)['type'] : undefined;
  return typeof inner === 'string' ? `${inner}[]` : type;
}

/** Docker's registry lists `arguments: [{name, type, desc}]` in place of a schema. */
function readArguments(list: JsonValue | undefined): Parameter[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, MOST).flatMap((entry, index): Parameter[] => {
    if (!isObject(entry) || typeof entry['name'] !== 'string') return [];
    const key = typeof entry['desc'] === 'string' ? 'desc' : 'description';
    const text = entry[key];
    return [
      {
        name: entry['name'],
        pointer: `/arguments/${index}/name`,
        depth: 0,
        type: typeof entry['type'] === 'string' ? entry['type'] : 'any',
        required: entry['optional'] === false,
        default: undefined,
        enum: [],
        enumPointers: [],
        description: typeof text === 'string' ? text : null,
        descriptionPointer: typeof text === 'string' ? `/arguments/${index}/${key}` : '',
      },
    ];
  });
}
