import { expect, test } from 'vitest';
import { Fit, isCalled, LEVEL, liftNames, ranked, scoresOf, serverLevel } from './rank.ts';

const fitting = (levels: Record<number, number>): Fit => {
  const made = new Fit(6);
  for (const [tool, level] of Object.entries(levels)) made.raise([Number(tool)], level);
  return made;
};
const lengths = { lengths: Uint8Array.of(2, 2, 2, 3, 1, 2) } as Parameters<typeof ranked>[2];

test('every word must fit somewhere', () => {
  const scores = scoresOf(6, [
    fitting({ 0: LEVEL.name, 1: LEVEL.text }),
    fitting({ 0: LEVEL.text, 2: LEVEL.name }),
  ]);
  expect([...scores].map((score) => score > 0)).toEqual([true, false, false, false, false, false]);
});

test('exact names lead, then names that go on, whole words, beginnings, servers and descriptions; shorter names first', () => {
  const word = fitting({
    0: LEVEL.text,
    1: LEVEL.server,
    2: LEVEL.nameBeginning,
    3: LEVEL.name,
    4: LEVEL.name,
    5: LEVEL.name,
  });
  const scores = scoresOf(6, [word]);
  expect(ranked([0, 1, 2, 3, 4, 5], scores, lengths)).toEqual([4, 5, 3, 2, 1, 0]);
  liftNames(
    scores,
    [
      ['run', [0]],
      ['run_job', [1]],
      ['rerun', [2]],
    ],
    'run',
    true,
  );
  expect(ranked([0, 1, 2, 3, 4, 5], scores, lengths)).toEqual([0, 1, 4, 5, 3, 2]);
  expect([0, 1].map((tool) => isCalled(scores[tool] ?? 0))).toEqual([true, false]);
});

test('names that go on are lifted only where all of them are known', () => {
  const scores = scoresOf(6, [fitting({ 0: LEVEL.name, 1: LEVEL.name })]);
  liftNames(scores, [['run_job', [1]]], 'run', false);
  expect(scores[1]).toBe(scores[0]);
});

test('a worse level never replaces a better one', () => {
  const one = fitting({ 0: LEVEL.name });
  one.raiseRange(0, 6, LEVEL.server);
  one.raise([0], LEVEL.text);
  expect([...one.levels]).toEqual([LEVEL.name, 4, 4, 4, 4, 4]);
});

test('a server called what was typed is before other forms of the word in names, and those before its beginning', () => {
  expect(serverLevel(['stripe'], 'stripe')).toBeGreaterThan(LEVEL.nameRoot);
  expect(serverLevel(['stripe'], 'stripe')).toBeLessThan(LEVEL.nameBeginning);
  expect(serverLevel(['desktop', 'commander'], 'commands')).toBe(LEVEL.server);
  expect(serverLevel(['slack'], 'stripe')).toBe(0);
});
