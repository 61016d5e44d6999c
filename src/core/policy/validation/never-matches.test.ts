import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compiled } from '../pattern.ts';
import { neverMatches } from './never-matches.ts';

test.each([
  'a^b',
  '$a',
  'a$b',
  '(a$)b',
  '(?:x|y)^z',
  '^a$b?c',
  'x^|$y',
  'a\\Ab',
  'a\\zb',
  '[^\\s\\S]',
  'a[^\\D\\d]*[^\\w\\W]',
  '[^\\x00-\\x{10FFFF}]',
  '(a^b)+',
  '(^a){2}',
  '(?i)a^b',
  '(?P<n>$)a',
  '.^',
])('%s matches no text', (pattern) => {
  expect([compiled(pattern).search === null, neverMatches(pattern)]).toEqual([false, true]);
});

test.each([
  '^a$',
  'a?^b',
  '$a?',
  '(a^b)?c',
  '(a^b)*',
  'a^b|c',
  '^^a$$',
  '\\^a\\$b',
  '[$^]a^*',
  'a[^]^]b',
  '(?m)a$^b',
  '(?m:a$)\\n^b',
  '[^\\s\\d]',
  '[^\\s\\s]',
  '\\Qa^b\\E',
  '(^)+a',
  '(^){2}a',
  'a{0}^b',
  '[[:alpha:]^]b',
  '\\pL\\p{Greek}\\x{41}\\x41b',
  '\\b^a',
])('%s may match', (pattern) => {
  expect([compiled(pattern).search === null, neverMatches(pattern)]).toEqual([false, false]);
});

test('what is said to match nothing is found in no text', () => {
  const piece = fc.constantFrom(
    '^',
    '$',
    'a',
    'b',
    '(',
    ')',
    '|',
    '?',
    '*',
    '+',
    '[ab]',
    '[^\\s\\S]',
    '{2}',
    '.',
  );
  const pattern = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const text = fc.array(fc.constantFrom('a', 'b', '\n', ''), { maxLength: 5 }).map((all) => all.join(''));
  fc.assert(
    fc.property(pattern, fc.array(text, { minLength: 20, maxLength: 20 }), (one, texts) => {
      const { search } = compiled(one);
      if (search === null || !neverMatches(one)) return;
      expect(texts.filter((given) => search(given) !== 'no')).toEqual([]);
    }),
    { numRuns: 20_000 },
  );
});
