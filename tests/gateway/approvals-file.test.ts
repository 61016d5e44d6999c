import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Policy } from '../../src/core/policy/policy.ts';
import { readApprovals } from '../../src/gateway/approvals-file.ts';
import { folderWith, toolwarden } from '../commands/run.ts';

const ALWAYS = { deny_if: [{ conditions: [] }] };
const DRY = { require: [{ conditions: [{ path: 'args.dry_run', op: 'eq' as const, value: true }] }] };
const POLICY: Policy = {
  version: '1',
  default: 'deny',
  hide: ['secret'],
  tools: { send: ALWAYS, remove: DRY, read: {} },
};
const TOOLS = ['send', 'remove', 'read', 'secret', 'other'];

/** What is told of a record on several lines: severity, code, line, pointer and words. */
function toldOf(approvals: unknown, policy: Policy | null = POLICY, tools: string[] | null = TOOLS) {
  const text = typeof approvals === 'string' ? approvals : JSON.stringify(approvals, null, 1);
  const file = join(folderWith({ 'approvals.json': text }), 'approvals.json');
  const { approvals: read, findings } = readApprovals(file, policy, tools ?? undefined);
  expect(read === null).toBe(findings.some(({ severity }) => severity === 'error'));
  expect(findings.every((one) => one.file === file)).toBe(true);
  return findings.map(({ severity, code, line, path, message, hint }) => [
    `${severity} ${code} ${line} ${path}`,
    `${message} ${hint}`,
  ]);
}

test('a record that asks about what the policy denies, and about some calls of the rest, is in order', () => {
  expect(
    toldOf({ version: '1', ask: ['send', 'remove', 'other'], tools: { send: {}, remove: {}, other: {} } }),
  ).toEqual([]);
  expect(toldOf({ version: '1', ask: ['read', 'remove'] })).toEqual([]);
});

test.each([
  ['a name that stands twice', { ask: ['read', 'read'] }, 'warning ask-twice 5 /ask/1', /Leave one/],
  [
    'a tool that the server does not have',
    { ask: ['raed'] },
    'error unknown-tool 4 /ask/0',
    /no tool "raed".*Write "read"/,
  ],
  [
    'a hidden tool',
    { ask: ['secret'], tools: { secret: {} } },
    'warning ask-hidden 4 /ask/0',
    /hides "secret".*"tools": \{"secret": \{\}\}/,
  ],
  [
    'a denied tool without a rule',
    { ask: ['send'] },
    'warning ask-denied 4 /ask/0',
    /denies every call.*"tools": \{"send": \{\}\}/,
  ],
  [
    'a tool that is not listed, without a rule',
    { ask: ['other'] },
    'warning ask-denied 4 /ask/0',
    /denies every call/,
  ],
  [
    'a tool that passes anyway',
    { ask: ['read'], tools: { read: {} } },
    'warning ask-allowed 4 /ask/0',
    /lets every call of "read" pass/,
  ],
  [
    'a rule that no approved call passes',
    { ask: ['send'], tools: { send: ALWAYS } },
    'warning approval-denied 4 /ask/0',
    /denies every one/,
  ],
  [
    'a rule for a stranger',
    { ask: ['send'], tools: { send: {}, sned: {} } },
    'error unknown-tool 8 /tools/sned',
    /Write "send"/,
  ],
  [
    'a rule with a mistake of its own',
    {
      ask: ['send'],
      tools: { send: { limits: [{ counter: 'c', window: 'week', max: 1, scope: 'grant' }] } },
    },
    'error window-too-long 11 /tools/send/limits/0/window',
    /Write "day"/,
  ],
  ['a key that is none', { ask: [], asks: [] }, 'error unknown-key 4 /asks', /"ask": \["name of a tool"\]/],
])('%s is told at its place, with what to write', (_, record, where, words) => {
  const told = toldOf({ version: '1', ...record });
  expect(told.map(([place]) => place)).toContain(where);
  expect(told.find(([place]) => place === where)?.[1]).toMatch(words);
});

test('what is wrong is told at once, each thing once', () => {
  const record = {
    version: '1',
    ask: ['raed', 'secret', 'secret', 'send'],
    tools: { send: { deny_iff: [] } },
  };
  expect(toldOf(record).map(([place]) => place?.split(' ')[1])).toEqual(['unknown-key']);
  const names = { ...record, tools: {} };
  expect(toldOf(names).map(([place]) => place?.split(' ')[1])).toEqual([
    'unknown-tool',
    'ask-hidden',
    'ask-twice',
    'ask-denied',
  ]);
});

test('without a policy or the names of a server the rest is still checked', () => {
  expect(toldOf({ version: '1', ask: ['send', 'x', 'x'] }, null, null).map(([place]) => place)).toEqual([
    'warning ask-twice 6 /ask/2',
  ]);
});

test('policy validate looks at the record beside a policy as well', () => {
  const folder = folderWith({
    'policy.json': JSON.stringify({ version: '1', default: 'deny', tools: { read_graph: {} } }),
    'approvals.json': JSON.stringify({ version: '1', ask: ['delete_entites'] }),
    'good.json': JSON.stringify({ version: '1', ask: ['delete_entities'], tools: { delete_entities: {} } }),
  });
  const run = (ask: string) =>
    toolwarden([
      'policy',
      'validate',
      join(folder, 'policy.json'),
      '--ask',
      join(folder, ask),
      '--server',
      'memory',
    ]);
  const wrong = run('approvals.json');
  expect([wrong.code, JSON.parse(wrong.stdout)]).toEqual([2, { valid: false, problems: [] }]);
  expect(wrong.stderr).toMatch(/unknown-tool.*\n?.*delete_entites/);
  expect(wrong.stderr).toContain('delete_entities');
  const right = run('good.json');
  expect([right.code, JSON.parse(right.stdout)]).toEqual([0, { valid: true, problems: [] }]);
});
