import { expect, test } from 'vitest';
import { disguisedKey, neverLeft } from './messages.ts';

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
