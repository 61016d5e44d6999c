import { expect, test } from 'vitest';
import { comparing, nextDirection } from './sorting.ts';

test('figures begin with the greatest, words with the first, and a second click turns', () => {
  expect([nextDirection(null, true), nextDirection(null, false)]).toEqual(['descending', 'ascending']);
  expect([nextDirection('ascending', true), nextDirection('descending', true)]).toEqual([
    'descending',
    'ascending',
  ]);
});

test('numbers sort as numbers, and equal keys keep their order', () => {
  const rows = [
    { key: 9, at: 0 },
    { key: 10, at: 1 },
    { key: 9, at: 2 },
  ];
  const sorted = (direction: 'ascending' | 'descending'): number[] =>
    rows.toSorted((a, b) => comparing(a.key, b.key, direction)).map(({ at }) => at);
  expect([sorted('ascending'), sorted('descending')]).toEqual([
    [0, 2, 1],
    [1, 0, 2],
  ]);
});
