import { expect, test } from 'vitest';
import { readYaml } from './yaml.ts';

test('a value can say on which line it stands', () => {
  const { source } = readYaml('id: a\nlist:\n  - one\n  - deep: { x: 1 }\nlast: z\n', 'f.yaml');
  expect(source?.lineOf('/list/1/deep')).toBe(4);
  expect(source?.lineOf('/last')).toBe(5);
  expect(source?.lineOf('/list/0')).toBe(3);
});

test('a missing path answers with the line of its nearest ancestor', () => {
  const { source } = readYaml('a: 1\nb:\n  c: 2\n', 'f.yaml');
  expect(source?.lineOf('/b/missing/deeper')).toBe(2);
});

test('JSON is read by the same door, with lines', () => {
  const { source } = readYaml('{\n  "a": [\n    {"b": 1}\n  ]\n}\n', 'f.json');
  expect(source?.value).toEqual({ a: [{ b: 1 }] });
  expect(source?.lineOf('/a/0/b')).toBe(3);
});

test('a syntax error is a finding with its line, not a throw', () => {
  const { source, findings } = readYaml('a: 1\nb: [1, 2\nc: 3\n', 'broken.yaml');
  expect(source).toBeNull();
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ code: 'yaml-syntax', severity: 'error', file: 'broken.yaml' });
  expect(findings[0]?.line).toBeGreaterThanOrEqual(2);
});

test('an empty document is a finding', () => {
  expect(readYaml('', 'empty.yaml').findings).toHaveLength(1);
});
