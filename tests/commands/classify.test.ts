import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { Classification } from '../../src/core/schemas/classification.ts';
import { folderWith, toolwarden } from './run.ts';

// Each call starts a process: the limit only ends what hangs.
vi.setConfig({ testTimeout: 120_000 });

const DELETE = { name: 'delete_file', description: 'Deletes a file.', inputSchema: { type: 'object' } };
const GET = { name: 'get_file', description: 'Gets a file.', inputSchema: { type: 'object' } };
const LINES = `${JSON.stringify({ id: 't1', server: 's', package: null, tool: DELETE })}\n\n${JSON.stringify({ server: 's', tool: GET })}\n`;

function classify(args: readonly string[], input: string | Buffer = ''): Record<string, unknown>[] {
  const { code, stdout, stderr } = toolwarden(['classify', ...args], input);
  expect(code, stderr).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('JSON Lines in, JSON Lines out: the keys of the contract, same order, no id is null', () => {
  const records = classify(['-'], LINES);
  expect(Object.keys(records[0] ?? {})).toEqual(
    'id server tool category risk confidence effects flags signals actions reasons runnerUp findings definitionHash'.split(
      ' ',
    ),
  );
  expect(records).toMatchObject([
    { id: 't1', server: 's', tool: 'delete_file', category: 'Destructive', risk: 'High', flags: ['delete'] },
    { id: null, server: 's', tool: 'get_file', category: 'Read' },
  ]);
  for (const record of records) expect(Classification.safeParse(record).error).toBeUndefined();
});

test('a tools/list result in any wrapping, on one line or on many, plain or gzip whatever the name, gives the same', () => {
  const result = { tools: [DELETE, GET] };
  const wrapped = { jsonrpc: '2.0', id: 1, result };
  const folder = folderWith({
    'one.json': JSON.stringify(result),
    'many.json': JSON.stringify(wrapped, null, '\t'),
    'list.json': `\uFEFF${JSON.stringify([DELETE, GET], null, 2)}`,
    'packed.json': gzipSync(JSON.stringify(wrapped)),
    'not-packed.gz': JSON.stringify(result),
  });
  const names = ['one.json', 'many.json', 'list.json', 'packed.json', 'not-packed.gz'];
  const outputs = names.map((name) => toolwarden(['classify', join(folder, name), '--server', 's']).stdout);
  expect(new Set(outputs).size).toBe(1);
  expect(outputs[0]?.split('\n')).toHaveLength(3);
  expect(JSON.parse(outputs[0]?.split('\n')[0] ?? '')).toMatchObject({
    id: null,
    server: 's',
    tool: 'delete_file',
  });
});

test('--server speaks only where the input names no server', () => {
  expect(classify(['--server', 'other'], LINES).map(({ server }) => server)).toEqual(['s', 's']);
  expect(classify(['-'], JSON.stringify({ tools: [GET] })).map(({ server }) => server)).toEqual([null]);
});

test('every unusable line is named at once, with what to write instead, and nothing is printed', () => {
  const bad = [
    '{"server": "s", "tool": {"name": "a"}}',
    '{"server": "s", "tool": {"name": "a"',
    '{"tool": {"name": "a"}}',
    '{"server": "s", "tool": {"nam": "a"}, "id": {}}',
    '{"server": "s", "tool": []}',
    '7',
    '{"jsonrpc": "2.0", "id": 1, "error": {"code": 1}}',
    `{"server": "s", "tool": {"name": "a", "x": ${'['.repeat(300)}${']'.repeat(300)}}}`,
  ].join('\n');
  const file = join(folderWith({ 'bad.jsonl': bad }), 'bad.jsonl');
  const { code, stdout, stderr } = toolwarden(['classify', file]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  const heads = stderr.split('\n').filter((line) => line.startsWith(file));
  expect(heads.map((line) => line.slice(file.length + 1).split(':')[0])).toEqual([
    '2',
    '3',
    '4',
    '4',
    '5',
    '6',
    '7',
    '8',
  ]);
  expect(stderr).toContain('name the server of all lines with --server NAME');
});

test('a broken document names its line, and so does each tool in it that cannot be used', () => {
  const folder = folderWith({
    'syntax.json': '{\n  "tools": [\n    {"name": "a",}\n  ]\n}\n',
    'tools.json': '{\n  "tools": [\n    {"name": "a"},\n    {"title": "b"},\n    "c"\n  ]\n}\n',
  });
  const syntax = toolwarden(['classify', join(folder, 'syntax.json')]);
  expect([syntax.code, syntax.stdout]).toEqual([2, '']);
  expect(syntax.stderr).toContain('syntax.json:3: error[json-syntax]');
  const tools = toolwarden(['classify', join(folder, 'tools.json')]);
  expect(tools.code).toBe(2);
  expect(tools.stderr).toContain('tools.json:4: error[schema] /tools/1/name: The tool has no name.');
  expect(tools.stderr).toContain('tools.json:5: error[schema] /tools/2: The tool is not an object.');
});

test.each([
  ['nothing', '', 'The input is empty.'],
  ['cut gzip', gzipSync(LINES).subarray(0, 40), 'cannot be read'],
])('%s is unusable', (_, input, message) => {
  const { code, stdout, stderr } = toolwarden(['classify'], input);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('a missing file, a folder and an unknown format end with 2', () => {
  const runs = [
    ['classify', '/no/such/file'],
    ['classify', 'src'],
    ['classify', '--format', 'xml'],
  ].map((args) => toolwarden(args));
  expect(runs.map(({ code, stdout }) => ({ code, stdout }))).toEqual(Array(3).fill({ code: 2, stdout: '' }));
});

const HOSTILE = { tools: [{ name: '\u001b[31m|<b>[x](javascript:y)\u202e\n', description: 'Deletes it.' }] };

test('names of strangers stay text in a table, in Markdown and in JSON', () => {
  const input = JSON.stringify(HOSTILE);
  const table = toolwarden(['classify', '--format', 'table'], input).stdout;
  expect(table.split('\n')).toHaveLength(3);
  expect(table).toContain('⟦U+001B⟧[31m|<b>[x](javascript:y)⟦U+202E⟧');
  const markdown = toolwarden(['classify', '--format', 'md'], input).stdout;
  expect(markdown.split('\n')[2]).toContain('⟦U+001B⟧\\[31m\\|\\<b\\>\\[x\\](javascript:y)⟦U+202E⟧');
  const json = toolwarden(['classify'], input).stdout;
  expect(json.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  expect(JSON.parse(json)).toMatchObject({ tool: HOSTILE.tools[0]?.name });
});

test('--fail-on compares the findings of the definitions', () => {
  const input = JSON.stringify({ tools: [{ name: 'get_file' }] });
  const codes = ['never', 'info', 'warning', 'error'].map(
    (level) => toolwarden(['classify', '--fail-on', level], input).code,
  );
  expect(codes).toEqual([0, 1, 1, 0]);
});

test('names are compared with all names of the input: twice on one server, and alike on another', () => {
  const line = (server: string, tool: object) => JSON.stringify({ server, tool });
  const alike = { ...GET, name: 'get_fi1e' };
  const lines = [line('a', GET), line('a', DELETE), line('a', GET), line('b', alike), line('b', DELETE)];
  const records = classify(['-'], lines.join('\n')) as unknown as Classification[];
  const about = records.map(({ findings }) =>
    findings.flatMap(({ code, message }) => (/-name$/.test(code) ? [`${code}: ${message}`] : [])),
  );
  const twice = 'duplicate-tool-name: The name "get_file" stands for 2 tools.';
  const near = 'near-identical-name: The name "get_fi1e" can be taken for "get_file" (a).';
  expect(about).toEqual([[twice], [], [twice], [near], []]);
  for (const record of records) expect(Classification.safeParse(record).error).toBeUndefined();
});

const CORPUS = '../shared/corpus/tools.jsonl.gz';

test('the whole corpus gets one line a tool, in its order', () => {
  if (!existsSync(CORPUS)) {
    process.stderr.write(`${CORPUS} is not there: nothing large was classified.\n`);
    return;
  }
  const records = classify([CORPUS]);
  expect(records).toHaveLength(17_223);
  expect(records[0]).toMatchObject({ id: 't00001', tool: 'search-apify-docs' });
  expect(records.filter((record) => !Classification.safeParse(record).success)).toEqual([]);
});
