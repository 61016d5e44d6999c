import { expect, test } from 'vitest';
import { changed, exactly, parseLine, textOf } from './exact.ts';

test.each([
  '{"id":12345678901234567890}',
  '{"a":[1.00000000000000000001,1e400,-0.1e-7]}',
  '{"a":1.0,"b":[2.50,-0,0.0],"c":-0.0}',
  '{"a":123456789.12345678,"b":0.0000001,"c":1E2,"d":-0}',
  '{"jsonrpc":"2.0","version":"v1.10","a":1.5}',
  '{"text":"12345678901234567890 \\u2028"}',
])('every digit survives: %s', (line) => {
  const message = parseLine(line) as object;
  expect(textOf(message)).toBe(line.replace('\\u2028', '\u2028'));
});

test('what is judged of a long number is a number', () => {
  expect(parseLine('{"amount":12345678901234567890}')).toEqual({ amount: Number('12345678901234567890') });
});

test('a key given twice is sent on once, as it was judged', () => {
  expect(textOf(parseLine('{"method":"tools/call","method":"ping"}') as object)).toBe('{"method":"ping"}');
});

test('a name like that of the prototype stays a key', () => {
  const line = '{"params":{"__proto__":{"a":1}}}';
  expect(textOf(parseLine(line) as object)).toBe(line);
});

test.each(['', '{', 'hello', '{"a":1}}'])('what is no JSON is undefined: %j', (line) => {
  expect(parseLine(line)).toBeUndefined();
});

test('what stays of a changed message keeps its digits', () => {
  const message = parseLine('{"a":1.0,"b":2.0}') as Record<string, never>;
  const next = changed(message, ({ a, ...rest }) => rest);
  expect([next, textOf(next), JSON.stringify(exactly(next))]).toEqual([{ b: 2 }, '{"b":2.0}', '{"b":2.0}']);
});

test('each message of a batch keeps its digits', () => {
  const [first] = parseLine('[{"a":1.0}]') as object[];
  expect(textOf(first ?? {})).toBe('{"a":1.0}');
});
