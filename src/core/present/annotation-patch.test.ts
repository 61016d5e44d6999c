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

test("an author's word stands where the definition shows nothing against it", () => {
  const stated = { annotations: { destructiveHint: false, idempotentHint: true } };
  for (const effect of ['write-own', 'run-named', 'communicate'] as const)
    expect(patch([effect], stated).annotations).toMatchObject(stated.annotations);
  expect(patch(['write-own']).annotations).toMatchObject({ destructiveHint: true, idempotentHint: false });
  expect(patch(['run-arbitrary'], stated).annotations.destructiveHint).toBe(true);
});

test('a claim of destruction keeps a tool from being said to be read-only', () => {
  const { annotations } = patch(['read-reference'], { annotations: { destructiveHint: true } });
  expect(annotations).toMatchObject({ readOnlyHint: false, destructiveHint: true });
});

test('a hint that the patch states otherwise is named beside the claims, with its reason', () => {
  const claims = (effects: Effect[], stated: JsonObject) =>
    pageOf({ name: 'sweep', annotations: stated }, { effects }).why.agreement;
  expect(claims(['run-arbitrary'], { destructiveHint: false })).toBe(
    'The verdict does not fit what the author states in destructiveHint, so the patch below states destructiveHint as true. The caller writes what runs, and that may destroy.',
  );
  expect(claims(['delete-one'], { destructiveHint: false })).toContain('contradicts what the author states');
  expect(claims(['delete-one', 'communicate'], { destructiveHint: false, openWorldHint: false })).toContain(
    'The patch below also states openWorldHint as true. A call reaches others.',
  );
  expect(claims(['run-named'], { destructiveHint: false, idempotentHint: true })).toContain(
    'does not contradict the verdict',
  );
});

test('the title among the annotations is the one that stays there', () => {
  const { annotations } = patch(['compute'], { title: 'Sweep', annotations: { title: 'Sweep all' } });
  expect(annotations.title).toBe('Sweep all');
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
  const closed = { name: 'd', annotations: { openWorldHint: false } };
  const misfit = serverOf([{ definition: closed, verdict: { effects: ['fetch-any'] } }]).subjects;
  expect(coverageOf(misfit)).toContain(
    'On 1 tool a claim does not fit the verdict, and the patch for the author states it otherwise.',
  );
  const fitting = serverOf([{ definition: closed, verdict: { effects: ['compute'] } }]).subjects;
  expect(coverageOf(fitting)).toContain('None of these claims contradicts its verdict.');
});
