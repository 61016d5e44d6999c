import type { Definition } from '../tool/definition.ts';
import { isObject, type JsonValue } from '../tool/json.ts';
import { affirmed } from './affirmed.ts';

/** A part of the definition is given to the classifier, all parts before it with it; the last takes something away. */
export interface Stage {
  id: string;
  title: string;
  /** The definition as far as this stage shows it. */
  shownOf(definition: Definition): Definition;
}

const TEXTS = ['title', 'description'];
const VALUES = ['enum', 'const', 'default', 'examples'];

/** From the name alone to the whole definition: what the verdicts gain with each part. */
export const STAGES: readonly Stage[] = [
  { id: 'name', title: 'name alone', shownOf: ({ name }) => ({ name }) },
  { id: 'text', title: '+ title and description', shownOf: (tool) => picked(tool, TEXTS) },
  {
    id: 'parameters',
    title: '+ names and types of parameters',
    shownOf: (tool) => withSchema(tool, [...TEXTS, ...VALUES]),
  },
  { id: 'parameter-texts', title: '+ texts of parameters', shownOf: (tool) => withSchema(tool, VALUES) },
  { id: 'values', title: '+ values of parameters', shownOf: (tool) => withSchema(tool, []) },
  { id: 'whole', title: '+ annotations and the rest', shownOf: (tool) => tool },
  { id: 'no-negations', title: 'the whole, its negations taken out', shownOf: affirmed },
];

function picked(definition: Definition, keys: readonly string[]): Definition {
  const kept = ['name', ...keys].filter((key) => Object.hasOwn(definition, key));
  return Object.fromEntries(kept.map((key) => [key, definition[key]])) as Definition;
}

function withSchema(definition: Definition, dropped: readonly string[]): Definition {
  const { inputSchema } = definition;
  const rest = picked(definition, TEXTS);
  return inputSchema === undefined ? rest : { ...rest, inputSchema: without(inputSchema, new Set(dropped)) };
}

/** Keywords of JSON Schema whose keys are names of the author. */
const NAMED = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);

/** A schema without some of its keywords, at every depth; a parameter that is named like one stays. */
function without(schema: JsonValue, dropped: ReadonlySet<string>): JsonValue {
  if (Array.isArray(schema)) return schema.map((part) => without(part, dropped));
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([key]) => !dropped.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (!NAMED.has(key) || !isObject(value)) return [key, without(value, dropped)];
      return [
        key,
        Object.fromEntries(Object.entries(value).map(([name, part]) => [name, without(part, dropped)])),
      ];
    }),
  );
}
