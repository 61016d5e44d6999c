import { expect, test } from 'vitest';
import { falseAlarms, isFound, recallOf, type TechniqueCase } from '../../src/core/indicators/recall.ts';
import { readTechniques } from '../../src/ingest/techniques.ts';

const { techniques, findings } = readTechniques('catalog');

/** The sets; what is wrong with them fails the first test. */
function sets(): NonNullable<typeof techniques> {
  if (techniques === null) throw new Error(JSON.stringify(findings));
  return techniques;
}

function missed(cases: readonly TechniqueCase[], hard: boolean): string[] {
  return cases
    .filter((one) => one.hard === hard && !isFound(one))
    .map(({ indicator, note }) => `${indicator} ${note}`);
}

test.each(['own', 'blind'] as const)('the set "%s" holds cases of every indicator', (name) => {
  const ids = Array.from({ length: 32 }, (_, index) => `TP-${String(index + 1).padStart(2, '0')}`);
  expect(recallOf(sets()[name]).byIndicator.map(({ id }) => id)).toEqual(ids);
  expect(sets()[name].length).toBeGreaterThanOrEqual(190);
});

/** What is reached, less a case or two; the goal for hard cases is 0.9. */
test.each([
  ['own', true, 0.95],
  ['own', false, 0.95],
  ['blind', true, 0.9],
  ['blind', false, 0.88],
] as const)('of the set "%s", hard %s, at least %s is found', (name, hard, least) => {
  const cases = sets()[name];
  const wanted = cases.filter((one) => one.hard === hard);
  const lost = missed(cases, hard);
  expect([lost, 1 - lost.length / wanted.length]).toEqual([
    expect.anything(),
    expect.toSatisfy((share: number) => share >= least),
  ]);
});

test('no honest definition shows a hard indicator, and at most two a soft one', () => {
  const { hard, soft } = falseAlarms(sets().honest);
  expect([hard.found, hard.of]).toEqual([0, 62]);
  expect(soft.found).toBeLessThanOrEqual(2);
});
