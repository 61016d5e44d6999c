import { expect, test } from 'vitest';
import { NO_FILTERS, narrow, resolveFilters } from './narrow.ts';
import { CATEGORY_WORDS, columnsOf, FLAG_WORDS, RISK_WORDS, type SearchRoot, twoDigits } from './root.ts';

const kind = (risk: string, category: string, ...flags: string[]): SearchRoot['kinds'][number] => [
  RISK_WORDS.indexOf(risk),
  CATEGORY_WORDS.indexOf(category),
  flags.reduce((bits, flag) => bits | (1 << FLAG_WORDS.indexOf(flag)), 0),
];

/** Two servers: tools 0 to 2 of the first, 3 and 4 of the second. */
const root: SearchRoot = {
  folder: '',
  servers: [
    ['bank', 'The Bank', 3],
    ['bank-two', 'Bank Two', 2],
  ],
  kinds: [
    kind('Low', 'Read', 'private'),
    kind('Critical', 'Financial', 'money', 'private'),
    kind('Unrated', 'Unclassified'),
  ],
  kindOf: [0, 1, 1, 0, 2].map(twoDigits).join(''),
  lengths: '22222',
  trees: { names: [], words: [], texts: [] },
};
const columns = columnsOf(root);
const all = () => true;
const risk = (counts: { risk: number[] }, word: string) => counts.risk[RISK_WORDS.indexOf(word)];

test('without filters every tool is left and counted once in each facet', () => {
  const { tools, counts } = narrow(root, columns, NO_FILTERS, all);
  expect(tools).toEqual([0, 1, 2, 3, 4]);
  expect([risk(counts, 'Critical'), risk(counts, 'Low'), risk(counts, 'Unrated')]).toEqual([2, 2, 1]);
  expect(counts.flag[FLAG_WORDS.indexOf('private')]).toBe(4);
  expect([...counts.server]).toEqual([3, 2]);
});

test('any value of a facet does, every facet must hold, and a facet is counted without its own choice', () => {
  const filters = { ...NO_FILTERS, risk: ['Low'], server: ['bank'] };
  const { tools, counts } = narrow(root, columns, filters, all);
  expect(tools).toEqual([0]);
  expect([risk(counts, 'Critical'), risk(counts, 'Low')]).toEqual([2, 1]);
  expect([...counts.server]).toEqual([1, 1]);
  expect(narrow(root, columns, { ...filters, risk: ['Low', 'Critical'] }, all).tools).toEqual([0, 1, 2]);
  expect(narrow(root, columns, { ...NO_FILTERS, flag: ['money'] }, all).tools).toEqual([1, 2]);
});

test('counts are those of what the words found', () => {
  const { tools, counts } = narrow(root, columns, NO_FILTERS, (tool) => tool > 2);
  expect(tools).toEqual([3, 4]);
  expect(risk(counts, 'Critical')).toBe(0);
});

test('filters are known in any letter case and by their beginning; a server by id, title, or the beginning of one', () => {
  const typed = { risk: ['crit'], category: ['READ'], flag: ['mon'], server: ['bank'] };
  expect(resolveFilters(typed, root.servers)).toEqual({
    filters: { risk: ['Critical'], category: ['Read'], flag: ['money'], server: ['bank'] },
    unknown: [],
  });
  expect(resolveFilters({ ...NO_FILTERS, server: ['bank t'] }, root.servers).filters.server).toEqual([
    'bank-two',
  ]);
  expect(resolveFilters({ ...NO_FILTERS, server: ['the bank'] }, root.servers).filters.server).toEqual([
    'bank',
  ]);
});

test('however the words of a server are parted it is called so, and what has no letter calls none', () => {
  const called = (value: string) =>
    resolveFilters({ ...NO_FILTERS, server: [value] }, root.servers).filters.server;
  expect(['thebank', 'The-Bank', 'banktwo', 'BankT'].map(called)).toEqual([
    ['bank'],
    ['bank'],
    ['bank-two'],
    ['bank-two'],
  ]);
  expect(called('-')).toEqual(['-']);
});

test('what nothing is called narrows to nothing and is told', () => {
  const { filters, unknown } = resolveFilters({ ...NO_FILTERS, risk: ['huge'] }, root.servers);
  expect(unknown).toEqual([{ facet: 'risk', value: 'huge' }]);
  expect(narrow(root, columns, filters, all).tools).toEqual([]);
});
