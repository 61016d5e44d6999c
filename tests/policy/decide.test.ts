import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Call, type Counters, decide, type Outcome } from '../../src/core/policy/decide.ts';
import type { Condition, Policy, ToolRule } from '../../src/core/policy/policy.ts';
import { policyText } from '../../src/core/policy/policy-text.ts';
import { validatePolicy } from '../../src/core/policy/validate.ts';
import type { JsonValue } from '../../src/core/tool/json.ts';
import { anything, call, counters, limit, NAMES, name, now, policy, rule } from './arbitrary.ts';

vi.setConfig({ testTimeout: 60_000 });

const RUNS = { numRuns: 1000 };

/** What an outcome may look like, whatever was asked. */
function isOutcome({ decision, message, rule: pointer }: Outcome): boolean {
  if (decision === 'allow') return message === null && pointer === null;
  return (
    (decision === 'deny' || decision === 'hide') && typeof message === 'string' && typeof pointer === 'string'
  );
}

/** A broken place deep in a policy that is otherwise in order. */
const damagedPolicy = fc.tuple(policy, name, anything).map(([whole, tool, broken]) => ({
  ...whole,
  tools: { ...whole.tools, [tool]: broken },
}));

test('whatever the policy, the call, the counters and the time, there is an answer', () => {
  const anyPolicy = fc.oneof(anything, policy, damagedPolicy);
  const anyNow = fc.oneof(now, fc.double());
  fc.assert(
    fc.property(anyPolicy, fc.oneof(anything, call), fc.oneof(anything, counters), anyNow, (...input) => {
      expect(isOutcome(decide(...(input as unknown as Parameters<typeof decide>)))).toBe(true);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('values nested beyond any reason are answered too', () => {
  let deep: JsonValue = 1;
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  const asked = decide(
    {
      version: '1',
      default: 'deny',
      tools: { pay: { deny_if: [{ conditions: [{ path: 'args.x', op: 'eq', value: deep }] }] } },
    },
    { name: 'pay', arguments: { x: deep } },
    {},
    0,
  );
  expect(asked.decision).toBe('deny');
});

test('a policy, a tool or an entry that cannot be read denies', () => {
  fc.assert(
    fc.property(anything, (broken) => {
      fc.pre(typeof broken !== 'object' || broken === null);
      for (const [part, rulePointer] of [
        [broken, ''],
        [{ version: '1', default: broken }, ''],
        [{ version: '1', default: 'allow', tool: {} }, ''],
        [{ version: '1', default: 'allow', hide: broken ?? null }, ''],
        [{ version: '1', default: 'allow', all_tools: broken ?? null }, '/all_tools/limits'],
        [{ version: '1', default: 'allow', all_tools: { deny_if: [] } }, '/all_tools/limits'],
        [{ version: '1', default: 'allow', tools: { pay: broken ?? null } }, '/tools/pay'],
        [{ version: '1', default: 'allow', tools: { pay: { denyIf: [] } } }, '/tools/pay'],
        [
          { version: '1', default: 'allow', tools: { pay: { deny_if: broken ?? null } } },
          '/tools/pay/deny_if',
        ],
        [{ version: '1', default: 'allow', tools: { pay: { require: [broken] } } }, '/tools/pay/require/0'],
        [{ version: '1', default: 'allow', tools: { pay: { limits: [broken] } } }, '/tools/pay/limits/0'],
      ] as const) {
        const outcome = decide(part as Policy, { name: 'pay', arguments: {} }, {}, 0);
        expect([outcome.decision, outcome.rule]).toEqual(['deny', rulePointer]);
      }
    }),
  );
});

test.each([
  ['a negative count', { window: '2026-03-01T00:00:00Z', count: -5 }],
  ['half a count', { window: '2026-03-01T00:00:00Z', count: 0.5 }],
  ['a count in words', { window: '2026-03-01T00:00:00Z', count: '0' }],
  ['a window that is no moment', { window: '', count: 0 }],
  ['no count at all', null],
])('a counter file with %s has no room', (_, stored) => {
  const limited = paying({ limits: [{ counter: 'c', window: 'day', max: 9, scope: 'grant' }] });
  const kept = { 'day:c': stored } as unknown as Counters;
  const outcome = decide(limited, { name: 'pay', arguments: {} }, kept, Date.UTC(2026, 2, 1));
  expect([outcome.decision, outcome.rule, outcome.counters]).toEqual(['deny', '/tools/pay/limits/0', kept]);
});

test.each([undefined, null, [], 'counts', 5])(
  'counters that are %j deny every call and stay what they are',
  (kept) => {
    const outcome = decide(paying({}), { name: 'pay', arguments: {} }, kept as unknown as Counters, 0);
    expect([outcome.decision, outcome.rule, outcome.counters]).toEqual(['deny', '', kept]);
  },
);

test.each([Number.NaN, -1, Number.POSITIVE_INFINITY, 1e300, undefined, null, '0', 5n, new Date(0)])(
  'at %s every call is denied, counted or not, and what is hidden stays hidden',
  (moment) => {
    const at = (rule: ToolRule, tool = 'pay'): Outcome =>
      decide({ ...paying(rule), hide: ['list'] }, { name: tool, arguments: {} }, {}, moment as number);
    const limits = [{ counter: 'c', window: 'day', max: 9, scope: 'grant' } as const];
    for (const outcome of [at({ limits }), at({})])
      expect([outcome.decision, outcome.rule, outcome.counters]).toEqual(['deny', '', {}]);
    expect(at({}, 'list').decision).toBe('hide');
  },
);

test('a text too long to search is undecided', () => {
  const rule = { conditions: [{ path: 'args.x', op: 'regex' as const, value: '^[a-z]{1,90}x' }] };
  const at = (length: number): string =>
    decide(paying({ deny_if: [rule] }), { name: 'pay', arguments: { x: '-'.repeat(length) } }, {}, 0)
      .decision;
  expect([at(1000), at(100_000), at(100_001)]).toEqual(['allow', 'deny', 'deny']);
  const short = { conditions: [{ path: 'args.x', op: 'regex' as const, value: '^x' }] };
  const plain = (length: number): string =>
    decide(paying({ deny_if: [short] }), { name: 'pay', arguments: { x: '-'.repeat(length) } }, {}, 0)
      .decision;
  expect([plain(100_000), plain(100_001)]).toEqual(['allow', 'deny']);
});

test('a condition with a word it does not know is undecided', () => {
  const odd = { path: 'args.x', op: 'eq', value: 1, not: true } as unknown as Condition;
  for (const part of [{ deny_if: [{ conditions: [odd] }] }, { require: [{ conditions: [odd] }] }]) {
    expect(decide(paying(part), { name: 'pay', arguments: { x: 2 } }, {}, 0).decision).toBe('deny');
  }
});

test.each([null, 'x', 5, []])('arguments that are %j are no arguments without the key', (odd) => {
  const call = { name: 'pay', arguments: odd } as unknown as Call;
  const capped = paying({ deny_if: [{ conditions: [{ path: 'args.x', op: 'gt', value: 100 }] }] });
  expect(decide(capped, call, {}, 0).decision).toBe('deny');
});

test('the same question has the same answer, and nothing that was asked with is changed', () => {
  fc.assert(
    fc.property(policy, call, counters, now, (whole, one, kept, moment) => {
      const before = JSON.stringify([whole, one, kept]);
      expect(decide(whole, one, kept, moment)).toEqual(decide(whole, one, kept, moment));
      expect(JSON.stringify([whole, one, kept])).toBe(before);
    }),
    RUNS,
  );
});

test('the order of keys changes nothing', () => {
  fc.assert(
    fc.property(policy, call, counters, now, (whole, one, kept, moment) => {
      const turned = decide(
        reversed(whole) as Policy,
        reversed(one) as typeof one,
        reversed(kept) as Counters,
        moment,
      );
      expect(turned).toEqual(decide(whole, one, kept, moment));
    }),
    RUNS,
  );
});

test('another rule or limit never lets a call pass that was denied', () => {
  const addition = fc.oneof(
    rule.map((entry): ToolRule => ({ require: [entry] })),
    rule.map((entry): ToolRule => ({ deny_if: [entry] })),
    limit.map((entry): ToolRule => ({ limits: [entry] })),
  );
  fc.assert(
    fc.property(policy, call, counters, now, addition, limit, (whole, one, kept, moment, more, overAll) => {
      const before = decide(whole, one, kept, moment);
      fc.pre(before.decision !== 'allow');
      const listed = whole.tools ?? {};
      if (Object.hasOwn(listed, one.name)) {
        const rules = listed[one.name] ?? {};
        const merged: ToolRule = {
          require: [...(rules.require ?? []), ...(more.require ?? [])],
          deny_if: [...(rules.deny_if ?? []), ...(more.deny_if ?? [])],
          limits: [...(rules.limits ?? []), ...(more.limits ?? [])],
        };
        const stricter = { ...whole, tools: { ...listed, ...Object.fromEntries([[one.name, merged]]) } };
        expect(decide(stricter, one, kept, moment).decision).not.toBe('allow');
      }
      const limits = [...(whole.all_tools?.limits ?? []), overAll];
      expect(decide({ ...whole, all_tools: { limits } }, one, kept, moment).decision).not.toBe('allow');
    }),
    RUNS,
  );
});

test('hiding is stronger than anything', () => {
  fc.assert(
    fc.property(policy, call, counters, now, (whole, one, kept, moment) => {
      const hidden = { ...whole, hide: [...(whole.hide ?? []), one.name] };
      expect(decide(hidden, one, kept, moment)).toMatchObject({ decision: 'hide', counters: kept });
      expect(decide({ ...whole, hide: ['*'] }, one, kept, moment)).toMatchObject({
        decision: 'hide',
        rule: '/hide/0',
      });
    }),
    RUNS,
  );
});

test('counts only grow within a window, windows only move on, and a denied call counts nowhere', () => {
  const calls = fc.array(fc.tuple(call, now), { maxLength: 12 });
  fc.assert(
    fc.property(policy, calls, (whole, steps) => {
      let kept: Counters = {};
      for (const [one, moment] of steps) {
        const { decision, counters: after } = decide(whole, one, kept, moment);
        if (decision !== 'allow') expect(after).toEqual(kept);
        for (const [key, { window, count }] of Object.entries(kept)) {
          const next = after[key];
          expect(next !== undefined && next.window >= window).toBe(true);
          if (next?.window === window) expect(next.count).toBeGreaterThanOrEqual(count);
        }
        kept = JSON.parse(JSON.stringify(after)) as Counters;
      }
    }),
    RUNS,
  );
});

test('no clock, however it jumps, lets more calls pass in a window than its limit', () => {
  fc.assert(
    fc.property(limit, fc.array(now, { maxLength: 40 }), (one, moments) => {
      const limited = paying({ limits: [one] });
      const passed = new Map<string, number>();
      let kept: Counters = {};
      for (const moment of moments) {
        const outcome = decide(limited, { name: 'pay', arguments: {} }, kept, moment);
        kept = outcome.counters;
        const window = Object.values(kept)[0]?.window ?? '';
        if (outcome.decision === 'allow') passed.set(window, (passed.get(window) ?? 0) + 1);
      }
      for (const count of passed.values()) expect(count).toBeLessThanOrEqual(one.max);
    }),
    RUNS,
  );
});

test('what cannot be compared does not slip past a denial', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (x) => {
      fc.pre(typeof x !== 'number');
      const capped = paying({ deny_if: [{ conditions: [{ path: 'args.x', op: 'gt', value: 100 }] }] });
      expect(decide(capped, { name: 'pay', arguments: { x: x as JsonValue } }, {}, 0).decision).toBe('deny');
    }),
    RUNS,
  );
});

test('a policy that validates decides as the value it was written from', () => {
  fc.assert(
    fc.property(policy, call, counters, now, (whole, one, kept, moment) => {
      const { policy: read } = validatePolicy(policyText(whole));
      fc.pre(read !== null);
      expect(decide(read as Policy, one, kept, moment)).toEqual(decide(whole, one, kept, moment));
    }),
    RUNS,
  );
});

test('no name is listed that the policy does not list', () => {
  for (const one of [...NAMES, 'toString', 'hasOwnProperty']) {
    expect(
      decide({ version: '1', default: 'deny', tools: {} }, { name: one, arguments: {} }, {}, 0).rule,
    ).toBe('/default');
  }
});

function paying(pay: ToolRule): Policy {
  return { version: '1', default: 'deny', tools: { pay } };
}

/** The same value, the keys of every object in the other order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

test.each([
  ['at the end of a path', { path: 'args.a.path', op: 'eq', value: 'x' }, { a: { path: 'x', Path: 'y' } }],
  ['on the way', { path: 'args.path.b', op: 'eq', value: 'x' }, { path: { b: 'x' }, Path: {} }],
  ['alone', { path: 'args.path', op: 'exists', value: false }, { Path: 'y' }],
] as const)('a twin in other letters is denied and named: %s', (_, condition, args) => {
  const require = [{ conditions: [{ ...condition }], on_deny: 'No.' }];
  const policy: Policy = { version: '1', default: 'deny', tools: { read: { require } } };
  const outcome = decide(policy, { name: 'read', arguments: args }, {}, 0);
  expect(outcome).toMatchObject({ decision: 'deny', rule: '/tools/read/require/0' });
  expect(outcome.message).toContain('"Path"');
});
