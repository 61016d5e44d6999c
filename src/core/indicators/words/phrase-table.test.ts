import { expect, test } from 'vitest';
import { LEXICON } from './lexicon.ts';
import { PHRASES } from './phrase-table.ts';

const forms = PHRASES.flatMap(([, , list]) => list).map((form) => form.split(' '));

test('every class of a phrase is in the lexicon', () => {
  const used = forms.flatMap((parts) => parts.filter((_, index) => index % 2 === 0));
  expect(used.filter((name) => !(name in LEXICON))).toEqual([]);
});

test('between two classes stands a number of words', () => {
  const gaps = forms.flatMap((parts) => parts.filter((_, index) => index % 2 === 1));
  expect(gaps.filter((gap) => !/^\d+$/.test(gap))).toEqual([]);
});
