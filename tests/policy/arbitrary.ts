import fc from 'fast-check';
import type { Call, Counters } from '../../src/core/policy/decide.ts';
import type { Condition, Limit, Policy, PolicyRule, ToolRule } from '../../src/core/policy/policy.ts';
import type { JsonObject, JsonValue } from '../../src/core/tool/json.ts';

/** Few names and values, so that calls meet rules; some of them are traps. */
export const NAMES = ['pay', 'list', 'a.b/c~d', '__proto__', 'constructor', '*'];

const value: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(0, 1, 5, 5.5, -1, 1e300, '', '1', '5', 'x', 'delete', true, false, null),
  fc.constantFrom<JsonValue>([], ['x'], [1, 'x'], [['x']], {}, { y: 1 }, { y: { z: 'x' } }),
);

const path = fc.constantFrom('args.x', 'args.y', 'args.y.z', 'args.__proto__', 'args.constructor.name');

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ path, op: fc.constantFrom('eq', 'neq', 'contains'), value }),
  fc.record({
    path,
    op: fc.constantFrom('lt', 'lte', 'gt', 'gte'),
    value: fc.constantFrom(-1, 0, 1, 5, 5.5),
  }),
  fc.record({ path, op: fc.constantFrom('in', 'not_in'), value: fc.array(value, { maxLength: 3 }) }),
  fc.record({ path, op: fc.constant('exists'), value: fc.boolean() }),
  fc.record({ path, op: fc.constant('regex'), value: fc.constantFrom('x', '^$', '(?i)DEL', '[') }),
);

export const rule: fc.Arbitrary<PolicyRule> = fc.record({
  conditions: fc.array(condition, { maxLength: 3 }),
});

export const limit: fc.Arbitrary<Limit> = fc.record({
  counter: fc.constantFrom('c', 'd', '__proto__'),
  window: fc.constantFrom('minute', 'hour', 'day'),
  max: fc.integer({ min: 1, max: 4 }),
  scope: fc.constant('grant'),
});

const limits = fc.array(limit, { maxLength: 2 });

const toolRule: fc.Arbitrary<ToolRule> = fc.record(
  { require: fc.array(rule, { maxLength: 2 }), deny_if: fc.array(rule, { maxLength: 2 }), limits },
  { requiredKeys: [] },
);

export const name = fc.constantFrom(...NAMES);

const tools = fc
  .array(fc.tuple(name, toolRule), { maxLength: 4 })
  .map((rows): Record<string, ToolRule> => Object.fromEntries(rows));

export const policy: fc.Arbitrary<Policy> = fc.record(
  {
    version: fc.constant('1'),
    default: fc.constantFrom('allow', 'deny'),
    hide: fc.array(fc.constantFrom('list', '__proto__', 'other'), { maxLength: 1 }),
    all_tools: fc.record({ limits }),
    tools,
  },
  { requiredKeys: ['version', 'default', 'tools'] },
);

const args: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(fc.constantFrom('x', 'y', '__proto__', 'constructor'), value), { maxLength: 3 })
  .map((rows) => Object.fromEntries(rows));

export const call: fc.Arbitrary<Call> = fc.record({ name, arguments: args });

/** Moments of two hours around midnight, so that calls meet in windows of every length. */
export const now = fc.integer({ min: Date.UTC(2026, 1, 28, 23), max: Date.UTC(2026, 2, 1, 1) });

export const counters: fc.Arbitrary<Counters> = fc.dictionary(
  fc.constantFrom('minute:c', 'hour:c', 'day:d', 'minute:__proto__'),
  fc.record({
    window: fc.constantFrom('2026-02-28T00:00:00Z', '2026-02-28T23:00:00Z', '2026-03-01T00:00:00Z'),
    count: fc.integer({ min: 0, max: 4 }),
  }),
);

/** Any JSON, and what JavaScript calls an object besides. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(undefined, Number.NaN, Number.POSITIVE_INFINITY),
  fc.object({
    key: fc.oneof(fc.string(), name, fc.constantFrom('version', 'default', 'tools', 'hide', 'limits')),
  }),
);
