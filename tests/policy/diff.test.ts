import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { decide } from '../../src/core/policy/decide.ts';
import { type Change, diffPolicies } from '../../src/core/policy/diff.ts';
import type { Condition, Limit, Policy, ToolRule } from '../../src/core/policy/policy.ts';
import { PolicyDifference } from '../../src/core/schemas/policy-answers.ts';
import { call, policy } from './arbitrary.ts';

vi.setConfig({ testTimeout: 60_000 });

function paying(pay: ToolRule, rest: Partial<Policy> = {}): Policy {
  return { version: '1', default: 'deny', tools: { pay }, ...rest };
}

function over(value: number): ToolRule {
  return { deny_if: [{ conditions: [{ path: 'args.amount', op: 'gt', value }] }] };
}

function matching(op: 'regex' | 'contains', value: string): ToolRule {
  return { deny_if: [{ conditions: [{ path: 'args.cmd', op, value }] as Condition[] }] };
}

function limited(max: number, counter = 'pay', window: Limit['window'] = 'minute'): ToolRule {
  return { limits: [{ counter, window, max, scope: 'grant' }] };
}

function told({ tool, calls, before, after, example }: Change): unknown[] {
  return [tool, calls, before.rule ?? before.decision, after.rule ?? after.decision, example];
}

const NONE: Policy = { version: '1', default: 'deny' };
const DENIED = '/tools/pay/deny_if/0';

test.each<[string, Policy, Policy, unknown[][], unknown[][]]>([
  ['a tool is added', NONE, paying({}), [['pay', 'every', '/default', 'allow', null]], []],
  ['a tool is taken out', paying({}), NONE, [], [['pay', 'every', 'allow', '/default', null]]],
  [
    'a tool is hidden',
    paying({}),
    { ...NONE, hide: ['pay'] },
    [],
    [['pay', 'every', 'allow', '/hide/0', null]],
  ],
  ['a denied tool is hidden', NONE, { ...NONE, hide: ['pay'] }, [], []],
  [
    'the default changes',
    paying({}),
    paying({}, { default: 'allow' }),
    [[null, 'every', '/default', 'allow', null]],
    [],
  ],
  [
    'a bound is raised',
    paying(over(100)),
    paying(over(200)),
    [['pay', 'some', DENIED, 'allow', { amount: 101 }]],
    [],
  ],
  [
    'a bound becomes a requirement',
    paying(over(100)),
    paying({ require: [{ conditions: [{ path: 'args.amount', op: 'lte', value: 100 }] }] }),
    [],
    [['pay', 'some', 'allow', '/tools/pay/require/0', {}]],
  ],
  [
    'an expression changes',
    paying(matching('regex', 'rm\\s')),
    paying(matching('regex', 'rm\\s+-[rf]')),
    [['pay', 'some', DENIED, 'allow', null]],
    [['pay', 'some', 'allow', DENIED, null]],
  ],
  [
    'a part of a text is no longer looked for',
    paying(matching('contains', '..')),
    paying({}),
    [['pay', 'some', DENIED, 'allow', { cmd: '..' }]],
    [],
  ],
  [
    'a limit falls',
    paying(limited(30)),
    paying(limited(10)),
    [],
    [['pay', 'some', 'allow', '/tools/pay/limits/0', null]],
  ],
  [
    'a limit goes',
    paying(limited(30)),
    paying({}),
    [['pay', 'some', '/tools/pay/limits/0', 'allow', null]],
    [],
  ],
  [
    'a limit holds for a longer window',
    paying(limited(30)),
    paying(limited(30, 'pay', 'day')),
    [],
    [['pay', 'some', 'allow', '/tools/pay/limits/0', null]],
  ],
  ['a counter gets another name', paying(limited(30)), paying(limited(30, 'other')), [], []],
  [
    'a counter is shared with another tool',
    paying(limited(30), { tools: { pay: limited(30), list: limited(30, 'list') } }),
    paying(limited(30), { tools: { pay: limited(30), list: limited(30) } }),
    [],
    [
      ['list', 'some', 'allow', '/tools/list/limits/0', null],
      ['pay', 'some', 'allow', '/tools/pay/limits/0', null],
    ],
  ],
  [
    'every call is counted',
    paying({}, { default: 'allow' }),
    paying({}, { default: 'allow', all_tools: { limits: limited(5).limits ?? [] } }),
    [],
    [
      ['pay', 'some', 'allow', '/all_tools/limits/0', null],
      [null, 'some', 'allow', '/all_tools/limits/0', null],
    ],
  ],
  [
    'a limit on a denied tool changes',
    paying({ deny_if: [{ conditions: [] }], ...limited(3) }),
    paying({ deny_if: [{ conditions: [] }] }),
    [],
    [],
  ],
])('%s', (_, before, after, allowed, denied) => {
  const difference = diffPolicies(before, after);
  expect(difference.allowed.map(told)).toEqual(allowed);
  expect(difference.denied.map(told)).toEqual(denied);
  expect(PolicyDifference.safeParse(difference).error).toBeUndefined();
  for (const { because } of [...difference.allowed, ...difference.denied]) expect(because).not.toBe('');
});

/** No text of it can be told from its letters alone. */
const BELOW = '(?:/(?:[^./%][^/%]*|\\.[^./%][^/%]*))+[!-#]{3}$';

function under(root: string, max: number): Policy {
  const below = { path: 'args.path', op: 'regex' as const, value: `^${root}${BELOW}` };
  return paying({ require: [{ conditions: [below] }], ...limited(max) });
}

const REQUIRED = '/tools/pay/require/0';
const LIMIT = '/tools/pay/limits/0';

test.each<[string, Policy, Policy, string[], string[]]>([
  [
    'a folder is opened and a limit raised',
    under('/home', 30),
    under('', 9999),
    [REQUIRED, LIMIT],
    [REQUIRED],
  ],
  ['another folder is asked for', under('/home', 30), under('/etc', 30), [REQUIRED], [REQUIRED]],
  ['only the limit is raised', under('/home', 30), under('/home', 9999), [LIMIT], []],
  ['nothing is changed', under('/home', 30), under('/home', 30), [], []],
])('where no call that passes is found: %s', (_, before, after, allowed, denied) => {
  const difference = diffPolicies(before, after);
  expect(difference.allowed.map((change) => change.before.rule).sort()).toEqual([...allowed].sort());
  expect(difference.denied.map((change) => change.after.rule)).toEqual(denied);
  for (const { calls } of [...difference.allowed, ...difference.denied]) expect(calls).toBe('some');
});

test('a requirement that lets some calls pass does not deny every call', () => {
  const { denied } = diffPolicies(paying(limited(30)), under('/home', 30));
  expect(denied).toMatchObject([{ tool: 'pay', calls: 'some', after: { rule: REQUIRED } }]);
});

test('a policy does not differ from itself', () => {
  fc.assert(
    fc.property(policy, (one) => {
      expect(diffPolicies(one, one)).toEqual({ allowed: [], denied: [] });
    }),
  );
});

test('what the one direction allows, the other denies', () => {
  fc.assert(
    fc.property(policy, policy, (one, other) => {
      const [there, back] = [diffPolicies(one, other), diffPolicies(other, one)];
      const turned = back.denied.map((change) => ({ ...change, before: change.after, after: change.before }));
      expect(there.allowed.map(told).sort()).toEqual(turned.map(told).sort());
    }),
    { numRuns: 50 },
  );
});

test('every example is decided as the difference says', () => {
  fc.assert(
    fc.property(policy, policy, (before, after) => {
      const { allowed, denied } = diffPolicies(before, after);
      for (const { tool, example, before: was, after: is } of [...allowed, ...denied]) {
        if (example === null || tool === null) continue;
        const one = { name: tool, arguments: example };
        expect(decide(before, one, {}, 0)).toMatchObject(was);
        expect(decide(after, one, {}, 0)).toMatchObject(is);
      }
    }),
    { numRuns: 50 },
  );
});

test('a tool of which some call becomes allowed is told', () => {
  fc.assert(
    fc.property(policy, policy, call, (before, after, one) => {
      const [was, is] = [before, after].map((side) => decide(side, one, {}, 0).decision);
      fc.pre(was !== 'allow' && is === 'allow');
      const named = [before, after].flatMap(({ hide = [], tools = {} }) => [...hide, ...Object.keys(tools)]);
      const tool = named.includes(one.name) ? one.name : null;
      expect(diffPolicies(before, after).allowed.map((change) => change.tool)).toContain(tool);
    }),
    // What was not tried may be missed, so the calls are always the same ones.
    { numRuns: 200, seed: 1 },
  );
});

test('a tool that opens under a rule which no tried call fulfils is told, and mirrored', () => {
  const path = { path: 'args.path', op: 'regex', value: '^/home/me/(?:[a-z]+/)*[a-z]{3,9}$' } as const;
  const ruled = paying({ require: [{ conditions: [path] }] });
  const shut: Policy = { version: '1', default: 'deny' };
  const opened = diffPolicies(shut, ruled);
  expect(opened.denied).toEqual([]);
  expect(opened.allowed).toMatchObject([
    {
      tool: 'pay',
      calls: 'some',
      before: { decision: 'deny', rule: '/default' },
      after: { decision: 'allow' },
    },
  ]);
  const hidden = diffPolicies(ruled, { version: '1', default: 'deny', hide: ['pay'] });
  expect(hidden.allowed).toEqual([]);
  expect(hidden.denied).toMatchObject([{ tool: 'pay', calls: 'some', after: { decision: 'hide' } }]);
});
