import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROOFS, provedBy } from '../../src/core/targets/proofs.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { MATCHERS } from './matchers/matchers.ts';

const FOLDER = join(import.meta.dirname, 'matchers');

/** Every module that a file of the matchers imports, those of its imports included. */
function importsOf(file: string): string[] {
  const found = [...readFileSync(file, 'utf8').matchAll(/from '([^']+)';$/gm)].map(([, name = '']) => name);
  return found.flatMap((name) => (name.startsWith('.') ? importsOf(join(dirname(file), name)) : [name]));
}

test('every target has a matcher and says what proves it', () => {
  expect(Object.keys(PROOFS)).toEqual(TARGETS.map(({ id }) => id));
  expect(Object.keys(MATCHERS)).toEqual(Object.keys(PROOFS));
});

test('an evaluator is named where it decides, in the version that is here, and nowhere else', () => {
  for (const [id, { by, engine, version, run }] of Object.entries(PROOFS)) {
    if (run !== null) continue;
    if (by !== 'vendor') {
      expect([id, engine, version]).toEqual([id, null, null]);
      continue;
    }
    const used = importsOf(join(FOLDER, `${id}.ts`));
    expect([id, used.some((name) => name === engine || name.startsWith(`${engine}/`))]).toEqual([id, true]);
    const { version: here } = JSON.parse(readFileSync(`node_modules/${engine}/package.json`, 'utf8'));
    expect([id, version]).toEqual([id, here]);
  }
});

test('what an evaluator decided that is not here is recorded, and none of it is wrong', () => {
  const recorded = JSON.parse(readFileSync(join(import.meta.dirname, 'vendor-runs.json'), 'utf8')) as object;
  const cited = Object.entries(PROOFS).filter(([, { run }]) => run !== null);
  expect(Object.keys(recorded)).toEqual(cited.map(([id]) => id));
  for (const [id, { by, engine, version, run: date }] of cited) {
    const run = (recorded as Record<string, Record<string, number>>)[id];
    expect([by, run]).toMatchObject(['vendor', { engine, version, date, wrong: [] }]);
    expect(run?.['decisions']).toBeGreaterThan(5 * (run?.['tools'] ?? Number.NaN));
  }
});

test('no matcher shares code with the renderers', () => {
  for (const { id } of TARGETS)
    for (const name of importsOf(join(FOLDER, `${id}.ts`)))
      expect([id, name]).toEqual([id, expect.not.stringMatching(/core|smol-toml|^yaml$/)]);
});

test('what a proof does not reach is documented', () => {
  expect(provedBy('agentcore', 'allow')).toBe('vendor');
  expect(provedBy('agentcore', 'hide')).toBe('documented');
  expect(provedBy('cursor', 'ask')).toBe('matcher');
});
