import { describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const read = (value: unknown) => readConfiguration(typeof value === 'string' ? value : JSON.stringify(value));
const keys = (value: unknown) => read(value).servers.map(({ key }) => key);
const lines = (value: unknown) => read(value).findings.map(({ line, code, path }) => [line, code, path]);
const npx = { command: 'npx', args: ['-y', 'x'] };

describe('where clients keep their servers', () => {
  test.each([
    ['mcpServers', { mcpServers: { a: npx } }],
    ['servers of VS Code', { inputs: [], servers: { a: npx } }],
    ['the settings of VS Code', { 'editor.tabSize': 2, mcp: { servers: { a: npx } } }],
    ['Zed', { context_servers: { a: { source: 'custom', command: { path: 'npx', args: ['-y', 'x'] } } } }],
    ['opencode', { mcp: { a: { type: 'local', command: ['npx', '-y', 'x'], environment: { B: 'c' } } } }],
    ['a project of Claude Code', { projects: { '/p': { mcpServers: { a: npx } } } }],
    ['the inside alone', { a: npx }],
    ['Codex', '[mcp_servers.a]\ncommand = "npx"\nargs = ["-y", "x"]\n'],
  ])('%s', (_, value) => {
    const { servers, findings } = read(value);
    expect(findings).toEqual([]);
    expect(servers).toMatchObject([
      { key: 'a', launch: { kind: 'stdio', command: 'npx', args: ['-y', 'x'] } },
    ]);
  });

  test('addresses under each of their names, and servers that are switched off', () => {
    const { servers } = read({
      mcpServers: {
        a: { url: 'https://a.example/mcp', headers: { A: 1 } },
        b: { httpUrl: 'https://b.example', disabled: true },
        c: { serverUrl: 'http://c.example', enabled: false },
      },
    });
    expect(servers.map(({ launch, isOff }) => [launch.kind === 'http' && launch.url, isOff])).toEqual([
      ['https://a.example/mcp', false],
      ['https://b.example', true],
      ['http://c.example', true],
    ]);
    expect(servers[0]?.launch).toMatchObject({ headers: { A: '1' } });
  });

  test('settings that leave tools out are named, and nothing of what they hold', () => {
    const { servers } = readConfiguration(
      '[mcp_servers.a]\ncommand = "x"\ndisabled_tools = ["send"]\nenabled_tools = ["read"]\n[mcp_servers.b]\ncommand = "x"\n',
    );
    expect(servers.map(({ toolLists }) => toolLists)).toEqual([['enabled_tools', 'disabled_tools'], []]);
    expect(JSON.stringify(servers)).not.toContain('send');
  });

  test('comments, trailing commas and a byte order mark do no harm', () => {
    expect(keys('\uFEFF// x\n{"mcpServers": {/* y */ "a": {"command": "x",},},}')).toEqual(['a']);
  });

  test('a name that every object inherits is a name like others', () => {
    expect(keys('{"mcpServers": {"__proto__": {"command": "x"}, "constructor": {"command": "y"}}}')).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});

describe('what cannot be read', () => {
  test('every server that is no server, each at its line, beside those that can be read', () => {
    const text =
      '{"mcpServers": {\n "a": {"command": "x"},\n "b": {"nope": 1},\n "c": {"url": "ftp://x"},\n "d": 1,\n "e": {"command": "x", "args": "y"}\n}}';
    expect(lines(text)).toEqual([
      [3, 'bad-server', '/mcpServers/b'],
      [4, 'bad-server', '/mcpServers/c'],
      [5, 'bad-server', '/mcpServers/d'],
      [6, 'bad-server', '/mcpServers/e'],
    ]);
    expect(keys(text)).toEqual(['a']);
  });

  test.each([
    [
      'a missing comma',
      '{"mcpServers": {\n "a": {"command": "x"}\n "b": {"command": "x"}}}',
      3,
      'json-syntax',
    ],
    ['a text that ends too early', '{"mcpServers": {\n "a": {"command": "x"', 2, 'json-syntax'],
    ['broken TOML', '[mcp_servers.a]\ncommand = "x"\nargs = [x]\n', 3, 'toml-syntax'],
    [
      'a wrong server in TOML',
      'a = 1\n[mcp_servers.a]\ncommand = "x"\n[mcp_servers."b.c"]\nurl = 3\n',
      4,
      'bad-server',
    ],
    [
      'a key that stands twice',
      '{"mcpServers": {\n "a": {"command": "x"},\n "a": {"command": "y"}}}',
      3,
      'repeated-key',
    ],
    ['no servers', '{"mcpServers": {}}', 1, 'no-servers'],
    ['nothing', ' \n', 1, 'empty-text'],
    ['prose', 'npx -y some-server', 1, 'json-syntax'],
    ['brackets without end', '['.repeat(100_000), 1, 'too-deep'],
  ])('%s', (_, text, line, code) => {
    expect(lines(text)[0]?.slice(0, 2)).toEqual([line, code]);
  });

  test('no message repeats a value', () => {
    const secret = 'hunter2';
    const texts = [
      `{"mcpServers": {"a": {"command": "${secret}" "${secret}"}}}`,
      `{"mcpServers": {"a": {"url": "${secret}"}}}`,
      `{"mcpServers": {"a": {"command": "x", "env": {"K": ["${secret}"]}}}}`,
      `[mcp_servers.a]\nenv = { K = ${secret} }\n`,
      `[mcp_servers.a]\nK = "${secret}\n`,
      `${secret}`,
    ];
    for (const text of texts) {
      const { findings } = readConfiguration(text);
      expect(findings.length).toBeGreaterThan(0);
      expect(JSON.stringify(findings)).not.toContain(secret);
    }
  });
});
