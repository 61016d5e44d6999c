import { expect, test } from 'vitest';
import { serverOf } from '../../../../tests/present/sample.ts';
import { pastOf } from '../../catalogue/past.ts';
import { API_SCHEMAS, apiJsonSchema } from '../../schemas/api/api-schemas.ts';
import { hashShards } from './hash-shards.ts';
import { type ServerFacts, serverData } from './server-data.ts';
import { modifiedCsv, toolsCsv } from './tool-tables.ts';

const OLD = `sha256:${'a'.repeat(64)}`;

/** A server whose tool `wipe` had another definition, and which listed `gone`. */
function server(date = '2026-02-01'): ServerFacts {
  const { facts, subjects } = serverOf([
    { definition: { name: 'wipe' }, verdict: { effects: ['delete-many'] } },
    { definition: { name: '=cmd()' } },
  ]);
  const names = subjects.map(({ definition }) => definition.name);
  const hashes = subjects.map(({ hash }) => hash);
  const now = new Map(names.map((name, index) => [name, hashes[index] ?? '']));
  const history = [
    { date: '2026-01-01', version: '1', tools: { wipe: OLD, gone: OLD, '=cmd()': hashes[1] ?? '' } },
    { date: '2026-02-01', version: '2', tools: Object.fromEntries(now) },
  ];
  const isDated = date !== 'an unknown date';
  const past = pastOf(isDated ? history : [], { date, version: '2' }, now);
  const rows = subjects.map(({ row }) => row);
  return { entry: facts.entry, names, rows, hashes, date, version: '2', past };
}

test('a hash leads to every tool that has it or had it', () => {
  const shards = hashShards([server()]);
  expect(shards.map(({ prefix }) => prefix)).toHaveLength(256);
  expect(shards[0xaa]?.hashes[OLD]).toEqual([
    {
      id: 'acme/wipe',
      url: '/tools/acme/wipe/index.json',
      risk: null,
      current: false,
      date: '2026-01-01',
      version: '1',
    },
    { id: 'acme/gone', url: null, risk: null, current: false, date: '2026-01-01', version: '1' },
  ]);
  const all = shards.flatMap(({ hashes }) => Object.values(hashes).flat());
  expect(
    all
      .filter(({ current }) => current)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['acme/=cmd()', 'acme/wipe']);
});

test('what changed last is told first, what left without an address, what has no date at the end', () => {
  const undated = { ...server('an unknown date'), entry: { ...server().entry, id: 'aaa' } };
  expect(modifiedCsv([undated, server()]).split('\r\n')).toEqual([
    'date,id,url',
    '2026-02-01,acme/gone,',
    '2026-02-01,acme/wipe,/tools/acme/wipe/index.json',
    expect.stringMatching(/^2026-01-01,acme\/=cmd\(\),\/tools\/acme\/.*index\.json$/),
    expect.stringMatching(/^,aaa\/=cmd/),
    expect.stringMatching(/^,aaa\/wipe/),
    '',
  ]);
});

test('the table of tools computes nothing in a spreadsheet', () => {
  const [, first, second] = toolsCsv([server()]).split('\r\n');
  expect(first).toMatch(/^acme,wipe,Destructive,Critical,high,delete-many,,sha256:/);
  expect(second).toMatch(/^acme,'=cmd\(\),Unclassified,Unrated,/);
});

test('a server is told as its schema says, and counts its levels', () => {
  const data = serverData(server());
  expect(API_SCHEMAS['server-record'].parse(data)).toEqual(data);
  expect(data).toMatchObject({
    purl: 'pkg:npm/%40acme/mcp',
    toolCount: 2,
    highest: 'Critical',
    levels: { Critical: 1, Unrated: 1, Low: 0 },
  });
});

test('published schemas are open to keys that come later', () => {
  for (const name of Object.keys(API_SCHEMAS) as (keyof typeof API_SCHEMAS)[])
    expect(JSON.stringify(apiJsonSchema(name))).not.toContain('"additionalProperties":false');
});
