import { expect, test } from 'vitest';
import type { Policy } from '../../core/policy/policy.ts';
import { tryCalls } from './try-calls.ts';

const policy: Policy = {
  version: '1',
  default: 'deny',
  tools: { read: { limits: [{ counter: 'read_per_minute', window: 'minute', max: 30, scope: 'grant' }] } },
};
const noon = Date.UTC(2026, 10, 20, 12);
const read = { name: 'read', arguments: {} };

test('thirty calls of a minute pass and the thirty-first is denied', () => {
  const { stretches, counters } = tryCalls(policy, read, { calls: 31, from: noon, every: 1000 }, {});
  expect(stretches).toMatchObject([
    { first: 1, last: 30, decision: 'allow', rule: null },
    { first: 31, last: 31, decision: 'deny', rule: '/tools/read/limits/0' },
  ]);
  expect(counters).toEqual({ 'minute:read_per_minute': { window: '2026-11-20T12:00:00Z', count: 30 } });
});

test('the next minute counts anew, and counters go on from where they were', () => {
  const spread = tryCalls(policy, read, { calls: 31, from: noon, every: 2000 }, {});
  expect(spread.stretches).toHaveLength(1);
  const { counters } = tryCalls(policy, read, { calls: 30, from: noon, every: 0 }, {});
  const { stretches } = tryCalls(policy, read, { calls: 1, from: noon, every: 0 }, counters);
  expect(stretches[0]?.decision).toBe('deny');
});
