import { expect, test } from 'vitest';
import type { Definition } from './definition.ts';
import type { JsonValue } from './json.ts';
import { readParameters } from './parameters.ts';

function read(inputSchema: JsonValue) {
  return readParameters({ name: 'a', inputSchema } as Definition);
}

function names(inputSchema: JsonValue): string[] {
  return read(inputSchema).map(({ name, depth, type }) => `${'  '.repeat(depth)}${name}: ${type}`);
}

test('a parameter carries its type, default, values and description, each with its place', () => {
  const schema = {
    properties: { 'a/b': { type: 'string', default: 'x', enum: ['x', 'y'], description: 'Which.' } },
    required: ['a/b'],
  };
  expect(read(schema)).toEqual([
    {
      name: 'a/b',
      pointer: '/inputSchema/properties/a~1b',
      depth: 0,
      type: 'string',
      required: true,
      default: 'x',
      enum: ['x', 'y'],
      enumPointers: ['/inputSchema/properties/a~1b/enum/0', '/inputSchema/properties/a~1b/enum/1'],
      description: 'Which.',
      descriptionPointer: '/inputSchema/properties/a~1b/description',
    },
  ]);
});

test('nested objects, items, unions and local references are followed, each parameter once', () => {
  const schema = {
    $defs: { point: { properties: { x: { type: 'number' } } } },
    properties: {
      at: { anyOf: [{ $ref: '#/$defs/point' }, { type: 'null' }] },
      all: { type: 'array', items: { $ref: '#/$defs/point' } },
    },
    allOf: [{ properties: { more: { type: ['string', 'null'] } } }],
  };
  expect(names(schema)).toEqual([
    'at: null',
    '  x: number',
    'all: array',
    '  x: number',
    'more: string | null',
  ]);
});

test('remote references and wrong types are passed over', () => {
  expect(names({ properties: { a: { $ref: 'https://a.example/b' }, b: 'text', c: null } })).toEqual([
    'a: any',
  ]);
  expect([[], 'text', null, { properties: [] }].flatMap(read)).toEqual([]);
});

test('a schema that refers to itself is read once', () => {
  const node = { properties: { child: { $ref: '#/$defs/node' }, name: { type: 'string' } } };
  const schema = { $defs: { node }, properties: { root: { $ref: '#/$defs/node' }, whole: { $ref: '#' } } };
  expect(names(schema)).toEqual(['root: any', '  child: any', '  name: string', 'whole: any']);
});

test('schemas that all refer to each other are read once, not in every order', () => {
  const count = 20;
  const every = Array.from({ length: count }, (_, index) => ({ $ref: `#/$defs/d${index}` }));
  const $defs = Object.fromEntries(every.map((_, index) => [`d${index}`, { anyOf: every }]));
  expect(names({ $defs, properties: { a: { $ref: '#/$defs/d0' } } })).toEqual(['a: any']);
});

function wide(count: number, leaf: JsonValue): Record<string, JsonValue> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, leaf]));
}

test('of very many parameters whole levels are read, the shallow ones, whatever the order of keys', () => {
  const deep = { properties: wide(30, { properties: wide(30, { type: 'string' }) }) };
  expect(new Set(read(deep).map(({ depth }) => depth))).toEqual(new Set([0]));
  const flat = wide(500, {});
  const backwards = Object.fromEntries(Object.entries(flat).reverse());
  const kept = read({ properties: flat }).map(({ name }) => name);
  expect(kept).toHaveLength(400);
  expect(read({ properties: backwards }).map(({ name }) => name)).toEqual(kept.toReversed());
});

test('the arguments of a registry file stand in for a schema', () => {
  const list = [{ name: 'a', type: 'string', desc: 'Which.', optional: false }, { type: 'string' }, 3];
  const [only, ...none] = readParameters({ name: 'x', arguments: list } as Definition);
  expect(none).toEqual([]);
  expect(only).toMatchObject({ name: 'a', type: 'string', required: true, description: 'Which.' });
});
