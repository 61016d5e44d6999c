import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Entry, readShard, shardRange, shardsOf } from './tree.ts';

const entriesOf = (words: readonly string[]): Entry[] =>
  [...new Set(words)].sort((a, b) => (a < b ? -1 : 1)).map((word, index) => [word, [index, index + 3]]);

test('every word that begins with a prefix is in the range of shards for it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 60 }),
      word,
      fc.integer({ min: 1, max: 90 }),
      (words, prefix, size) => {
        const entries = entriesOf(words);
        const shards = shardsOf(entries, size);
        const [from, end] = shardRange(
          shards.map(({ first }) => first),
          prefix,
        );
        const found = shards.slice(from, end).flatMap(({ text }) => readShard(JSON.parse(text)));
        const those = (list: Entry[]) => list.filter(([one]) => one.startsWith(prefix));
        expect(those(found)).toEqual(those(entries));
      },
    ),
  );
});

test('a prefix loads only the shards that can hold it', () => {
  const firsts = ['alpha', 'create', 'delete', 'get', 'send'];
  expect(shardRange(firsts, 'create')).toEqual([1, 2]);
  expect(shardRange(firsts, 'fetch')).toEqual([2, 3]);
  expect(shardRange(firsts, 'zoo')).toEqual([4, 5]);
  expect(shardRange([], 'a')).toEqual([0, 0]);
});

test('a shard keeps to its size unless one word alone is larger', () => {
  const shards = shardsOf(
    [
      ['a', [1]],
      ['b', [2]],
      ['c', Array.from({ length: 50 }, (_, tool) => tool)],
      ['d', [4]],
    ],
    20,
  );
  expect(shards.map(({ first }) => first)).toEqual(['a', 'c', 'd']);
});

test('what is no shard reads as no words', () => {
  expect(readShard({ error: 'not found' })).toEqual([]);
});
