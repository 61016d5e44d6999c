import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugsOf } from './slug.ts';

test('a name that is safe in a URL and on every file system stays as it is', () => {
  const names = ['create_refund', 'policies.create', 'API-post-page', 'listUsers', '_meta', 'x'.repeat(100)];
  expect(slugsOf(names)).toEqual(names);
});

test.each([
  ['a slash', 'repos/delete'],
  ['a backslash', 'a\\b'],
  ['a space', 'get weather'],
  ['CJK', '获取天气'],
  ['the parent folder', '..'],
  ['the folder itself', '.'],
  ['a dot in front', '.git'],
  ['a dot at the end', 'name.'],
  ['a device name', 'con'],
  ['a device name in capitals with an extension', 'NUL.txt'],
  ['a serial port', 'com1'],
  ['200 characters', 'x'.repeat(200)],
  ['a file that stands beside the folders', 'index.json'],
  ['nothing', ''],
  ['a percent sign', '%2e%2e'],
  ['a null', 'a\u0000b'],
  ['half a character', '\ud800'],
])('%s becomes a readable remnant with a hash', (_, name) => {
  expect(slugsOf([name])[0]).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,60}-[0-9a-f]{8}$/);
});

test('names that differ only by letter case stay apart, and the lower-case one keeps its form', () => {
  const [upper, lower] = slugsOf(['GetUser', 'getuser']);
  expect(lower).toBe('getuser');
  expect(upper).toMatch(/^GetUser-[0-9a-f]{8}$/);
  expect(slugsOf(['GETUSER', 'GetUser']).every((slug) => /-[0-9a-f]{8}$/.test(slug))).toBe(true);
});

test('a name that looks like the slug of another does not meet it', () => {
  const [slug = ''] = slugsOf(['a/b']);
  const both = slugsOf(['a/b', slug]);
  expect(both[1]).toBe(slug);
  expect(both[0]).not.toBe(slug);
});

test('a name given twice gets a slug each time, the first its own', () => {
  const [first, second] = slugsOf(['search', 'search']);
  expect(first).toBe('search');
  expect(second).toMatch(/^search-[0-9a-f]{8}$/);
});

test('names that are no proper text are told apart as well', () => {
  const [first, second] = slugsOf(['\ud800', '\ud801']);
  expect(first).toMatch(/^tool-[0-9a-f]{8}$/);
  expect(second).toMatch(/^tool-[0-9a-f]{8}$/);
  expect(first).not.toBe(second);
});

test('slugs are unique without regard to case, and do not depend on the order of names', () => {
  // Any code unit; the built-in unit of that kind takes a second to build.
  const unit = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));
  const name = fc.oneof(
    fc.string({ unit, maxLength: 8 }),
    fc.constantFrom('a', 'A', 'a b', 'A B', 'con', 'CON', '..'),
  );
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
      const slugs = slugsOf(names);
      expect(new Set(slugs.map((slug) => slug.toLowerCase())).size).toBe(names.length);
      expect(slugsOf(names.toReversed()).toReversed()).toEqual(slugs);
      expect(slugs.filter((slug) => !/^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,126}$/.test(slug))).toEqual([]);
    }),
  );
});
