import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runBuild } from '../../scripts/run-build.ts';
import { refusalOf } from './refusal.ts';

test('malformed YAML is refused with its line', async () => {
  const { findings, places } = await refusalOf('malformed-yaml');
  expect(places).toEqual([['yaml-syntax', 'ledger/server.yaml', 2]]);
  expect(findings[0]?.hint).toContain('quote');
});

test('malformed JSON is refused with its line', async () => {
  const { findings, places } = await refusalOf('malformed-json');
  expect(places).toEqual([['json-syntax', 'ledger/tools.json', 5]]);
  expect(findings[0]?.hint).toContain('toolwarden ingest');
});

test('wrong types are refused one by one, each with its line and what to write', async () => {
  const { findings, places } = await refusalOf('wrong-types');
  expect(places).toEqual([
    ['schema', 'ledger/server.yaml', 2],
    ['schema', 'ledger/server.yaml', 4],
    ['schema', 'ledger/server.yaml', 7],
    ['schema', 'ledger/tools.json', 3],
    ['schema', 'ledger/tools.json', 14],
  ]);
  expect(findings[0]?.hint).toBe('Write a value of type string.');
  expect(findings[2]?.hint).toContain('Write one of: npm,');
});

test('unknown keys are refused by name, with the keys that exist', async () => {
  const { findings, places } = await refusalOf('unknown-keys');
  expect(places).toEqual([
    ['unknown-key', 'ledger/server.yaml', 3],
    ['unknown-key', 'ledger/server.yaml', 9],
  ]);
  expect(findings.map((finding) => finding.message)).toEqual([
    'Unknown key "vender".',
    'Unknown key "pakage" in /source.',
  ]);
  expect(findings[0]?.hint).toContain('vendor');
});

test('an id that is taken, by an id or a former id, is refused where it stands', async () => {
  const { places } = await refusalOf('duplicate-ids');
  expect(places).toEqual([
    ['duplicate-server-id', 'journal/server.yaml', 1],
    ['id-folder', 'journal/server.yaml', 1],
    ['duplicate-server-id', 'ledger/server.yaml', 1],
  ]);
});

test('the same server in two catalogues is refused', async () => {
  const out = join(tmpdir(), `toolwarden-twice-${process.pid}`);
  const catalog = ['tests/fixtures/hostile-catalog', 'tests/fixtures/hostile-catalog'];
  const { built, findings } = await runBuild({ catalog, out, site: 'https://example.org' }, () => {});
  expect(built).toBeNull();
  expect(findings.filter((finding) => finding.code === 'duplicate-server-id').length).toBeGreaterThan(0);
});

test('a tool name that stands twice is refused at the second one', async () => {
  const { findings, places } = await refusalOf('duplicate-tool-names');
  expect(places).toEqual([['duplicate-tool-name', 'ledger/tools.json', 20]]);
  expect(findings[0]?.path).toBe('/result/tools/2/name');
});

test('an id that differs from its folder is refused', async () => {
  const { findings, places } = await refusalOf('id-folder');
  expect(places).toEqual([['id-folder', 'ledger/server.yaml', 1]]);
  expect(findings[0]?.hint).toContain('`id: ledger`');
});

test('a folder without its files is refused', async () => {
  const { places } = await refusalOf('missing-files');
  expect(places).toEqual([
    ['missing-file', 'journal/server.yaml', null],
    ['missing-file', 'ledger/tools.json', null],
  ]);
});

test('a damaged line of the history is refused', async () => {
  expect((await refusalOf('bad-history')).places).toEqual([['history-line', 'ledger/history.jsonl', 2]]);
});

test('an empty catalogue is refused', async () => {
  expect((await refusalOf('empty-catalogue')).places).toEqual([['empty-catalogue', 'empty-catalogue', null]]);
});

test('a catalogue that does not exist is refused', async () => {
  expect((await refusalOf('no-such-folder')).places).toEqual([['missing-input', 'no-such-folder', null]]);
});

test('lines of a file of definitions are refused by number', async () => {
  expect((await refusalOf('bad-lines.jsonl')).places).toEqual([
    ['json-syntax', 'bad-lines.jsonl', 2],
    ['schema', 'bad-lines.jsonl', 3],
    ['schema', 'bad-lines.jsonl', 4],
  ]);
});

test('every problem of every server comes at once', async () => {
  const { places } = await refusalOf('many-problems');
  expect(new Set(places.map(([, file]) => file))).toEqual(
    new Set(['archive/server.yaml', 'journal/tools.json', 'ledger/server.yaml', 'ledger/tools.json']),
  );
});

test('the command prints file, line and what to write on stderr, and exits with 2', () => {
  const out = join(tmpdir(), `toolwarden-command-${process.pid}`);
  const command = [
    'scripts/toolwarden.mjs',
    'build',
    '--catalog',
    'tests/fixtures/bad-input/malformed-yaml',
    '--out',
    out,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(
    'tests/fixtures/bad-input/malformed-yaml/servers/ledger/server.yaml:2: error[yaml-syntax]',
  );
  expect(stderr).toContain('→ ');
});

test('an output folder that cannot be made is a finding', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toolwarden-unwritable-'));
  writeFileSync(join(folder, 'file'), 'not a folder');
  const { built, findings } = await buildInto(join(folder, 'file', 'dist'));
  expect(built).toBeNull();
  expect(findings.map((finding) => finding.code)).toContain('unwritable-output');
  rmSync(folder, { recursive: true });
});

test('a folder that holds something else is never replaced', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toolwarden-occupied-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'thesis.txt'), 'years of work');
  const { built, findings } = await buildInto(join(folder, 'dist'));
  expect(built).toBeNull();
  expect(findings.map((finding) => finding.code)).toContain('output-occupied');
  expect(readFileSync(join(folder, 'dist', 'thesis.txt'), 'utf8')).toBe('years of work');
  rmSync(folder, { recursive: true });
});

function buildInto(out: string): ReturnType<typeof runBuild> {
  return runBuild(
    { catalog: ['tests/fixtures/hostile-catalog'], out, site: 'https://example.org' },
    () => {},
  );
}

test('problems of the rules and of the servers are told at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toolwarden-both-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('tests/fixtures/bad-input/many-problems', folder, { recursive: true });
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'rules/broken.rule.yaml'), 'id: broken\nwhen: {\n');
  const request = { catalog: [folder], out: join(folder, 'out'), site: 'https://example.org' };
  const { built, findings } = await runBuild(request, () => {});
  expect(built).toBeNull();
  const files = findings.map(({ file }) => (file ?? '').slice(folder.length + 1).split('/')[0]);
  expect(new Set(files)).toEqual(new Set(['rules', 'servers']));
});
