import { readFileSync } from 'node:fs';
import { countTokens as reference } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { countTokens } from './count-tokens.ts';
import { medianOf } from './median.ts';
import { modelText } from './model-text.ts';
import { TOKENIZER } from './tokenizer.ts';

test.each([
  ['', 0],
  ['hello world', 2],
  ['Delete the repository.', 4],
  ['    \n\n  x', 3],
])('%j has %i tokens', (text, tokens) => {
  expect(countTokens(text)).toBe(tokens);
});

test('a definition counts as the library counts it whole, the second time as well', () => {
  const text = modelText({
    name: 'create_refund',
    description: 'Refunds a payment — d’après l’ordre. 退款 🧾🧾 `--force`\n\n- once\n- never twice',
    inputSchema: { type: 'object', properties: { amount: { type: 'integer', minimum: 1 } } },
  });
  expect([countTokens(text), countTokens(text)]).toEqual([reference(text), reference(text)]);
});

test('text that reads like a control token is text', () => {
  expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
});

test('a long run without a space is counted in pieces, and never inside a character', () => {
  const run = 'a'.repeat(1_000_000);
  expect(countTokens(run)).toBeGreaterThan(100_000);
  expect(countTokens('𝕏'.repeat(2_000))).toBe(reference('𝕏'.repeat(2_000)));
});

test('only what reaches a model is counted', () => {
  const definition = { name: 'a', description: 'b', inputSchema: { type: 'object' } };
  const more = { ...definition, outputSchema: { type: 'object' }, annotations: { title: 'c' } };
  expect(modelText(more)).toBe('{"name":"a","description":"b","inputSchema":{"type":"object"}}');
  expect(modelText({ name: 'a' })).toBe('{"name":"a"}');
});

test('the tokenizer that pages name is the one installed', () => {
  const manifest = JSON.parse(readFileSync(`node_modules/${TOKENIZER.package}/package.json`, 'utf8'));
  expect(manifest.version.split('.')[0]).toBe(TOKENIZER.version);
});

test.each([
  [[], null],
  [[3], 3],
  [[9, 1, 3], 3],
  [[1, 2, 3, 4], 3],
  [[4, 4, 9, 100], 7],
])('the median of %j is %j', (numbers, median) => {
  expect(medianOf(numbers)).toBe(median);
});
