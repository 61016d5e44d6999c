import { expect, test } from 'vitest';
import { ratesOf, wilson } from './rates.ts';

// By hand, with z = 1.96: p = 8/10, z² = 3.8416; middle 0.8 + 3.8416/20 = 0.99208; reach √(0.38416 · (0.16 + 0.09604))
// = 0.31363; whole 1.38416: 0.67845 / 1.38416 = 0.4902 and 1.30571 / 1.38416 = 0.9433.
test('eight of ten allow a share between 49% and 94%', () => {
  expect(wilson(8, 10)).toEqual([0.4902, 0.9433]);
});

test('all of few is no certainty, and nothing says nothing', () => {
  expect(wilson(10, 10)).toEqual([0.7225, 1]);
  expect(wilson(0, 10)).toEqual([0, 0.2775]);
  expect(wilson(0, 0)).toEqual([0, 1]);
});

test('the interval of F1 is that of the hits among all that is claimed or labelled, transformed', () => {
  const { f1, intervals } = ratesOf({ hits: 8, false: 1, missed: 1 });
  expect(f1).toBe(0.8889);
  // 2 · 0.4902 / 1.4902 and 2 · 0.9433 / 1.9433
  expect(intervals.f1).toEqual([0.6579, 0.9708]);
  expect(intervals.precision).toEqual(wilson(8, 9));
});
