import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../src/core/policy/decide.ts';
import { type Policy, ToolRule } from '../../src/core/policy/policy.ts';
import { call, limit, rule } from './arbitrary.ts';

const X_IS_1 = { path: 'args.x', op: 'eq', value: 1 };

function paying(pay: unknown): Policy {
  return { version: '1', default: 'allow', tools: { pay: pay as ToolRule } };
}

/** Mostly one kind of rule alone, so that calls get past the others. */
const wholeRule = fc.oneof(
  fc.record({ deny_if: fc.tuple(rule, rule) }),
  fc.record({ deny_if: fc.tuple(rule), limits: fc.tuple(limit) }),
  fc.record({ require: fc.tuple(rule, rule) }),
);

/** A rule of a tool with one thing in it replaced, added or taken away. */
const damagedRule = fc
  .tuple(wholeRule, fc.nat(), fc.constantFrom('replace', 'add', 'remove'), fc.jsonValue())
  .map(([given, at, how, value]) => {
    const whole = JSON.parse(JSON.stringify(given)) as object;
    const spots: [Record<string, unknown>, string][] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const key of Object.keys(node)) {
        spots.push([node as Record<string, unknown>, key]);
        visit((node as Record<string, unknown>)[key]);
      }
    };
    visit(whole);
    const [owner, key] = spots[at % spots.length] ?? [{}, ''];
    if (how === 'replace') owner[key] = value;
    else if (how === 'remove') delete owner[key];
    else if (Array.isArray(owner)) owner.push(value);
    else owner['extra'] = value;
    return JSON.parse(JSON.stringify(whole)) as ToolRule;
  });

test('a rule that the validator refuses lets no call pass, though nobody validated it', () => {
  let refused = 0;
  fc.assert(
    fc.property(damagedRule, call, (broken, { arguments: args }) => {
      if (ToolRule.safeParse(broken).success) return;
      refused += 1;
      expect(decide(paying(broken), { name: 'pay', arguments: args }, {}, 0).decision).toBe('deny');
    }),
    { numRuns: 5000 },
  );
  expect(refused).toBeGreaterThan(1000);
});

test.each([
  ['a key too many in a denial', { deny_if: [{ conditions: [X_IS_1], when: 'always' }] }],
  ['words that are no text', { deny_if: [{ conditions: [X_IS_1], on_deny: 5 }] }],
  [
    'a broken condition beside one that does not hold',
    { deny_if: [{ conditions: [X_IS_1, { path: 'x', op: 'eq', value: 1 }] }] },
  ],
  [
    'an expression that does not compile beside it',
    { deny_if: [{ conditions: [X_IS_1, { path: 'args.y', op: 'regex', value: '[' }] }] },
  ],
  [
    'a bound that is no number beside it',
    { deny_if: [{ conditions: [X_IS_1, { path: 'args.y', op: 'gt', value: '5' }] }] },
  ],
  [
    'a key too many in a limit',
    { limits: [{ counter: 'c', window: 'day', max: 9, scope: 'grant', per: 'user' }] },
  ],
  ['a counter without a name', { limits: [{ counter: '', window: 'day', max: 9, scope: 'grant' }] }],
])('%s denies where nobody validated', (_, broken) => {
  const outcome = decide(paying(broken), { name: 'pay', arguments: { x: 2 } }, {}, 0);
  expect([outcome.decision, outcome.rule]).toEqual([
    'deny',
    expect.stringMatching(/^\/tools\/pay\/(?:deny_if|limits)\/0$/),
  ]);
});

test('"all_tools" without limits, and a name in "hide" that is empty, deny every call', () => {
  for (const part of [{ all_tools: {} }, { hide: [''] }, { all_tools: { limits: [], more: 1 } }]) {
    const unchecked = { version: '1', default: 'allow', ...part } as unknown as Policy;
    expect(decide(unchecked, { name: 'pay', arguments: {} }, {}, 0).decision).toBe('deny');
  }
});
