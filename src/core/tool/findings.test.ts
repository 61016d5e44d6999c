import { expect, test } from 'vitest';
import { verdictOf } from '../../../tests/present/sample.ts';
import type { Verdict } from '../classify/verdict.ts';
import { indicatorFindings } from '../indicators/findings.ts';
import { isCutOff } from './completeness.ts';
import type { Definition, Provenance } from './definition.ts';
import { definitionFindings, duplicateFindings } from './findings.ts';

const WHOLE = { name: 'get_user', description: 'Get a user.', inputSchema: { type: 'object' } };

function codes(
  definition: Definition,
  provenance: Provenance = 'observed',
  verdict: Partial<Verdict> = {},
): string[] {
  return definitionFindings(definition, provenance, verdictOf(verdict), indicatorFindings(definition)).map(
    ({ code, path }) => `${code} ${path}`,
  );
}

test('a whole definition has no findings', () => {
  expect(codes(WHOLE)).toEqual([]);
});

test('what is missing is named', () => {
  expect(codes({ name: 'x' })).toEqual(['description-missing /description', 'schema-missing /inputSchema']);
  expect(codes({ ...WHOLE, description: '  ' })).toEqual(['description-missing /description']);
});

test('a listing is incomplete, and its missing schema is not held against it', () => {
  expect(codes({ name: 'track_event', description: 'Track a custom event for a user' }, 'listed')).toEqual([
    'definition-incomplete ',
  ]);
});

test.each([
  ['Notify Legiti of a logout event. Convenience wrapper over track_auth with action=', true, true],
  ['Call the tool and', true, true],
  ['Runs the (', true, true],
  ['replace_text: Text to replace with', false, true],
  ['Get a user.', false, false],
  ['List existing return guías', false, false],
  ['See {"a": [1]}', false, false],
])('%j breaks off: observed %s, listed %s', (text, observed, listed) => {
  expect(isCutOff(text, 'observed')).toBe(observed);
  expect(isCutOff(text, 'listed')).toBe(listed);
});

test('hidden characters are found in values and in keys, each at its place', () => {
  const definition = {
    ...WHOLE,
    description: 'Get\u202e a user.',
    inputSchema: { type: 'object', properties: { 'pa\u200bth': { enum: ['\u{E0041}'] } } },
  };
  expect(codes(definition)).toEqual([
    'TP-03 /description',
    'TP-01 /inputSchema/properties/pa\u200bth/enum/0',
    'TP-02 /inputSchema/properties/pa\u200bth',
  ]);
});

test('a hidden character that no indicator knows is found too', () => {
  expect(codes({ ...WHOLE, description: 'Get\ue000 a user.' })).toEqual(['hidden-characters /description']);
});

test('an emoji with its joiners and its selector hides nothing', () => {
  expect(codes({ ...WHOLE, description: 'Ship it 👩‍🚀 ⚠️' })).toEqual([]);
});

test.each([['get user'], ['获取'], ['a,b'], [''], ['x'.repeat(129)]])(
  'the name %j is outside the rules',
  (name) => {
    expect(codes({ ...WHOLE, name })).toContain('TP-32 /name');
  },
);

test('claims that say less than the verdict shows contradict it', () => {
  const annotations = { readOnlyHint: true, destructiveHint: false };
  expect(codes({ ...WHOLE, annotations }, 'observed', { effects: ['delete-one'] })).toEqual([
    'annotation-contradiction /annotations/readOnlyHint',
    'annotation-contradiction /annotations/destructiveHint',
  ]);
  expect(codes({ ...WHOLE, annotations }, 'observed', { effects: ['read-sensitive'] })).toEqual([]);
});

test('a name given twice is an error that counts the tools', () => {
  expect(duplicateFindings(['a', 'b', 'a']).map(({ severity, message }) => [severity, message])).toEqual([
    ['error', 'The name "a" stands for 2 tools.'],
  ]);
});
