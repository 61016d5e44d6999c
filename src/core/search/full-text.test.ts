import { expect, test } from 'vitest';
import { excerptPieces, furtherHits, goesDeeper, isPhrase } from './full-text.ts';

test.each([
  ['"exact words"', true],
  [' "exact words" ', true],
  ['"exact words', false],
  ['""', false],
  ['"  "', false],
  ['say "exact words"', false],
])('%j is a phrase: %j', (text, expected) => {
  expect(isPhrase(text)).toBe(expected);
});

test.each([
  ['few tools for words', 'settlement window', { tools: 9, called: false }, true],
  ['enough tools', 'settlement window', { tools: 10, called: false }, false],
  ['a word of two letters', 'settlement id', { tools: 0, called: false }, false],
  ['a tool called so', 'refund', { tools: 1, called: true }, false],
  ['the beginning of a name', 'create_ref', { tools: 2, called: false }, false],
  ['what is written like a name, and nothing found', 'idempotency_key', { tools: 0, called: false }, true],
  ['a phrase, whatever was found', '"a b"', { tools: 500, called: true }, true],
  ['filters alone', '', { tools: 3, called: false }, false],
])('the full text is asked by itself: %s', (_, text, first, expected) => {
  expect(goesDeeper(text, first)).toBe(expected);
});

const hit = (tool: number, content: string) => ({ tool, content });

test('further hits are those that are new, in the order of the full text, each once', () => {
  const hits = [
    hit(4, 'a settlement'),
    hit(2, 'a settlement'),
    hit(9, 'settlements'),
    hit(4, 'a settlement'),
  ];
  expect(furtherHits(hits, 'settlement', (tool) => tool !== 2).map(({ tool }) => tool)).toEqual([4, 9]);
});

test('a hit must have each word, in some form', () => {
  const hits = [hit(1, 'Organizes policies'), hit(2, 'organization only'), hit(3, 'time zone ZZ')];
  expect(furtherHits(hits, 'organization policy', () => true).map(({ tool }) => tool)).toEqual([1]);
  expect(furtherHits(hits, 'zzqqxxyy', () => true)).toEqual([]);
});

test('an excerpt is text and marks, and no markup of a stranger', () => {
  expect(excerptPieces('the &lt;mark&gt;b&lt;/mark&gt; <mark>&lt;img</mark> x')).toEqual([
    { text: 'the <mark>b</mark> ', marked: false },
    { text: '<img', marked: true },
    { text: ' x', marked: false },
  ]);
});
