import { expect, test } from 'vitest';
import { nearWords, slips } from './near-words.ts';

test.each([
  ['refund', 'refund', 0],
  ['refnd', 'refund', 1],
  ['refunds', 'refund', 1],
  ['refumd', 'refund', 1],
  ['erfund', 'refund', 1],
  ['rfnud', 'refund', 2],
  ['stripe', 'slack', 3],
])('from %s to %s it takes %i', (a, b, number) => {
  expect(slips(a, b, 2)).toBe(number);
  expect(slips(b, a, 2)).toBe(number);
});

test('the fewest slips come first, then what more tools have; what is too far is left out', () => {
  const known = [
    ['refined', 9],
    ['refund', 3],
    ['refuel', 5],
    ['friend', 80],
    ['refunds', 3],
  ] as const;
  expect(nearWords('refundd', known)).toEqual(['refund', 'refunds', 'refined']);
  expect(nearWords('xy', [['xz', 1]])).toEqual([]);
});
