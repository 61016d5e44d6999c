import { expect, test } from 'vitest';
import { pageOf, serverOf } from '../../../tests/present/sample.ts';
import type { Effect } from '../taxonomy.ts';
import type { JsonObject } from '../tool/json.ts';
import { contradictionsOf, coverageOf } from './annotation-coverage.ts';

function patch(effects: Effect[], definition: JsonObject = {}, flags: 'delete'[] = []) {
  const page = pageOf({ name: 'sweepRecords', ...definition }, { effects, flags });
  const { text, intro, says } = page.why.patch;
  return { annotations: text === null ? null : JSON.parse(text).annotations, intro, says };
}

test('a tool that only reads is said to be read-only, and nothing that means nothing beside it', () => {
  expect(patch(['read-sensitive']).annotations).toEqual({
    title: 'Sweep records',
    readOnlyHint: true,
    openWorldHint: true,
  });
});

test('a tool that deletes is said to destroy, whatever its author states', () => {
  const { annotations, intro, says } = patch(
    ['delete-one'],
    { title: 'Sweep', annotations: { destructiveHint: false, idempotentHint: true } },
    ['delete'],
  );
  expect(annotations).toEqual({
    title: 'Sweep',
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: true,
    openWorldHint: true,
  });
  expect(intro).toContain('adds title, readOnlyHint and openWorldHint and changes destructiveHint');
  expect(says).toHaveLength(4);
});

test('where the verdict cannot tell an addition from a change, the word of the author stands', () => {
  const stated = { annotations: { destructiveHint: false } };
  expect(patch(['write-own'], stated).annotations.destructiveHint).toBe(false);
  expect(patch(['write-own']).annotations.destructiveHint).toBe(true);
  expect(patch(['run-arbitrary'], stated).annotations.destructiveHint).toBe(true);
});

test('repeating what sends or pays is never said to add nothing', () => {
  const stated = { annotations: { idempotentHint: true } };
  expect(patch(['communicate'], stated).annotations.idempotentHint).toBe(false);
  expect(patch(['write-own'], stated).annotations.idempotentHint).toBe(true);
});

test('an author who states all of it has nothing to change', () => {
  const stated = { title: 'Sweep', readOnlyHint: true, openWorldHint: false };
  expect(patch(['read-reference'], { annotations: stated }).intro).toContain('already states');
});

test('an unrated tool gets no patch', () => {
  expect(patch([])).toMatchObject({ annotations: null, says: [] });
});

test('a title with hidden characters is not handed on', () => {
  expect(patch(['compute'], { title: 'Sweep\u202e' }).annotations.title).toBe('Sweep records');
});

test('coverage counts each hint, and names the tools whose claims are contradicted', () => {
  const { subjects } = serverOf([
    {
      definition: { name: 'a', annotations: { readOnlyHint: true, title: 'A' } },
      verdict: { effects: ['delete-one'] },
    },
    { definition: { name: 'b', annotations: { readOnlyHint: true } }, verdict: { effects: ['compute'] } },
    { definition: { name: 'c', title: 'C' } },
  ]);
  expect(coverageOf(subjects)).toBe(
    'Of 3 tools, the author states readOnlyHint on 2 and a title on 2. No tool states destructiveHint, idempotentHint or openWorldHint. On 1 tool a claim contradicts the verdict.',
  );
  expect(contradictionsOf(subjects).map(({ text }) => text)).toEqual(['a']);
  expect(coverageOf(serverOf([{ definition: { name: 'a' } }]).subjects)).toContain('assume the worst');
});
