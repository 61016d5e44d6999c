import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, readFragment, unpack, writeFragment } from './share.ts';

const names = fc.oneof(
  fc.string(),
  fc.constantFrom('a&tool=b', '#', '%00', '__proto__', 'a\u202eb', '=', '+ +'),
);

test('a policy is unpacked as it was packed, in letters that an address can hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (text) => {
      const packed = await pack(text);
      expect(packed).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(await unpack(packed)).toBe(text);
    }),
  );
});

test('a fragment is read as it was written, whatever the names', () => {
  fc.assert(
    fc.property(fc.option(names), fc.option(names), fc.option(names), (server, tool, policy) => {
      const fragment = { server, profile: tool, tool, policy };
      const wellFormed = Object.values(fragment).every((value) => value?.isWellFormed() ?? true);
      if (wellFormed) expect(readFragment(writeFragment(fragment))).toEqual(fragment);
    }),
  );
});

test('an empty fragment names nothing', () => {
  expect(writeFragment(readFragment(''))).toBe('');
});

test('what was not packed here is no policy', async () => {
  for (const text of ['!!', 'AAAA', 'ey', '%', await pack('x').then((packed) => `${packed}zz`)])
    expect(await unpack(text)).toBe(null);
});

test('a text that unpacks without end is given up', async () => {
  expect(await unpack(await pack('x'.repeat(3_000_000)))).toBe(null);
});
