import type { Finding } from '../finding.ts';
import type { Definition } from './definition.ts';
import { isObject, type JsonObject, type JsonValue, pointer } from './json.ts';

/** Keys of a schema library's own objects. Source: zod 3 and 4, Standard Schema. */
export const INTERNAL: ReadonlySet<string> = new Set(['_def', '_zod', '~standard', '$ZodType']);

/** Source: MCP specification, ToolAnnotations, every revision from 2025-03-26. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'readOnlyHint',
  'destructiveHint',
  'idempotentHint',
  'openWorldHint',
]);

/** Any of these says what a parameter may be. */
const TYPING = [
  'type',
  '$ref',
  'anyOf',
  'oneOf',
  'allOf',
  'enum',
  'const',
  'not',
  'if',
  'properties',
  'items',
];

/**
 * What a careless build leaves in a definition: internals of a schema library, unknown annotations, parameters without a
 * type, a description that is none. `hasInternals`: some key of it is in `INTERNAL`.
 */
export function qualityFindings(definition: Definition, hasInternals: boolean): Finding[] {
  return [
    ...(hasInternals ? internals(definition, '', 0).slice(0, 1) : []),
    ...unknownAnnotations(definition['annotations']),
    ...schemaQuality(definition['inputSchema']),
    ...emptyWords(definition),
  ];
}

const DEEPEST = 64;

function internals(value: JsonValue, path: string, depth: number): Finding[] {
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item, at) => internals(item, pointer(path, at), depth + 1));
  return Object.keys(value).flatMap((key) => {
    const below = pointer(path, key);
    if (!INTERNAL.has(key)) return internals(value[key] ?? null, below, depth + 1);
    const message = `The key "${key}" is an internal of a schema library: what stands here is no JSON Schema.`;
    const hint = 'Convert the schema to JSON Schema before it is listed.';
    return [
      { code: 'library-internals', severity: 'warning', file: null, line: null, path: below, message, hint },
    ];
  });
}

function unknownAnnotations(annotations: JsonValue | undefined): Finding[] {
  if (!isObject(annotations)) return [];
  const unknown = Object.keys(annotations).filter((key) => !ANNOTATIONS.has(key) && !INTERNAL.has(key));
  const [first] = unknown;
  if (first === undefined) return [];
  const message = `The annotations hold what the specification does not know: ${unknown.slice(0, 5).join(', ')}.`;
  const hint = `Write ${[...ANNOTATIONS].join(', ')} there, and anything else under "_meta".`;
  const path = pointer('/annotations', first);
  return [{ code: 'annotation-unknown', severity: 'info', file: null, line: null, path, message, hint }];
}

function schemaQuality(schema: JsonValue | undefined): Finding[] {
  if (!isObject(schema)) return [];
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  return [...rootType(schema), ...untyped(properties), ...requiredUnknown(schema['required'], properties)];
}

function rootType({ type }: JsonObject): Finding[] {
  if (type === 'object') return [];
  const message = 'The input schema does not say "type": "object", as the specification asks of every tool.';
  return [
    inSchema(
      'schema-not-object',
      'warning',
      '/inputSchema',
      message,
      'Write "type": "object" beside the properties.',
    ),
  ];
}

function untyped(properties: JsonObject): Finding[] {
  const names = Object.keys(properties).filter((name) => !isTyped(properties[name]));
  const [first] = names;
  if (first === undefined) return [];
  const message = `Parameters without a type: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' and more' : ''}.`;
  const hint = 'Give each a "type"; without one a caller may send anything.';
  return [inSchema('schema-untyped', 'warning', pointer('/inputSchema/properties', first), message, hint)];
}

function isTyped(schema: JsonValue | undefined): boolean {
  return isObject(schema) && TYPING.some((key) => schema[key] !== undefined);
}

function requiredUnknown(required: JsonValue | undefined, properties: JsonObject): Finding[] {
  if (!Array.isArray(required)) return [];
  const missing = required.findIndex((name) => typeof name !== 'string' || !Object.hasOwn(properties, name));
  if (missing < 0) return [];
  const message = `A parameter is required that is not described: ${String(required[missing])}.`;
  const path = pointer('/inputSchema/required', missing);
  return [
    inSchema(
      'schema-required-unknown',
      'warning',
      path,
      message,
      'Describe it under "properties", or remove it.',
    ),
  ];
}

function inSchema(
  code: string,
  severity: Finding['severity'],
  path: string,
  message: string,
  hint: string,
): Finding {
  return { code, severity, file: null, line: null, path, message, hint };
}

const PLACEHOLDER =
  /^(?:todo|tbd|fixme|description|no description(?: (?:provided|available))?|n\/a|none|undefined|null|string|\.{1,3}|-)[.!]?$/i;

/** A description that says no more than the name does. */
function emptyWords({ name, description }: Definition): Finding[] {
  if (typeof description !== 'string' || description.length > 80) return [];
  const text = description.trim();
  if (text === '') return [];
  const repeats = text.length <= 2 * name.length && lettersOf(text) === lettersOf(name);
  if (!repeats && !PLACEHOLDER.test(text)) return [];
  const message = repeats
    ? 'The description repeats the name.'
    : `The description is a placeholder: "${text}".`;
  const hint = 'Say in one sentence what one call does and to what.';
  const severity = repeats ? 'info' : 'warning';
  return [
    inSchema(
      repeats ? 'description-repeats-name' : 'description-placeholder',
      severity,
      '/description',
      message,
      hint,
    ),
  ];
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
