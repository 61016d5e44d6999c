import { expect, test } from 'vitest';
import { serverOf } from '../../../tests/present/sample.ts';
import { serverTokens, thousands, toolTokens } from './token-cost.ts';

const { subjects } = serverOf([{ definition: { name: 'a' } }, { definition: { name: 'b' } }]);
const counted = subjects.map((subject, index) => ({ ...subject, tokens: 1_000 + index }));
const usual = { tool: 180, server: 1_500 };

test('the figures of a server are the sum of its tools beside the medians', () => {
  expect(serverTokens(counted, usual)).toMatchObject({
    tokens: 2_001,
    median: 1_500,
    says: 'A client that loads all 2 tools puts 2,001 tokens before the model; the median server of this catalogue puts 1,500 there, and the median tool 180.',
    tokenizer: 'o200k_base, as gpt-tokenizer 4 counts',
  });
  expect(toolTokens(counted[1] as (typeof counted)[1], usual)).toMatchObject({ tokens: 1_001, median: 180 });
});

test('what was not counted has no figure, and never zero', () => {
  expect(serverTokens(subjects, usual)).toBeNull();
  expect(serverTokens(counted, null)).toBeNull();
  expect(toolTokens(subjects[0] as (typeof subjects)[0], usual)).toBeNull();
});

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [1_234_567, '1,234,567'],
])('%i reads %s', (number, text) => {
  expect(thousands(number)).toBe(text);
});
