import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { columnsOf, type SearchRoot } from '../core/search/root.ts';
import { readShard } from '../core/search/tree.ts';
import { SearchIndex } from './search-index.ts';
import { SiteFiles } from './site-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'toolwarden-search-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tool = (server: string, name: string, description: string, more = {}) =>
  ({
    row: {
      server,
      serverTitle: server.toUpperCase(),
      name,
      href: `/tools/${server}/${name}/`,
      gist: description,
      risk: 'High',
      category: 'Read',
      flags: ['private'],
      ...more,
    },
    definition: { name, description },
  }) as unknown as Parameters<SearchIndex['add']>[0];

function written(...tools: Parameters<SearchIndex['add']>[0][]) {
  const index = new SearchIndex();
  for (const one of tools) index.add(one);
  index.write(new SiteFiles(folder));
  const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, 'search', path), 'utf8'));
  const root = read('root.json') as SearchRoot;
  return { root, read: (name: string) => read(`${root.folder}/${name}.json`) };
}

test('a tool is found by its name, the words of it and those of its description, and keeps its address', () => {
  const { root, read } = written(
    tool('a', 'listUsers', 'List the people.'),
    tool('b', 'list-users', 'List the people.', { href: '/tools/b/list-users-1a2b/', risk: null }),
  );
  expect(readShard(read('names-0'))).toEqual([
    ['list-users', [1]],
    ['listusers', [0]],
  ]);
  expect(readShard(read('words-0'))).toEqual([
    ['list', [0, 1]],
    ['users', [0, 1]],
  ]);
  expect(readShard(read('texts-0'))).toEqual([
    ['list', [0, 1]],
    ['people', [0, 1]],
  ]);
  expect(read('rows-0')).toEqual(['listUsers', ['list-users', '/tools/b/list-users-1a2b/']]);
  expect(root.servers).toEqual([
    ['a', 'A', 1],
    ['b', 'B', 1],
  ]);
  const { kindOf, serverOf, lengths } = columnsOf(root);
  expect([...serverOf]).toEqual([0, 1]);
  expect([...lengths]).toEqual([2, 2]);
  expect([...kindOf].map((kind) => root.kinds[kind])).toEqual([
    [1, 4, 2],
    [4, 4, 2],
  ]);
});

test('names of strangers are keys like any other', () => {
  const { read } = written(tool('a', '__proto__', 'constructor'), tool('a', 'toString', ''));
  expect(readShard(read('names-0'))).toEqual([
    ['__proto__', [0]],
    ['tostring', [1]],
  ]);
  expect(readShard(read('texts-0'))).toEqual([['constructor', [0]]]);
});

test('another index is another folder', () => {
  const first = written(tool('a', 'one', 'x')).root.folder;
  expect(written(tool('a', 'one', 'x')).root.folder).toBe(first);
  expect(written(tool('a', 'two', 'x')).root.folder).not.toBe(first);
  expect(readdirSync(join(folder, 'search'))).toContain('root.json');
});
