import { expect, test } from 'vitest';
import { alteredByParsing } from './altered.ts';

test.each([
  ['{"a": 1e400}', 'inexact-number', '/a'],
  ['{"a": [0, -1e400]}', 'inexact-number', '/a/1'],
  ['{"a": 1e-400}', 'inexact-number', '/a'],
  ['[9007199254740993]', 'inexact-number', '/0'],
  ['[9223372036854775807]', 'inexact-number', '/0'],
  ['{"a": 1, "b": {"x/y": 1, "x/y": 2}}', 'repeated-key', '/b/x~1y'],
  ['{"a": 1, "\\u0061": 2}', 'repeated-key', '/a'],
  ['{"__proto__": 1, "__proto__": 2}', 'repeated-key', '/__proto__'],
])('%s is told', (json, code, path) => {
  expect(alteredByParsing(json)).toMatchObject([{ code, path, severity: 'warning' }]);
});

test.each([
  '{"a": "1e400 \\" {\\"a\\":1}", "b": [{"a": 1}, {"a": 2}]}',
  '[9007199254740991, -9007199254740991, 0, -0, 0.0, 0e5, 0.1, 1e21, 1.5e3, true, null]',
  '{"a": "a", "b": "a"}',
  '9007199254740992',
  '""',
])('%s is kept as it is', (json) => {
  expect(alteredByParsing(json)).toEqual([]);
});
