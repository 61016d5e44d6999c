import { expect, test } from 'vitest';
import { shardOf } from './name-index.ts';

/** Published test vectors of FNV-1a, 32 bits: '' is 811c9dc5, 'a' e40c292c, 'foobar' bf9cf968. */
test.each([
  ['', '81'],
  ['a', 'e4'],
  ['foobar', 'bf'],
])('the shard of %j is %s', (name, shard) => {
  expect(shardOf(name)).toBe(shard);
});
