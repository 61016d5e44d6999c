import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { heldReasons } from '../core/explain/held.ts';
import { loadClassifier } from './rulebook.ts';
import { variantsOf } from './variants.ts';

const RULES = fileURLToPath(new URL('../../catalog', import.meta.url));

test('a rule that its exception keeps out is told with the words that the exception matched', () => {
  const tool = {
    name: 'write_file',
    description: 'Writes a file. Only works within allowed directories.',
    inputSchema: { properties: { path: { type: 'string' } } },
  };
  const verdict = loadClassifier(RULES).classifier?.classify(tool, 'observed');
  if (verdict === undefined) throw new Error('the rules do not load');
  const held = heldReasons(variantsOf(RULES).eager, tool, 'observed', verdict);
  expect(verdict.effects).not.toContain('write-any-path');
  const [span] = held.find(({ rule }) => rule === 'writes-any-path')?.exception ?? [];
  expect(tool.description.slice(span?.start, span?.end)).toContain('allowed');
});
