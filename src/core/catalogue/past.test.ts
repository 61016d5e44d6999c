import { expect, test } from 'vitest';
import { pastOf } from './past.ts';

const hash = (digit: string): string => `sha256:${digit.repeat(64)}`;
const OBSERVED = { date: '2026-03-01', version: '3' };
const HISTORY = [
  { date: '2026-01-01', version: '1', tools: { keep: hash('1'), change: hash('2'), leave: hash('3') } },
  { date: '2026-02-01', version: '2', tools: { keep: hash('1'), change: hash('2'), leave: hash('3') } },
  { date: '2026-03-01', version: '3', tools: { keep: hash('1'), change: hash('4'), come: hash('5') } },
];
const CURRENT = new Map(Object.entries(HISTORY[2]?.tools ?? {}));

test('each observation that differs is told, and one that does not differ keeps its place', () => {
  const { changes } = pastOf(HISTORY, OBSERVED, CURRENT);
  expect(changes).toEqual([
    {
      place: 1,
      date: '2026-01-01',
      version: '1',
      first: true,
      appeared: ['keep', 'change', 'leave'],
      changed: [],
      left: [],
    },
    {
      place: 3,
      date: '2026-03-01',
      version: '3',
      first: false,
      appeared: ['come'],
      changed: ['change'],
      left: ['leave'],
    },
  ]);
});

test('every tool has the date since which it is as it is, those that left as well', () => {
  const { since, gone } = pastOf(HISTORY, OBSERVED, CURRENT);
  expect(Object.fromEntries(since)).toEqual({
    keep: '2026-01-01',
    change: '2026-03-01',
    leave: '2026-03-01',
    come: '2026-03-01',
  });
  expect(gone).toEqual(['leave']);
});

test('a definition that is served no more is known by the last day on which it was', () => {
  expect(pastOf(HISTORY, OBSERVED, CURRENT).former).toEqual([
    { tool: 'change', hash: hash('2'), date: '2026-02-01', version: '2' },
    { tool: 'leave', hash: hash('3'), date: '2026-02-01', version: '2' },
  ]);
});

test('a definition that came back is neither former nor gone', () => {
  const back = [...HISTORY, { date: '2026-04-01', version: '4', tools: HISTORY[0]?.tools ?? {} }];
  const past = pastOf(back, OBSERVED, new Map(Object.entries(HISTORY[0]?.tools ?? {})));
  expect(past.former.map(({ tool }) => tool)).toEqual(['change', 'come']);
  expect(past.gone).toEqual(['come']);
});

test('without a history the observation is the first one, where its date is known', () => {
  expect(pastOf([], OBSERVED, CURRENT).changes).toMatchObject([
    { place: 1, date: '2026-03-01', first: true, appeared: ['keep', 'change', 'come'] },
  ]);
  expect(pastOf([], { date: 'an unknown date', version: null }, CURRENT).changes).toEqual([]);
});
