import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Verdict } from '../../src/core/classify/verdict.ts';
import { hintsFor } from '../../src/core/present/annotation-hints.ts';
import { claimFindings } from '../../src/core/tool/claims.ts';
import type { Definition } from '../../src/core/tool/definition.ts';
import type { JsonObject } from '../../src/core/tool/json.ts';
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

function patchOf(verdict: Verdict, stated: JsonObject): JsonObject {
  return Object.fromEntries(hintsFor(verdict, stated).map(([hint, { value }]) => [hint, value]));
}

/** Effects that may overwrite, remove, spend or act at the caller's will: no client may hear that they only add. */
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
  if (!claims.destructive && verdict.effects.some((effect) => DESTROYS.has(effect)))
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
