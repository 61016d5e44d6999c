import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Verdict } from '../../src/core/classify/verdict.ts';
import { hintsFor } from '../../src/core/present/annotation-hints.ts';
import { annotationPatch } from '../../src/core/present/annotation-patch.ts';
import { agreementOf, annotationRows } from '../../src/core/present/annotations.ts';
import { claimFindings } from '../../src/core/tool/claims.ts';
import type { Definition } from '../../src/core/tool/definition.ts';
import type { JsonObject } from '../../src/core/tool/json.ts';
import { serverOf } from '../present/sample.ts';
import { annotations, classifier, definition, embedded } from './definitions.ts';

/** What a client reads from annotations with the defaults of the specification. */
function effective(patch: JsonObject): { readOnly: boolean; destructive: boolean; open: boolean } {
  const readOnly = patch['readOnlyHint'] === true;
  return {
    readOnly,
    destructive: !readOnly && patch['destructiveHint'] !== false,
    open: patch['openWorldHint'] !== false,
  };
}

const HINTS = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'];

function patchOf(verdict: Verdict, stated: JsonObject): JsonObject {
  return Object.fromEntries(hintsFor(verdict, stated).map(([hint, { value }]) => [hint, value]));
}

/** Effects that no author can say only add. */
const DESTROYS_ALL_THE_SAME = new Set<string>(['delete-one', 'delete-many', 'run-arbitrary']);

/** Effects that may overwrite, remove, spend or act at the caller's will: we never say by ourselves that they only add. */
const DESTROYS = new Set<string>([
  'delete-one',
  'delete-many',
  'write-any-path',
  'change-access',
  'run-named',
  'run-arbitrary',
  'operate-ui',
  'oblige-payment',
  'move-money',
]);

/** What the patch claims less than the verdict says. */
function understatements(tool: Definition, stated: JsonObject): string[] {
  const verdict = classifier.classify(tool, 'observed');
  if (verdict.risk === null) return [];
  const patch = patchOf(verdict, stated);
  const claims = effective(patch);
  const wrong: string[] = [];
  if (claims.readOnly && verdict.category !== 'Read')
    wrong.push(`${tool.name}: read-only ${verdict.category}`);
  const destroys = stated['destructiveHint'] === false ? DESTROYS_ALL_THE_SAME : DESTROYS;
  if (!claims.destructive && verdict.effects.some((effect) => destroys.has(effect)))
    wrong.push(`${tool.name}: only adds, with ${verdict.effects.join()}`);
  if (!claims.open && (verdict.flags.includes('untrusted') || verdict.flags.includes('outbound')))
    wrong.push(`${tool.name}: closed world with ${verdict.flags.join()}`);
  const findings = claimFindings({ ...tool, annotations: patch }, verdict);
  return [...wrong, ...findings.map(({ path }) => `${tool.name}: ${path} contradicts`)];
}

test('the patch for no tool of the catalogue claims less than its verdict, whatever its author states', () => {
  const calm = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  const all = embedded.flatMap((tool) =>
    [(tool['annotations'] ?? {}) as JsonObject, {}, calm].flatMap((stated) => understatements(tool, stated)),
  );
  expect(embedded.length).toBeGreaterThan(1000);
  expect(all).toEqual([]);
});

test('nor for made-up tools', () => {
  fc.assert(
    fc.property(definition, annotations, (tool, stated) => {
      expect(understatements(tool, stated)).toEqual([]);
    }),
  );
});

test('a page that says nothing contradicts offers no patch that changes a stated hint', () => {
  const calm = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  const samples = embedded.flatMap((tool) =>
    [tool['annotations'] ?? {}, calm].map((stated) => {
      const definition = { ...tool, annotations: stated } as Definition;
      return { definition, verdict: classifier.classify(definition, 'observed') };
    }),
  );
  const wrong = serverOf(samples).subjects.flatMap((subject) => {
    const { text } = annotationPatch(subject);
    const agreement = agreementOf(subject, annotationRows(subject));
    if (text === null || !agreement.includes('does not contradict the verdict')) return [];
    const patch = (JSON.parse(text) as { annotations: JsonObject }).annotations;
    const claims = subject.definition['annotations'] as JsonObject;
    return HINTS.filter(
      (hint) => typeof claims[hint] === 'boolean' && hint in patch && claims[hint] !== patch[hint],
    ).map((hint) => `${subject.definition.name}: ${hint}`);
  });
  expect(wrong).toEqual([]);
});

test('a patch once applied is all that the next one asks', () => {
  for (const tool of embedded) {
    const verdict = classifier.classify(tool, 'observed');
    if (verdict.risk === null) continue;
    const once = patchOf(verdict, (tool['annotations'] ?? {}) as JsonObject);
    expect(patchOf(verdict, once)).toEqual(once);
  }
});

test('what an author claims beyond the verdict stays claimed', () => {
  for (const tool of embedded) {
    const verdict = classifier.classify(tool, 'observed');
    if (verdict.risk === null) continue;
    const worst = { readOnlyHint: false, destructiveHint: true, openWorldHint: true };
    expect(patchOf(verdict, worst), tool.name).toMatchObject(worst);
  }
});
