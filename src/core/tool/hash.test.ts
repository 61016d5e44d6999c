import { expect, test } from 'vitest';
import { definitionHash } from './hash.ts';

test('key order does not matter, every value does', () => {
  const hash = definitionHash({ name: 'a', n: 1 });
  expect(definitionHash({ n: 1, name: 'a' })).toBe(hash);
  expect(definitionHash({ n: 2, name: 'a' })).not.toBe(hash);
  expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test('half a surrogate pair counts as the replacement character', () => {
  expect(definitionHash({ name: 'a\ud800', x: [{ ['\udfff']: '\ud800' }] })).toBe(
    definitionHash({ name: 'a\ufffd', x: [{ ['\ufffd']: '\ufffd' }] }),
  );
});
