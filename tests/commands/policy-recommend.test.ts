import { join } from 'node:path';
import { parse } from 'smol-toml';
import { expect, test, vi } from 'vitest';
import { Policy } from '../../src/core/policy/policy.ts';
import { folderWith, toolwarden } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

test('the recommended policy of a server is policy.json, with a reason for every tool beside it', () => {
  const { code, stdout, stderr } = toolwarden(['policy', 'recommend', 'memory']);
  expect(code, stderr).toBe(0);
  const policy = Policy.parse(JSON.parse(stdout));
  expect(policy.default).toBe('deny');
  for (const tool of ['create_entities', 'delete_entities', 'read_graph'])
    expect(stderr).toMatch(new RegExp(`^${tool}: (?:allow|ask|deny|hide), because .+\\.$`, 'm'));
});

test('an argument that a person can bound is offered as a rule with a placeholder, and is not in the policy', () => {
  const { stdout, stderr } = toolwarden(['policy', 'recommend', 'stripe/create_refund']);
  expect(stderr).toMatch(
    /you can require of amount \(put your own value in the place of 100\): \[\{"path":"args.amount"/,
  );
  expect(stdout).not.toContain('args.amount');
});

test('where nobody can be asked, what would be asked about is denied', () => {
  const attended = toolwarden(['policy', 'recommend', 'slack/slack_post_message', '--target', 'claude-code']);
  const unattended = toolwarden([
    ...['policy', 'recommend', 'slack/slack_post_message', '--target', 'claude-code'],
    ...['--profile', 'unattended'],
  ]);
  expect(JSON.parse(attended.stdout).permissions).toEqual({ ask: ['mcp__slack__slack_post_message'] });
  expect(JSON.parse(unattended.stdout).permissions).toEqual({ deny: ['mcp__slack__slack_post_message'] });
});

test('an export is the file on standard output and what became of each tool beside it', () => {
  const { code, stdout, stderr } = toolwarden([
    'policy',
    'export',
    'memory',
    '--target',
    'codex',
    '--key',
    'mem',
  ]);
  expect(code, stderr).toBe(0);
  expect(Object.keys(parse(stdout)['mcp_servers'] as object)).toEqual(['mem']);
  expect(stderr).toMatch(/^read_graph: allow \(enforced\)$/m);
  expect(stderr).toContain('denies the rest:');
  expect(stderr).toMatch(/^set up 1: /m);
  expect(stderr).toMatch(/^check: /m);
});

test('of a target with several files each can be printed, and the others are named', () => {
  const first = toolwarden(['policy', 'export', 'memory', '--target', 'vscode']);
  expect(first.stderr).toMatch(
    /^file 1: settings\.json \(printed now\)\. Goes to: the settings of the user/m,
  );
  expect(first.stderr).toMatch(
    /^file 2: toolwarden\.agent\.md \(print it with --file toolwarden\.agent\.md\)\. Goes to: \.github\/agents/m,
  );
  expect(first.stderr).toContain(
    'What follows is what settings.json and toolwarden.agent.md come to together',
  );
  const second = toolwarden([
    'policy',
    'export',
    'memory',
    '--target',
    'vscode',
    '--file',
    'toolwarden.agent.md',
  ]);
  expect(second.stdout).toMatch(/^---\ndescription: /);
  const none = toolwarden(['policy', 'export', 'memory', '--target', 'vscode', '--file', 'x']);
  expect([none.code, none.stdout]).toEqual([2, '']);
});

test('a file that adds to another is named as one that may be left out', () => {
  const { stderr } = toolwarden(['policy', 'export', 'memory', '--target', 'policylayer']);
  expect(stderr).toMatch(/^file 2: approvals\.json \(print it .*; may be left out\.$/m);
  expect(stderr).toContain('What follows is what policy.json alone comes to:\n');
  const { stderr: one } = toolwarden(['policy', 'export', 'memory', '--target', 'codex']);
  expect(one).not.toMatch(/^file |What follows/m);
});

test('a name that a target cannot take is said to be another there, unless somebody chose it', () => {
  const said = (args: string[]): string =>
    toolwarden(['policy', ...args])
      .stderr.split('\n')
      .find((line) => line.startsWith('name: ')) ?? '';
  const words =
    'name: LiteLLM proxy cannot take the name desktop-commander: desktop_commander stands for it here. Name the server so there, or say with --key what you call it.';
  expect(said(['export', 'desktop-commander', '--target', 'litellm'])).toBe(words);
  expect(said(['recommend', 'desktop-commander', '--target', 'litellm'])).toBe(words);
  expect(said(['export', 'desktop-commander', '--target', 'litellm', '--key', 'desktop_commander'])).toBe('');
  expect(said(['export', 'memory', '--target', 'litellm'])).toBe('');
});

test('everything wrong with the arguments is told at once', () => {
  const run = toolwarden(['policy', 'export', 'memry/x', '--target', 'gemini', '--key', 'a_b']);
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toContain('error[unknown-server]');
  expect(run.stderr).toMatch(/e\.g\. memory, /);
  expect(run.stderr).toContain('error[unknown-target]');
  expect(run.stderr).toMatch(/e\.g\. gemini-cli, /);
});

test.each([
  [['memory/read_grph'], 'error[unknown-tool]', 'read_graph'],
  [['memory', '--target', 'gemini-cli', '--key', 'my_mem'], 'error[unusable-key]', '--key my-mem'],
  [['memory', '--profile', 'alone'], 'interactive, unattended', 'Usage'],
])('%j ends with 2 and says what to write', (args, code, hint) => {
  const run = toolwarden(['policy', 'recommend', ...args]);
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toContain(code);
  expect(run.stderr).toContain(hint);
});

test('names that hide characters are shown in what a person reads, and kept in the policy', () => {
  const name = 'de\u202elete\u001b[2J';
  const tool = { name, description: 'Deletes a file.', inputSchema: { type: 'object', properties: {} } };
  const observed = {
    version: '1.0.0',
    integrity: null,
    date: '2026-01-01',
    protocolVersion: '2025-06-18',
    how: 'tools/list',
  };
  const catalog = folderWith({
    'servers/odd/server.yaml':
      'id: odd\ntitle: Odd\nvendor: Odd\nofficial: false\nsummary: "Odd."\nsource:\n  kind: npm\n  package: odd\n  version: "1.0.0"\n',
    'servers/odd/tools.json': JSON.stringify({ observed, result: { tools: [tool] } }),
  });
  const run = toolwarden([
    'policy',
    'export',
    'odd',
    '--target',
    'docker-mcp-gateway',
    '--catalog',
    join(catalog),
  ]);
  expect(run.stdout + run.stderr).toMatch(/^[\n\t\x20-\x7e⟦⟧]*$/);
  expect(run.stderr).toContain('de⟦U+202E⟧lete⟦U+001B⟧[2J: ');
});
