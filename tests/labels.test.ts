import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLabelPasses } from '../src/ingest/label-passes.ts';
import { labelledTools } from '../src/pipeline/labelled-tools.ts';
import { folderWith } from './commands/run.ts';

const HASH = `sha256:${'0'.repeat(64)}`;
const LABEL = { category: 'Read', alt: null, confidence: 'sure', risk: 'Low', flags: [] };
const FROZEN = 'why: Set aside before tuning.\nservers: [s]\nexcept: []\n';

function line(tool: string, over: object = {}): string {
  return `${JSON.stringify({ server: 's', tool, definitionHash: HASH, ...LABEL, ...over })}\n`;
}

function problemsOf(files: Record<string, string>): string[] {
  const folder = folderWith(files);
  const { labels, findings } = readLabelPasses(folder);
  expect(labels === null).toBe(findings.length > 0);
  return findings.map(
    ({ code, file, line: at, path }) => `${file?.slice(folder.length + 8)}:${at} ${code} ${path}`,
  );
}

test('the labels of the catalogue are whole: two passes over at least 400 tools, at least 12 servers frozen', () => {
  const { set, findings } = labelledTools('catalog');
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(set?.agreement.n).toBeGreaterThanOrEqual(400);
  expect(set?.frozenServers.length).toBeGreaterThanOrEqual(12);
  const frozen = set?.tools.filter((tool) => tool.frozen).map(({ label }) => label.id);
  expect(frozen).toContain('filesystem/write_file');
  expect(frozen).not.toContain('postgres/query');
});

test('every problem of the files comes at once, each at its line', () => {
  const bad = line('t', { category: 'Delete', risk: 'high' });
  expect(
    problemsOf({
      'labels/pass-a.jsonl': `${line('t')}{\n${line('t')}${bad}`,
      'labels/pass-b.jsonl': line('t', { confidence: 'arguable' }),
      'labels/frozen.yaml': 'why: Set aside before tuning.\nservers: s\nexcept: []\n',
    }),
  ).toEqual([
    'pass-a.jsonl:2 json-syntax ',
    'pass-a.jsonl:3 duplicate-label ',
    'pass-a.jsonl:4 schema /category',
    'pass-a.jsonl:4 schema /risk',
    'pass-b.jsonl:1 schema /alt',
    'frozen.yaml:2 schema /servers',
  ]);
});

test('both passes name the same tools in the same order, of the same definitions', () => {
  const passes = (a: string, b: string) =>
    problemsOf({ 'labels/pass-a.jsonl': a, 'labels/pass-b.jsonl': b, 'labels/frozen.yaml': FROZEN });
  expect(passes(line('t') + line('u'), line('t') + line('u'))).toEqual([]);
  expect(passes(line('t') + line('u'), line('u') + line('t'))).toEqual(['pass-b.jsonl:1 passes-differ ']);
  expect(passes(line('t') + line('u'), line('t'))).toEqual(['pass-b.jsonl:1 passes-differ ']);
  const other = line('t', { definitionHash: HASH.replace('0', '1') });
  expect(passes(line('t'), other)).toEqual(['pass-b.jsonl:1 passes-differ ']);
});

test('a missing file is named; a catalogue without labels has none', () => {
  expect(problemsOf({ 'labels/pass-a.jsonl': line('t'), 'labels/frozen.yaml': FROZEN })).toEqual([
    'pass-b.jsonl:null missing-file ',
  ]);
  expect(readLabelPasses(folderWith({}))).toEqual({ labels: null, findings: [] });
});

test('a label of another definition is void and not scored; what is frozen must be labelled', () => {
  const server = 'catalog/servers/filesystem';
  const one = readFileSync('catalog/labels/pass-a.jsonl', 'utf8')
    .split('\n')
    .find((text) => text.includes('"server":"filesystem"'));
  const passes = `${one}\n${line('gone')}${line('write_file', { server: 'filesystem' })}`;
  const folder = folderWith({
    'labels/pass-a.jsonl': passes,
    'labels/pass-b.jsonl': passes,
    'labels/frozen.yaml': 'why: Set aside before tuning.\nservers: [filesystem, s]\nexcept: []\n',
    'servers/filesystem/server.yaml': readFileSync(join(server, 'server.yaml')),
    'servers/filesystem/tools.json': readFileSync(join(server, 'tools.json')),
  });
  const { set, findings } = labelledTools(folder);
  expect(set?.tools.map(({ frozen }) => frozen)).toEqual([true]);
  expect(set?.void).toEqual(['s/gone', 'filesystem/write_file']);
  expect(findings.map(({ code, severity, line: at }) => `${code} ${severity} ${at}`)).toEqual([
    'void-label warning 2',
    'void-label warning 3',
  ]);
});

test('a frozen server that nobody labelled is an error', () => {
  const folder = folderWith({
    'labels/pass-a.jsonl': line('t'),
    'labels/pass-b.jsonl': line('t'),
    'labels/frozen.yaml': 'why: Set aside before tuning.\nservers: [x]\nexcept: [s/y]\n',
  });
  const { set, findings } = labelledTools(folder);
  expect(set).toBeNull();
  expect(findings.filter(({ code }) => code === 'unlabelled-frozen')).toHaveLength(2);
});
