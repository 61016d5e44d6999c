import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readCorpus } from './corpus.ts';
import { serverIds } from './corpus-ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'toolwarden-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (server: string, name: string, more = {}): string =>
  JSON.stringify({ server, ...more, tool: { name } });

test('lines are grouped by server and read back in their order, compressed or not', async () => {
  const text = [
    line('@a/Läden', 'one', { version: '2' }),
    '',
    line('b', 'two — ü'),
    line('@a/Läden', 'three'),
  ].join('\n');
  const [plain, packed] = [join(folder, 'a.jsonl'), join(folder, 'a.jsonl.gz')];
  writeFileSync(plain, text);
  writeFileSync(packed, gzipSync(text));
  for (const file of [plain, packed]) {
    const { sources, findings } = await readCorpus(file, join(folder, `spool-${file.endsWith('gz')}`));
    expect(findings).toEqual([]);
    expect(sources.map((source) => source.id)).toEqual(['a-l-den', 'b']);
    const first = sources[0]?.read().server;
    expect(first?.definitions).toEqual([{ name: 'one' }, { name: 'three' }]);
    expect(first?.placeOf(1, '')).toEqual({ file, line: 4 });
    expect(first?.observed).toMatchObject({ version: '2', date: 'an unknown date' });
    expect(first?.entry).toMatchObject({ title: '@a/Läden', vendor: '@a', source: { kind: 'jsonl' } });
    expect(sources[1]?.read().server?.definitions).toEqual([{ name: 'two — ü' }]);
  }
});

test('a file that is no gzip is a finding', async () => {
  const file = join(folder, 'broken.jsonl.gz');
  writeFileSync(file, 'not compressed');
  const { findings } = await readCorpus(file, join(folder, 'spool'));
  expect(findings).toMatchObject([{ code: 'unreadable-file', file }]);
});

test('names that give the same id get one each, whatever their order', () => {
  const names = ['@a/b', 'a_b', 'a-b', '日本', 'x'];
  const ids = serverIds(names);
  expect(ids.get('a-b')).toBe('a-b');
  expect(ids.get('x')).toBe('x');
  expect(ids.get('日本')).toMatch(/^server-[0-9a-f]{8}$/);
  expect(new Set(ids.values()).size).toBe(names.length);
  const reversed = serverIds(names.toReversed());
  for (const name of names) expect(reversed.get(name)).toBe(ids.get(name));
});
