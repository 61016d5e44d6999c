import { expect, test } from 'vitest';
import { disguisedKey, lineOf, neverLeft, parseLine } from './messages.ts';

test.each([
  '{"id":12345678901234567890}',
  '{"a":[1.00000000000000000001,1e400,-0.1e-7]}',
  '{"text":"12345678901234567890 \\u2028"}',
])('every digit survives: %s', (line) => {
  const message = parseLine(line) as object;
  expect(lineOf(message)).toBe(`${line.replace('\\u2028', '\u2028')}\n`);
});

test('what is judged of a long number is a number', () => {
  expect(parseLine('{"amount":12345678901234567890}')).toEqual({ amount: Number('12345678901234567890') });
});

test('a key given twice is sent on once, as it was judged', () => {
  expect(lineOf(parseLine('{"method":"tools/call","method":"ping"}') as object)).toBe('{"method":"ping"}\n');
});

test('a name like that of the prototype stays a key', () => {
  const line = '{"params":{"__proto__":{"a":1}}}';
  expect(lineOf(parseLine(line) as object)).toBe(`${line}\n`);
});

test.each(['', '{', 'hello', '{"a":1}}'])('what is no JSON is undefined: %j', (line) => {
  expect(parseLine(line)).toBeUndefined();
});

test.each([
  [{ method: 'ping', ID: 1 }, 'ID'],
  [{ method: 'tools/call', params: { name: 'a', ARGUMENTS: {} } }, 'ARGUMENTS'],
  [{ method: 'prompts/get', params: { Name: 'a' } }, null],
  [{ method: 'ping', other: 1 }, null],
])('%j has the disguised key %s', (message, key) => {
  expect(disguisedKey(message)).toBe(key);
});

test('only what surely never left counts as never sent', () => {
  const refused = new TypeError('fetch failed', {
    cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
  });
  const reset = new TypeError('fetch failed', {
    cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }),
  });
  expect([neverLeft(refused), neverLeft(reset), neverLeft('x'), neverLeft(undefined)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
