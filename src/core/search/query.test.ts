import { expect, test } from 'vitest';
import { parseQuery, withoutFilters } from './query.ts';

test.each([
  ['refund', { text: 'refund' }],
  ['server:stripe refund', { text: 'refund', server: ['stripe'] }],
  ['refund SERVER:Stripe', { text: 'refund', server: ['Stripe'] }],
  ['risk:high risk:critical delete file', { text: 'delete file', risk: ['high', 'critical'] }],
  ['server:"Brave Search" web', { text: 'web', server: ['Brave Search'] }],
  ['server:"Brave Se', { text: '', server: ['Brave Se'] }],
  ['category:destructive flag:money', { text: '', category: ['destructive'], flag: ['money'] }],
  ['server: refund', { text: 'refund' }],
  ['observer:stripe', { text: 'observer:stripe' }],
])('%j is taken apart', (typed, { text, ...filters }) => {
  const query = parseQuery(typed);
  expect(query.text).toBe(text);
  expect(query.filters).toEqual({ risk: [], category: [], flag: [], server: [], ...filters });
});

test('a word may go on until a space is typed', () => {
  expect(parseQuery('ref').open).toBe(true);
  expect(parseQuery('ref ').open).toBe(false);
});

test('the text without its filters keeps the words and their order', () => {
  expect(withoutFilters('create risk:high  refund server:stripe')).toBe('create refund');
});
