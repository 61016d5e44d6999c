import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readClientConfig } from '../../src/ingest/client-config.ts';
import { Stopped } from '../../src/ingest/problem.ts';
import { readRegistryFile } from '../../src/ingest/registry-file.ts';
import { attempt, hostile, stored, temporaryFolder } from './attempt.ts';

const TOOLS = [{ name: 'a', own: 1 }, { name: 'b' }];

function file(name: string, content: string | Buffer): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** The findings of a reader that stops. */
function stopped(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof Stopped) return error.findings;
    throw error;
  }
  throw new Error('It did not stop.');
}

test.each([
  ['a result', JSON.stringify({ tools: TOOLS })],
  ['a response', JSON.stringify({ jsonrpc: '2.0', id: 1, result: { tools: TOOLS } })],
  ['a list', JSON.stringify(TOOLS)],
  ['gzip', gzipSync(JSON.stringify(TOOLS))],
])('file: %s', async (_, content) => {
  const catalog = temporaryFolder();
  const { ingested } = await attempt({ kind: 'file', path: file('tools.json', content) }, catalog);
  expect(ingested).toMatchObject({ tools: 2, version: null });
  expect(stored(catalog).observation.result.tools).toEqual(TOOLS);
});

test('file: malformed JSON names file and line', async () => {
  const path = file('tools.json', '{\n  "tools": [\n    {"name": "a",}\n  ]\n}\n');
  const { findings } = await attempt({ kind: 'file', path }, temporaryFolder());
  expect(findings[0]).toMatchObject({ code: 'json-syntax', file: path, line: 3 });
});

test('file: a repeated name and a nameless tool are both reported', async () => {
  const path = file('tools.json', JSON.stringify([{ name: 'a' }, { name: 'a' }, {}]));
  const { findings } = await attempt({ kind: 'file', path }, temporaryFolder());
  expect(findings.map((finding) => finding.code)).toEqual(['duplicate-tool-name', 'tool-without-name']);
  expect(findings[0]?.file).toBe(path);
});

test('file: one that is missing', async () => {
  const { findings } = await attempt({ kind: 'file', path: '/no/such/file.json' }, temporaryFolder());
  expect(findings[0]).toMatchObject({ code: 'no-file', file: '/no/such/file.json' });
});

test('jsonl: one server among several is chosen by name', async () => {
  const rows = [
    { id: 1, server: 'x', tool: { name: 'a' } },
    { server: 'y', tool: { name: 'a' } },
    { server: 'x', tool: { name: 'b' } },
  ];
  const path = file('tools.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
  const unclear = await attempt({ kind: 'jsonl', path, server: undefined }, temporaryFolder());
  expect(unclear.findings[0]).toMatchObject({ code: 'many-servers' });
  const catalog = temporaryFolder();
  await attempt({ kind: 'jsonl', path, server: 'x' }, catalog);
  expect(stored(catalog).observation.result.tools.map((tool) => tool.name)).toEqual(['a', 'b']);
});

test('jsonl: every bad line is reported', async () => {
  const path = file('tools.jsonl', '{"tool": {"name": "a"}}\nnope\n{"tool": \n');
  const { findings } = await attempt({ kind: 'jsonl', path, server: undefined }, temporaryFolder());
  expect(findings.map((finding) => finding.line)).toEqual([2, 3]);
});

const REGISTRY = {
  name: 'io.github.example/served',
  description: 'Serves.',
  version: '1.2.3',
  packages: [
    {
      registryType: 'npm',
      identifier: '@example/served',
      version: '1.2.3',
      packageArguments: [
        { type: 'positional', default: '.' },
        { type: 'named', name: '--mode', value: 'all' },
        { type: 'named', name: '--optional' },
      ],
      environmentVariables: [
        { name: 'KEY', isSecret: true },
        { name: 'LEVEL', default: 'info' },
      ],
    },
  ],
};

test('registry: the npm package with its arguments and variables', () => {
  const { source, about } = readRegistryFile(file('server.json', JSON.stringify(REGISTRY)));
  expect(source).toEqual({
    kind: 'npm',
    name: '@example/served',
    version: '1.2.3',
    args: ['.', '--mode', 'all'],
    env: { KEY: 'dummy', LEVEL: 'info' },
  });
  expect(about).toMatchObject({ title: 'served', vendor: 'io.github.example', via: 'registry' });
});

test('registry: the remote where there is no npm package', () => {
  const remotes = [
    { type: 'sse', url: 'https://a.example/sse' },
    { type: 'streamable-http', url: 'https://a.example/mcp' },
  ];
  const { source } = readRegistryFile(
    file('server.json', JSON.stringify({ ...REGISTRY, packages: [], remotes })),
  );
  expect(source).toEqual({ kind: 'http', url: 'https://a.example/mcp', headers: {} });
});

test('registry: neither, and a wrong shape', () => {
  const packages = [{ registryType: 'oci', identifier: 'x' }];
  expect(
    stopped(() => readRegistryFile(file('server.json', JSON.stringify({ ...REGISTRY, packages })))),
  ).toMatchObject([{ code: 'no-source' }]);
  const findings = stopped(() => readRegistryFile(file('server.json', '{"name": 1,\n "packages": {}}')));
  expect(findings.map((finding) => [finding.path, finding.line])).toEqual([
    ['/name', 1],
    ['/version', 1],
    ['/packages', 2],
  ]);
});

test('config: every server under an id of its own', () => {
  const servers = {
    myServer: { command: 'node', args: ['a.mjs'], env: { A: '1' } },
    'Remote One': { type: 'http', url: 'https://a.example/mcp', headers: { B: '2' } },
  };
  const plans = readClientConfig(file('mcp.json', JSON.stringify({ servers })));
  expect(plans).toMatchObject([
    { id: 'my-server', source: { kind: 'stdio', command: 'node', args: ['a.mjs'], env: { A: '1' } } },
    { id: 'remote-one', source: { kind: 'http', url: 'https://a.example/mcp', headers: { B: '2' } } },
  ]);
});

test('config: every problem at once, with its line', () => {
  const path = file(
    'mcp.json',
    '{"mcpServers": {\n "a b": {"command": "x"},\n "a-b": {"command": "x"},\n "c": {"nope": 1}\n}}',
  );
  const findings = stopped(() => readClientConfig(path));
  expect(findings.map((finding) => finding.line).sort()).toEqual([3, 4]);
});

test.each([
  ['codex.toml', ['playwright', 'figma-remote', 'off']],
  ['vscode.json', ['gitlab', 'tracker']],
  ['cursor.json', ['notion', 'bridge', 'own']],
  ['claude-code.json', ['github', 'stripe', 'shop-stripe']],
])('config: %s, with its comments', (name, ids) => {
  expect(readClientConfig(`tests/fixtures/stack/${name}`).map(({ id }) => id)).toEqual(ids);
});

test('config: an address that is none', () => {
  const path = file('mcp.json', '{"mcpServers": {\n "a": {"url": "https://a:b:c"}}}');
  expect(stopped(() => readClientConfig(path))).toMatchObject([{ code: 'bad-url', file: path, line: 2 }]);
});

test('config: no servers', () => {
  expect(stopped(() => readClientConfig(file('mcp.json', '{}')))).toMatchObject([{ code: 'no-servers' }]);
});

const ODD = '{"name": "a", "n": 9007199254740993, "k": 1, "k": 2, "d": "?"}';

test('what cannot be kept as it stands is a warning, in a file, in lines and from a server', async () => {
  const bytes = Buffer.from(ODD).map((byte) => (byte === 0x3f ? 0xff : byte));
  const codes = async (source: Parameters<typeof attempt>[0]) => {
    const { findings } = await attempt(source, temporaryFolder());
    return findings.map(({ code, severity, path }) => [code, severity, path]).toSorted();
  };
  const told = (at: string) => [
    ['inexact-number', 'warning', `${at}/n`],
    ['not-utf8', 'warning', ''],
    ['repeated-key', 'warning', `${at}/k`],
  ];
  const list = file('tools.json', Buffer.concat([Buffer.from('['), bytes, Buffer.from(']')]));
  expect(await codes({ kind: 'file', path: list })).toEqual(told('/0'));
  const lines = file('tools.jsonl', Buffer.from(bytes));
  expect(await codes({ kind: 'jsonl', path: lines, server: undefined })).toEqual(told(''));
  expect(await codes(hostile('raw-bytes', { TOOL: Buffer.from(bytes).toString('base64') }))).toEqual(
    told('/result/tools/0'),
  );
});
