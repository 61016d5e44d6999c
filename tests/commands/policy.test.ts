import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { PolicyCheck, PolicyDecision, PolicyDifference } from '../../src/core/schemas/policy-answers.ts';
import { folderWith, type Run, toolwarden } from './run.ts';

vi.setConfig({ testTimeout: 60_000 });

const LIMIT = { counter: 'pay', window: 'minute', max: 2, scope: 'grant' };
const SOUND = {
  version: '1',
  default: 'deny',
  tools: {
    pay: { deny_if: [{ conditions: [{ path: 'args.amount', op: 'gt', value: 100 }] }], limits: [LIMIT] },
  },
};

function fileWith(content: unknown, name = 'policy.json'): string {
  const text = typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  return join(folderWith({ [name]: text }), name);
}

function evaluate(policy: string, call: unknown, ...more: string[]): Run {
  return toolwarden(['policy', 'evaluate', '--policy', policy, '--call', JSON.stringify(call), ...more]);
}

test('a sound policy is in order, from a file and from standard input', () => {
  const { code, stdout, stderr } = toolwarden(['policy', 'validate', fileWith(SOUND)]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'This policy is in order.\n' });
  expect(PolicyCheck.parse(JSON.parse(stdout))).toEqual({ valid: true, problems: [] });
  expect(toolwarden(['policy', 'validate', '-'], JSON.stringify(SOUND)).stdout).toBe(stdout);
});

test('every mistake is told with file, line, column and what to write instead, and ends with 2', () => {
  const file = fileWith(
    '{\n  "version": 1,\n  "default": "deny",\n  "tools": {"pay": {"action": "deny"}}\n}\n',
  );
  const { code, stdout, stderr } = toolwarden(['policy', 'validate', file]);
  expect(code).toBe(2);
  expect(stderr).toContain(`${file}:2:14: error[version-number] /version: `);
  expect(stderr).toContain('→ Write "1".');
  expect(stderr).toContain(`${file}:4:21: error[action-key] /tools/pay/action: `);
  expect(stderr).toContain('2 findings, 2 of them errors.');
  const { valid, problems } = PolicyCheck.parse(JSON.parse(stdout));
  expect([valid, problems.map((problem) => problem.code)]).toEqual([false, ['version-number', 'action-key']]);
});

test('a warning is told and refuses nothing', () => {
  const file = fileWith({ version: '1', default: 'deny', hide: ['delete_*'] });
  const { code, stdout, stderr } = toolwarden(['policy', 'validate', file]);
  expect([code, JSON.parse(stdout).valid]).toEqual([0, true]);
  expect(stderr).toContain('warning[hide-pattern] /hide/0');
});

test('names are held against a catalogued server', () => {
  const file = fileWith({ version: '1', default: 'deny', tools: { create_refnd: {} } });
  const { code, stderr } = toolwarden(['policy', 'validate', file, '--server', 'stripe']);
  expect(code).toBe(2);
  expect(stderr).toContain('Write "create_refund", which it has.');
  const none = toolwarden(['policy', 'validate', file, '--server', 'strpe']);
  expect([none.code, none.stdout]).toEqual([2, '']);
  expect(none.stderr).toContain('error[unknown-server]');
});

test('text of a stranger in a policy steers no terminal', () => {
  const file = fileWith({ version: '1', default: 'deny', '\u001b]0;x\u0007\u202e': 1 });
  const { stdout, stderr } = toolwarden(['policy', 'validate', file]);
  expect(stdout).toMatch(/^[\n -~]*$/);
  expect(stderr).toMatch(/^[\n -~→⟦⟧]*$/);
});

test.each([
  ['a file that is not there', '/no/such/policy.json', 'unreadable-file'],
  ['bytes that are no UTF-8', fileBytes(), 'not-utf-8'],
])('%s is told', (_, file, code) => {
  const run = toolwarden(['policy', 'validate', typeof file === 'string' ? file : fileWith(file)]);
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toContain(`error[${code}]`);
});

function fileBytes(): Buffer {
  return Buffer.from([0x7b, 0xff, 0x7d]);
}

test('a call is decided, and its counters go into the next decision', () => {
  const file = fileWith(SOUND);
  const now = ['--now', '2026-11-20T15:04:30Z'];
  const first = evaluate(file, { name: 'pay', arguments: { amount: 5 } }, ...now);
  expect(first.code, first.stderr).toBe(0);
  const counters = { 'minute:pay': { window: '2026-11-20T15:04:00Z', count: 1 } };
  expect(PolicyDecision.parse(JSON.parse(first.stdout))).toEqual({
    decision: 'allow',
    message: null,
    rule: null,
    counters,
  });
  const full = fileWith({ 'minute:pay': { window: '2026-11-20T15:04:00Z', count: 2 } }, 'counters.json');
  const second = evaluate(file, { name: 'pay' }, ...now, '--counters', full);
  expect(JSON.parse(second.stdout)).toMatchObject({ decision: 'deny', rule: '/tools/pay/limits/0' });
  const later = evaluate(file, { name: 'pay' }, '--now', '2026-11-20T15:05:00Z', '--counters', full);
  expect(JSON.parse(later.stdout)).toMatchObject({ decision: 'allow' });
  const denied = evaluate(file, { name: 'pay', arguments: { amount: '1e9' } }, ...now);
  expect(JSON.parse(denied.stdout)).toMatchObject({
    decision: 'deny',
    rule: '/tools/pay/deny_if/0',
    counters: {},
  });
});

test('mistakes of policy, call and counters are told at once', () => {
  const policy = fileWith({ version: '1' });
  const counters = fileWith({ 'minute:pay': { window: 'now', count: -1 } }, 'counters.json');
  const run = evaluate(policy, { tool: 'pay' }, '--counters', counters);
  expect([run.code, run.stdout]).toEqual([2, '']);
  for (const code of ['no-default', 'call', 'counters']) expect(run.stderr).toContain(`error[${code}]`);
});

test('a moment without a zone is refused', () => {
  const run = evaluate(fileWith(SOUND), { name: 'pay' }, '--now', '2026-11-20T15:04:30');
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toContain('2026-11-20T15:04:00Z');
});

test('two policies are compared', () => {
  const next = { version: '1', default: 'deny', tools: { pay: {}, list: {} } };
  const run = toolwarden(['policy', 'diff', fileWith(SOUND), fileWith(next)]);
  expect(run.code, run.stderr).toBe(0);
  const { allowed, denied } = PolicyDifference.parse(JSON.parse(run.stdout));
  expect(denied).toEqual([]);
  expect(allowed.map(({ tool, calls, before }) => [tool, calls, before.rule])).toEqual([
    ['list', 'every', '/default'],
    ['pay', 'some', '/tools/pay/deny_if/0'],
    ['pay', 'some', '/tools/pay/limits/0'],
  ]);
});

test('the mistakes of both policies are told at once', () => {
  const run = toolwarden(['policy', 'diff', fileWith('{', 'old.json'), fileWith('[]', 'new.json')]);
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toMatch(
    /old\.json:1:2: error\[not-closed\][\s\S]*new\.json:1:1: error\[policy-no-object\]/,
  );
});
