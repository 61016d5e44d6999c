import { expect, test } from 'vitest';
import { verdictOf } from '../../../tests/present/sample.ts';
import type { Verdict } from '../classify/verdict.ts';
import type { Definition, Provenance } from '../tool/definition.ts';
import { settlesOf } from './settles.ts';

const WHOLE = { name: 'a', description: 'Writes.', inputSchema: { type: 'object' } };

test.each<[string, Definition, Partial<Verdict>, Provenance, string]>([
  [
    'no description',
    { ...WHOLE, description: ' ' },
    {},
    'observed',
    'a description that says what one call does',
  ],
  ['no schema', { name: 'a', description: 'A.' }, { effects: ['session'] }, 'observed', 'an input schema'],
  ['a listing', { name: 'a', description: 'A.' }, {}, 'listed', 'the answer of the server itself'],
  ['no effect', WHOLE, {}, 'observed', 'says what a call reads, changes, runs, deletes or pays'],
  ['a router', WHOLE, { effects: ['run-named'], facts: ['router'] }, 'observed', 'the list of operations'],
  ['several effects', WHOLE, { effects: ['run-named', 'session'] }, 'observed', 'which of these effects'],
  [
    'a claim against it',
    { ...WHOLE, annotations: { readOnlyHint: true } },
    { effects: ['write-own'] },
    'observed',
    'whether the claim that it only reads holds',
  ],
])('of %s it is said what would settle it', (_, definition, partial, provenance, words) => {
  const [sentence = ''] = settlesOf(definition, verdictOf({ confidence: 'low', ...partial }), provenance);
  expect(sentence).toMatch(/^What would settle it: .*\.$/);
  expect(sentence).toContain(words);
});

test('nothing is missing where the confidence is not low', () => {
  expect(settlesOf(WHOLE, verdictOf({ confidence: 'medium' }), 'observed')).toEqual([]);
});
