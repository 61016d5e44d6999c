import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Rate } from '../../src/core/catalogue/changes.ts';
import type { JsonValue } from '../../src/core/tool/json.ts';
import type { Source } from '../../src/ingest/source.ts';
import { attempt, stored, temporaryFolder } from './attempt.ts';

function listing(tools: JsonValue[]): Source {
  const path = join(temporaryFolder(), 'tools.json');
  writeFileSync(path, JSON.stringify({ tools }));
  return { kind: 'file', path };
}

test('a new entry has server.yaml, tools.json and one line of history', async () => {
  const catalog = temporaryFolder();
  const { ingested } = await attempt(listing([{ name: 'a' }]), catalog);
  expect(ingested?.changes).toMatchObject({ first: true, added: [] });
  expect(readdirSync(join(catalog, 'servers'))).toEqual(['subject']);
  const { server, history } = stored(catalog);
  expect(server).toContain('id: subject\n');
  expect(history).toHaveLength(1);
  expect(history[0]?.tools['a']).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test('history is append-only, and the same observation on the same day adds nothing', async () => {
  const catalog = temporaryFolder();
  await attempt(listing([{ name: 'a' }]), catalog);
  await attempt(listing([{ name: 'a' }]), catalog);
  expect(stored(catalog).history).toHaveLength(1);
  await attempt(listing([{ name: 'a' }]), catalog, { date: '2026-11-21' });
  await attempt(listing([{ name: 'b' }]), catalog, { date: '2026-11-21' });
  expect(stored(catalog).history.map((line) => [line.date, Object.keys(line.tools)])).toEqual([
    ['2026-11-20', ['a']],
    ['2026-11-21', ['a']],
    ['2026-11-21', ['b']],
  ]);
});

test('an observation before the last one is refused', async () => {
  const catalog = temporaryFolder();
  await attempt(listing([{ name: 'a' }]), catalog);
  const { findings } = await attempt(listing([{ name: 'b' }]), catalog, { date: '2026-11-19' });
  expect(findings[0]).toMatchObject({ code: 'date-order', hint: 'Give --date 2026-11-20 or later.' });
});

test('every kind of change since the last observation is told', async () => {
  const catalog = temporaryFolder();
  const schema = (...names: string[]) => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, {}])),
  });
  const before = [
    { name: 'gone' },
    { name: 'wider', inputSchema: schema('x') },
    { name: 'reworded', description: 'Reads.' },
    { name: 'retitled', title: 'A' },
    { name: 'same' },
  ];
  const after = [
    { name: 'wider', inputSchema: schema('x', 'force') },
    { name: 'reworded', description: 'Deletes.' },
    { name: 'retitled', title: 'B' },
    { name: 'same' },
    { name: 'new' },
  ];
  const rate: Rate = ({ description }) =>
    description === 'Deletes.'
      ? { category: 'Destructive', risk: 'High' }
      : { category: 'Read', risk: 'Low' };
  await attempt(listing(before), catalog, { rate });
  const { ingested } = await attempt(listing(after), catalog, { rate });
  expect(ingested?.changes).toEqual({
    first: false,
    added: ['new'],
    removed: ['gone'],
    parametersAdded: [{ tool: 'wider', parameters: ['force'] }],
    parametersRemoved: [],
    descriptionChanged: ['reworded'],
    otherwiseChanged: ['retitled'],
    verdictChanged: [{ tool: 'reworded', before: 'Read, Low', after: 'Destructive, High' }],
  });
});

test('what people wrote in server.yaml stays', async () => {
  const catalog = temporaryFolder();
  await attempt(listing([{ name: 'a' }]), catalog);
  const path = join(catalog, 'servers', 'subject', 'server.yaml');
  const written = `# by hand\n${stored(catalog).server}`;
  writeFileSync(path, written);
  await attempt(listing([{ name: 'b' }]), catalog);
  expect(stored(catalog).server).toBe(written);
});

test('a broken server.yaml is reported with file and line, and nothing is written', async () => {
  const catalog = temporaryFolder();
  await attempt(listing([{ name: 'a' }]), catalog);
  const path = join(catalog, 'servers', 'subject', 'server.yaml');
  writeFileSync(path, 'id: subject\ntitel: X\n');
  const before = stored(catalog).text;
  const { findings } = await attempt(listing([{ name: 'b' }]), catalog);
  expect(findings).toContainEqual(expect.objectContaining({ file: path, line: 2, path: '/titel' }));
  expect(stored(catalog).text).toBe(before);
});

test.each(['', 'A', 'a--b', '../up', 'a/b', '-a', 'a_b'])('%j cannot be an id', async (id) => {
  const catalog = temporaryFolder();
  const { findings } = await attempt(listing([{ name: 'a' }]), catalog, { id });
  expect(findings[0]).toMatchObject({ code: 'bad-id' });
  expect(existsSync(join(catalog, 'servers'))).toBe(false);
});

test('a tool named __proto__ is stored like any other', async () => {
  const catalog = temporaryFolder();
  const path = join(temporaryFolder(), 'tools.json');
  writeFileSync(path, '{"tools": [{"name": "__proto__", "inputSchema": {"__proto__": {"x": 1}}}]}');
  await attempt({ kind: 'file', path }, catalog);
  expect(stored(catalog).text).toContain('"__proto__": {\n            "x": 1');
  expect(Object.keys(stored(catalog).history[0]?.tools ?? {})).toEqual(['__proto__']);
});

test('a catalogue that cannot be written is a finding', async () => {
  const catalog = temporaryFolder();
  writeFileSync(join(catalog, 'servers'), 'a file where a folder must be');
  const { findings } = await attempt(listing([{ name: 'a' }]), catalog);
  expect(findings[0]).toMatchObject({ code: 'unwritable', severity: 'error' });
});
