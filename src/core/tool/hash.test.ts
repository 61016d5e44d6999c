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

test('a number too large for a double counts as null', () => {
  expect(definitionHash({ name: 'a', maximum: Number.POSITIVE_INFINITY })).toBe(
    definitionHash({ name: 'a', maximum: null }),
  );
});

/** Published vectors: the canonical form beside each, so that anyone can check with `printf … | sha256sum`. */
test.each([
  [{ name: 'a' }, '{"name":"a"}', 'd9d719b27480b55cd4918020e7473e716ed3569c8adafe926cf9b10b4f8ef064'],
  [
    { name: 'b', description: 'é\n\u20ac', n: 1e21 },
    '{"description":"é\\n€","n":1e+21,"name":"b"}',
    'ff1e5851354d364e85183063d14be1666def841698e821c45b1142ef8cbb0423',
  ],
  [
    { name: 'c', z: { '\ud83d\ude00': 1, ﬀ: 2, 1: 3 } },
    '{"name":"c","z":{"1":3,"😀":1,"ﬀ":2}}',
    '1c829283d21abea314c824ca55c4c8a31dc910a7646386f8f5d1f4687960a0fb',
  ],
])('vector %#', (definition, _canonical, hex) => {
  expect(definitionHash(definition)).toBe(`sha256:${hex}`);
});
