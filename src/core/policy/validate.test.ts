import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Policy } from './policy.ts';
import { validatePolicy } from './validate.ts';

const LIMIT = '"counter": "c", "window": "hour", "max": 5, "scope": "grant"';

/** A whole policy around what stands beside version and default, on lines of its own. */
function framed(part: string, fallback = '"deny"'): string {
  return `{\n  "version": "1",\n  "default": ${fallback},\n  ${part}\n}\n`;
}

function tool(rule: string): string {
  return framed(`"tools": {\n    "pay": ${rule}\n  }`);
}

const VALID = framed(
  `"hide": ["drop_table"],
  "all_tools": {"limits": [{"counter": "calls", "window": "day", "max": 500, "scope": "grant"}]},
  "tools": {
    "list": {},
    "a.b/c~d": {},
    "__proto__": {"deny_if": [{"conditions": []}]},
    "pay": {
      "require": [{"conditions": [{"path": "args.to", "op": "in", "value": ["a", "b"]}]}],
      "deny_if": [{"conditions": [{"path": "args.amount", "op": "gt", "value": 100}], "on_deny": "Too much."}],
      "limits": [{"counter": "pay_per_minute", "window": "minute", "max": 30, "scope": "grant"}]
    }
  }`,
);

test('a sound policy has no problems, and its tools keep their names', () => {
  const { policy, problems } = validatePolicy(VALID);
  expect(problems).toEqual([]);
  expect(policy).toEqual(JSON.parse(VALID));
  expect(Object.getOwnPropertyNames(policy?.tools)).toEqual(['list', 'a.b/c~d', '__proto__', 'pay']);
});

test('all mistakes of a text are told at once, in its order', () => {
  const text = `{"version": 1, "default": "block",\n"hide": [""],\n"tools": {"a": "deny", "b": {"action": "allow"}}}`;
  const { problems } = validatePolicy(text);
  expect(problems.map(({ code, line }) => `${line} ${code}`)).toEqual([
    '1 version-number',
    '1 unknown-default',
    '2 hide-empty',
    '3 tool-denied-by-word',
    '3 action-key',
  ]);
});

test('names are held against the server only when it is known', () => {
  expect(validatePolicy(VALID).problems).toEqual([]);
  const tools = ['drop_table', 'list', 'a.b/c~d', 'pay'];
  expect(validatePolicy(VALID, { tools }).problems.map(({ pointer }) => pointer)).toEqual([
    '/tools/__proto__',
  ]);
});

/** A policy with one part of it replaced by anything: near enough to a policy to reach every check. */
const damaged = fc
  .tuple(
    fc.nat(),
    fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('eq', 'gt', [], {}, '', 0, -1, 1.5, 'args.x')),
  )
  .map(([at, value]) => {
    const policy: unknown = JSON.parse(VALID);
    const spots: (() => void)[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const key of Object.keys(node)) {
        const parent = node as Record<string, unknown>;
        spots.push(() => Object.defineProperty(parent, key, { value, enumerable: true }));
        visit(parent[key]);
      }
    };
    visit(policy);
    spots[at % spots.length]?.();
    return JSON.stringify(policy);
  });

test('what the published schema refuses, the validator refuses with a reason', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const { policy, problems } = validatePolicy(text);
      if (policy !== null) expect(Policy.safeParse(policy).error).toBeUndefined();
      else expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('any text at all is answered, and only JSON is a policy', () => {
  const cut = fc.tuple(fc.nat(VALID.length), fc.nat(40), fc.string()).map(([at, length, insert]) => {
    return VALID.slice(0, at) + insert + VALID.slice(at + length);
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), cut), (text) => {
      const { policy, problems } = validatePolicy(text);
      if (policy !== null) expect(policy).toEqual(JSON.parse(text));
      else expect(problems.length).toBeGreaterThan(0);
      for (const { line, column } of problems) {
        expect(text.split(/\r\n|\n|\r/)[line - 1]?.length ?? -1).toBeGreaterThanOrEqual(column - 1);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a limit on a counter that another tool shares may well be reached', () => {
  const tools = `"pay": {"limits": [{${LIMIT}}, {"counter": "d", "window": "hour", "max": 9, "scope": "grant"}]},
    "refund": {"limits": [{"counter": "d", "window": "hour", "max": 9, "scope": "grant"}]}`;
  expect(validatePolicy(framed(`"tools": {${tools}}`)).problems).toEqual([]);
});

test.each([
  [
    [
      ['x', 'gt', 5],
      ['x', 'lte', 5],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'gte', 5],
      ['x', 'lt', 5],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'gte', 5],
      ['x', 'lte', 5],
    ],
    null,
  ],
  [
    [
      ['x', 'gt', 5],
      ['y', 'lt', 5],
    ],
    null,
  ],
  [
    [
      ['x', 'eq', 'a'],
      ['x', 'eq', 'b'],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'eq', 'a'],
      ['x', 'neq', 'a'],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'eq', 'a'],
      ['x', 'gt', 5],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'eq', 6],
      ['x', 'gt', 5],
    ],
    null,
  ],
  [
    [
      ['x', 'in', ['a', 'b']],
      ['x', 'in', ['c']],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'in', ['a', 'b']],
      ['x', 'in', ['b', 'c']],
    ],
    null,
  ],
  [
    [
      ['x', 'in', ['a', 'b']],
      ['x', 'neq', 'a'],
      ['x', 'regex', '^a'],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'regex', 'a'],
      ['x', 'lt', 5],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'regex', 'a'],
      ['x', 'contains', 'b'],
    ],
    null,
  ],
  [
    [
      ['x', 'exists', false],
      ['x', 'eq', 'a'],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'exists', false],
      ['x', 'exists', true],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'exists', false],
      ['x.y', 'eq', 'a'],
    ],
    'never-holds',
  ],
  [
    [
      ['x', 'exists', false],
      ['y', 'exists', true],
    ],
    null,
  ],
  [
    [
      ['x', 'exists', true],
      ['x', 'eq', 'a'],
    ],
    'idle-condition',
  ],
  [
    [
      ['x', 'gt', 5],
      ['x', 'gte', 5],
    ],
    'idle-condition',
  ],
  [
    [
      ['x', 'lt', 5],
      ['x', 'lt', 6],
    ],
    'idle-condition',
  ],
  [
    [
      ['x', 'eq', 'a'],
      ['x', 'eq', 'a'],
    ],
    'idle-condition',
  ],
])('%j together: %s', (rows, code) => {
  const conditions = rows.map(([name, op, value]) => ({ path: `args.${String(name)}`, op, value }));
  for (const kind of ['require', 'deny_if']) {
    const { problems } = validatePolicy(tool(JSON.stringify({ [kind]: [{ conditions }] })));
    const told = problems.map((problem) => problem.code).filter((one) => one !== 'missing-passes');
    expect(told).toEqual(code === null ? [] : [code]);
  }
});

test.each([
  ['deny_if', [[['x', 'gt', 5]], [['x', 'gt', 6]]], 'denial-covered'],
  ['deny_if', [[['x', 'gt', 5]], [['x', 'lt', 3]]], null],
  ['deny_if', [[['x', 'exists', true]], [['x', 'eq', 'a']]], 'denial-covered'],
  ['deny_if', [[['x', 'in', ['a', 'b']]], [['x', 'in', ['b']]]], 'denial-covered'],
  // A number is undecided beside "a" and so denied, and surely not in ["a", 1].
  ['deny_if', [[['x', 'in', ['a', 1]]], [['x', 'eq', 'a']]], null],
  ['deny_if', [[['x', 'gt', 5]], [['y', 'gt', 6]]], null],
  [
    'deny_if',
    [
      [
        ['x', 'gt', 5],
        ['y', 'eq', 1],
      ],
      [['x', 'gt', 6]],
    ],
    null,
  ],
  ['require', [[['x', 'gt', 5]], [['x', 'gt', 6]]], null],
])('%s %j: %s', (kind, rules, code) => {
  const entries = (rules as unknown[][][]).map((rows) => ({
    conditions: rows.map(([name, op, value]) => ({ path: `args.${String(name)}`, op, value })),
  }));
  const told = validatePolicy(tool(JSON.stringify({ [kind as string]: entries }))).problems;
  expect(told.map((problem) => problem.code)).toEqual(code === null ? [] : [code]);
});

test('slashes around an expression that then matches nothing are an error', () => {
  const rule = (value: string): string =>
    tool(JSON.stringify({ deny_if: [{ conditions: [{ path: 'args.x', op: 'regex', value }] }] }));
  const told = ['/^a$/', '/etc/'].map((value) => validatePolicy(rule(value)).problems[0]?.severity);
  expect(told).toEqual(['error', 'warning']);
});
