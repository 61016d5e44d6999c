import { expect, test } from 'vitest';
import type { Definition } from './definition.ts';
import type { JsonObject } from './json.ts';
import { qualityFindings } from './quality.ts';
import { textureOf } from './texture.ts';

const WHOLE: Definition = { name: 'get_user', description: 'Get a user.', inputSchema: { type: 'object' } };

function told(more: JsonObject): string[] {
  const definition = { ...WHOLE, ...more };
  const { hasInternals } = textureOf(definition);
  return qualityFindings(definition, hasInternals).map(({ code, path }) => `${code} ${path}`);
}

const withParameter = (name: string, schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  inputSchema: { type: 'object', properties: { [name]: schema }, ...more },
});

test.each<[string, JsonObject]>([
  ['schema-not-object /inputSchema', { inputSchema: { properties: {} } }],
  ['schema-untyped /inputSchema/properties/a', withParameter('a', { description: 'A.' })],
  [
    'schema-required-unknown /inputSchema/required/0',
    withParameter('a', { type: 'string' }, { required: ['b'] }),
  ],
  [
    'library-internals /inputSchema/_def',
    { inputSchema: { type: 'object', _def: { typeName: 'ZodObject' } } },
  ],
  ['library-internals /annotations/~0standard', { annotations: { '~standard': {} } }],
  [
    'annotation-unknown /annotations/streamingHint',
    { annotations: { readOnlyHint: true, streamingHint: true } },
  ],
  ['description-repeats-name /description', { description: 'Get User' }],
  ['description-placeholder /description', { description: 'TODO' }],
])('%s', (expected, more) => {
  expect(told(more)).toEqual([expected]);
});

test.each<[string, JsonObject]>([
  ['an empty list of parameters', { inputSchema: { type: 'object', properties: {} } }],
  ['a choice in place of a type', withParameter('a', { anyOf: [{ type: 'string' }] })],
  ['a parameter that is called like an internal', withParameter('typeName', { type: 'string' })],
  ['known annotations', { annotations: { title: 'Get user', openWorldHint: false } }],
  ['a description of few words', { description: 'Get user by id' }],
])('%s is in order', (_, more) => {
  expect(told(more)).toEqual([]);
});
