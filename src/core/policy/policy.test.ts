import { expect, test } from 'vitest';
import { Policy, policyJsonSchema } from './policy.ts';
import { policyText, toolTable } from './policy-text.ts';

/** The recommended policies of five published tool pages: one shape, one cap, three tool names. */
function capped(tool: string): unknown {
  const limits = [{ counter: `${tool}_rate`, window: 'minute', max: 30, scope: 'grant' }];
  return { version: '1', default: 'deny', tools: { [tool]: { limits } } };
}

test.each(['track_behavior_event', 'track_logout', 'track_event', 'track_login'])(
  'the published policy for %s validates',
  (tool) => {
    expect(Policy.safeParse(capped(tool)).error).toBeUndefined();
  },
);

const RULE = {
  conditions: [{ path: 'args.amount', op: 'gt', value: 100 }],
  on_deny: 'Refund exceeds the policy limit.',
};

test.each([
  ['a tool allowed without conditions', { tools: { list_users: {} } }],
  ['a hidden tool', { hide: ['drop_table'] }],
  ['everything hidden', { hide: ['*'] }],
  [
    'an unconditional denial',
    { tools: { pay: { deny_if: [{ conditions: [], on_deny: 'Ask a person.' }] } } },
  ],
  ['a condition on an argument', { tools: { create_refund: { deny_if: [RULE] } } }],
  [
    'a requirement',
    { tools: { delete: { require: [{ conditions: [{ path: 'args.dry_run', op: 'eq', value: true }] }] } } },
  ],
  [
    'limits over every call',
    { all_tools: { limits: [{ counter: 'calls', window: 'day', max: 500, scope: 'grant' }] } },
  ],
])('%s validates', (_, part) => {
  expect(Policy.safeParse({ version: '1', default: 'deny', ...part }).error).toBeUndefined();
});

test.each([
  ['another version', { version: '2' }],
  ['an unknown key', { rate_limit: { max: 10, window: 60 } }],
  ['an unknown key of a tool', { tools: { x: { action: 'deny' } } }],
  [
    'a path outside the arguments',
    { tools: { x: { deny_if: [{ conditions: [{ path: 'state.x', op: 'eq', value: 1 }] }] } } },
  ],
  [
    'a path that names no field',
    { tools: { x: { deny_if: [{ conditions: [{ path: 'args', op: 'eq', value: 1 }] }] } } },
  ],
  [
    'a twelfth operator',
    { tools: { x: { deny_if: [{ conditions: [{ path: 'args.x', op: 'matches', value: 1 }] }] } } },
  ],
  [
    'a list operator without a list',
    { tools: { x: { deny_if: [{ conditions: [{ path: 'args.x', op: 'in', value: 'a' }] }] } } },
  ],
  [
    'a comparison with a word',
    { tools: { x: { deny_if: [{ conditions: [{ path: 'args.x', op: 'lt', value: '5' }] }] } } },
  ],
  [
    'a window of a week',
    { all_tools: { limits: [{ counter: 'c', window: 'week', max: 1, scope: 'grant' }] } },
  ],
  [
    'a limit of nothing',
    { all_tools: { limits: [{ counter: 'c', window: 'day', max: 0, scope: 'grant' }] } },
  ],
])('%s does not', (_, part) => {
  expect(Policy.safeParse({ version: '1', default: 'deny', ...part }).success).toBe(false);
});

test('the published JSON Schema closes every object and names the eleven operators', () => {
  const schema = JSON.stringify(policyJsonSchema());
  expect(schema).toContain('"additionalProperties":false');
  for (const operator of [
    'eq',
    'neq',
    'lt',
    'lte',
    'gt',
    'gte',
    'in',
    'not_in',
    'exists',
    'regex',
    'contains',
  ]) {
    expect(schema).toContain(`"${operator}"`);
  }
});

test('names that mean something to JavaScript are keys like any other', () => {
  const names = ['__proto__', 'constructor', 'a.b', 'quo"te', '天气'];
  const text = policyText({
    version: '1',
    default: 'deny',
    tools: toolTable(names.map((name) => [name, {}])),
  });
  expect(Object.getOwnPropertyNames(JSON.parse(text).tools)).toEqual(names);
});

test('a name that hides characters shows them in the text and stays the same name', () => {
  const names = ['a\u202eb', 'tag\u{E0041}', 'c\u200bd'];
  const text = policyText({ version: '1', default: 'deny', hide: names });
  expect(text).toMatch(/^[\n -~]*$/);
  expect(JSON.parse(text).hide).toEqual(names);
});

test('the text has its keys in one order, two spaces and one newline at the end', () => {
  const text = policyText({ tools: toolTable([]), hide: ['x'], default: 'deny', version: '1' });
  expect(text).toBe(
    '{\n  "version": "1",\n  "default": "deny",\n  "hide": [\n    "x"\n  ],\n  "tools": {}\n}\n',
  );
});
