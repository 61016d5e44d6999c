import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reason } from '../../src/core/classify/verdict.ts';
import { markedText, markTree } from '../../src/core/present/marked.ts';
import { markedJson } from '../../src/core/present/marked-json.ts';
import type { Segment } from '../../src/core/present/page-model.ts';
import type { Definition } from '../../src/core/tool/definition.ts';
import { reason } from './sample.ts';

const text = (segments: readonly Segment[]): string => segments.map((segment) => segment.text).join('');
const marked = (segments: readonly Segment[]): [string, number[]][] =>
  segments.flatMap((segment) => (segment.marks === undefined ? [] : [[segment.text, segment.marks]]));

function json(definition: Definition, reasons: Reason[]): Segment[] {
  return markedJson(definition, markTree(reasons));
}

test('overlapping spans are cut into runs that carry all their marks', () => {
  const segments = markedText('Permanently removes a project', [
    { start: 0, end: 19, n: 1 },
    { start: 12, end: 29, n: 2 },
    { start: 12, end: 19, n: 3 },
  ]);
  expect(marked(segments)).toEqual([
    ['Permanently ', [1]],
    ['removes', [1, 2, 3]],
    [' a project', [2]],
  ]);
});

test('a span on a string marks its value, any other span the key', () => {
  const definition = {
    name: 'write_file',
    inputSchema: { properties: { path: { type: 'string', enum: ['delete', 'list'] } } },
  };
  const segments = json(definition, [
    reason({ effect: 'write-any-path' }, '/name', 0, 5),
    reason({ signal: 'path' }, '/inputSchema/properties/path', 0, 4),
    reason({ effect: 'delete-one' }, '/inputSchema/properties/path/enum/0', 0, 6),
  ]);
  expect(text(segments)).toBe(JSON.stringify(definition, null, 2));
  expect(marked(segments)).toEqual([
    ['write', [1]],
    ['path', [2]],
    ['delete', [3]],
  ]);
});

test('offsets count in the raw text, whatever JSON escapes before them', () => {
  const segments = json({ name: 'x', description: 'a "b"\n\tdelete' }, [
    reason({ effect: 'delete-one' }, '/description', 7, 13),
  ]);
  expect(marked(segments)).toEqual([['delete', [1]]]);
  expect(text(segments)).toContain('"a \\"b\\"\\n\\tdelete"');
});

test('hidden characters are spelled out and set apart, inside a mark too', () => {
  const segments = json({ name: 'x', description: 'de\u202elete \u{E0041}' }, [
    reason({ effect: 'delete-one' }, '/description', 0, 7),
  ]);
  expect(marked(segments)).toEqual([
    ['de', [1]],
    ['⟦U+202E⟧', [1]],
    ['lete', [1]],
  ]);
  expect(segments.filter((segment) => segment.hidden).map((segment) => segment.text)).toEqual([
    '⟦U+202E⟧',
    '⟦U+E0041⟧',
  ]);
});

test('spans beyond the text, inside a surrogate pair or at a place that does not exist do no harm', () => {
  const definition = { name: 'x', description: 'a😀b' };
  const segments = json(definition, [
    reason({ fact: 'bulk' }, '/description', 2, 99),
    reason({ fact: 'bulk' }, '/nowhere/0', 0, 3),
    reason({ fact: 'bulk' }, '/description', 5, 2),
  ]);
  expect(text(segments)).toBe(JSON.stringify(definition, null, 2));
  expect(marked(segments)).toEqual([['😀b', [1]]]);
});

test('whatever is marked, the text stays that of JSON.stringify', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const tree = fc.dictionary(
    fc.string(),
    fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(fc.string(), leaf, { maxKeys: 3 })),
    { maxKeys: 4 },
  );
  const span = fc.record({
    field: fc.constantFrom('/name', '/description', '/inputSchema', '/inputSchema/a', '/inputSchema/b/0'),
    start: fc.nat(20),
    end: fc.nat(20),
  });
  fc.assert(
    fc.property(fc.string(), tree, fc.array(span), (description, inputSchema, spans) => {
      const definition = { name: 'x', description, inputSchema } as Definition;
      const reasons = spans.map(({ field, start, end }) => reason({ fact: 'bulk' }, field, start, end));
      expect(text(json(definition, reasons)).replaceAll(/⟦U\+[0-9A-F]+⟧/g, '')).toBe(
        JSON.stringify(definition, null, 2).replaceAll(/[\u007f]/g, ''),
      );
    }),
  );
});
