import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadClassifier } from './rulebook.ts';
import { variantsOf } from './variants.ts';

const RULES = fileURLToPath(new URL('../../catalog', import.meta.url));

test('the eager variant fires rules that an exception keeps out, and every other', () => {
  const tool = { name: 'remove_label', description: 'Removes a label from an issue.' };
  const fired = (classifier: ReturnType<typeof variantsOf>['eager'] | undefined): string[] =>
    (classifier?.classify(tool, 'observed').reasons ?? []).map(({ rule }) => rule);
  const own = fired(loadClassifier(RULES).classifier);
  const eager = fired(variantsOf(RULES).eager);
  expect(eager).toEqual(expect.arrayContaining(own));
  expect(eager.length).toBeGreaterThan(own.length);
});
