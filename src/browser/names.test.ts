import { expect, test } from 'vitest';
import { rank, shardOf } from './names.ts';

test('a shard is the first byte of the FNV-1a hash of the name', () => {
  // Published vectors of 32-bit FNV-1a: "" is 811c9dc5, "a" is e40c292c, "foobar" is bf9cf968.
  expect(shardOf('')).toBe('81');
  expect(shardOf('a')).toBe('e4');
  expect(shardOf('foobar')).toBe('bf');
});

test('the same letter case comes first, then the order of the index', () => {
  const hits = rank(
    [
      ['a', 'Search', '/tools/a/Search/', 'A', 'Read', 'Low'],
      ['b', 'search', '/tools/b/search/', 'B', 'Read', null],
      ['c', 'search', '/tools/c/search/', 'C', 'Read', 'Low'],
    ],
    'search',
  );
  expect(hits.map(({ server }) => server)).toEqual(['B', 'C', 'A']);
  expect(hits[0]?.risk).toBe('Unrated');
});
