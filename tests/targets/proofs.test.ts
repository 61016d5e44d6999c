import { expect, test } from 'vitest';
import { PROOFS, provedBy } from '../../src/core/targets/proofs.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';

test('every target says what proves it', () => {
  expect(Object.keys(PROOFS)).toEqual(TARGETS.map(({ id }) => id));
});

test('an evaluator is named where one is claimed, and nowhere else', () => {
  for (const { by, engine, version } of Object.values(PROOFS))
    expect([engine !== null, version !== null]).toEqual([by === 'vendor', by === 'vendor']);
});

test('what a proof does not reach is documented', () => {
  for (const { id } of TARGETS)
    for (const ability of PROOFS[id].documented) expect(provedBy(id, ability)).toBe('documented');
});
