import { expect, test } from 'vitest';
import { bareRecord } from '../../core/targets/policy-rows.ts';
import type { PolicyRecord } from '../../core/targets/record.ts';
import { Workbench } from './workbench.ts';

const read: PolicyRecord = { ...bareRecord('read'), decision: 'allow', limit: { max: 30, window: 'minute' } };
const wipe: PolicyRecord = { ...bareRecord('wipe'), decision: 'hide' };

function loaded(): Workbench {
  const bench = new Workbench();
  bench.load({ server: 'demo', key: 'demo', records: [read, wipe], notes: [] }, null);
  return bench;
}

test('a server starts with its recommended policy', () => {
  const { bench } = loaded();
  expect(bench.text).toBe(bench.recommended?.text);
  expect(bench.policy).toEqual(bench.recommended?.policy);
  expect(bench.rows.map(({ record }) => record)).toEqual([read, wipe]);
  expect(bench.problems).toEqual([]);
});

test('a row that is set stands in the text, and a text that is written stands in the rows', () => {
  const workbench = loaded();
  expect(workbench.set({ ...wipe, decision: 'deny' })).toEqual([]);
  expect(JSON.parse(workbench.bench.text).tools.wipe.deny_if).toHaveLength(1);
  workbench.write(workbench.bench.text.replace('"max": 30', '"max": 7'));
  expect(workbench.bench.rows[0]?.record.limit).toEqual({ max: 7, window: 'minute' });
});

test('several rows are set at once', () => {
  const workbench = loaded();
  expect(workbench.set({ ...read, decision: 'deny' }, { ...wipe, decision: 'deny' })).toEqual([]);
  const { hide, tools } = JSON.parse(workbench.bench.text);
  expect([hide, Object.keys(tools)]).toEqual([undefined, ['read', 'wipe']]);
});

const PLAIN = { category: 'Write', risk: 'Medium', parameters: [] } as const;

function forBoth(): Workbench {
  const workbench = new Workbench();
  const slower = { limit: { max: 10, window: 'minute' } } as const;
  const notes = [
    { ...PLAIN, parameters: [], unattended: slower },
    { ...PLAIN, parameters: [], unattended: {} },
  ];
  workbench.load({ server: 'demo', key: 'demo', records: [read, wipe], notes }, null);
  return workbench;
}

test('the recommendation follows the profile, and so does a policy that nobody edited', () => {
  const workbench = forBoth();
  const attended = workbench.bench.text;
  workbench.recommendFor('unattended');
  expect(workbench.bench.rows[0]?.record.limit).toEqual({ max: 10, window: 'minute' });
  expect(workbench.bench.text).toBe(workbench.bench.recommended?.text);
  workbench.recommendFor('interactive');
  expect(workbench.bench.text).toBe(attended);
});

test('a policy that somebody edited stays, and is held against the other recommendation', () => {
  const workbench = forBoth();
  workbench.write(workbench.bench.text.replace('"max": 30', '"max": 7'));
  const { text } = workbench.bench;
  workbench.recommendFor('unattended');
  expect(workbench.bench.text).toBe(text);
  expect(workbench.bench.recommended?.text).toContain('"max": 10');
});

test('a row that would break the policy changes nothing and says what is wrong', () => {
  const workbench = loaded();
  const { text } = workbench.bench;
  const errors = workbench.set({ ...read, limit: { max: 0, window: 'minute' } });
  expect(errors).toHaveLength(1);
  expect(workbench.bench.text).toBe(text);
});

test('while the text is broken the last rows stay, with every problem at its line', () => {
  const workbench = loaded();
  workbench.write(workbench.bench.text.replace('"minute"', '"fortnight"'));
  expect(workbench.bench.policy).toBe(null);
  expect(workbench.bench.problems[0]?.line).toBe(12);
  expect(workbench.bench.rows).toHaveLength(2);
});

test('a name that the server does not have is an error; without a server the policy names its own tools', () => {
  const workbench = loaded();
  const text = '{"version":"1","default":"deny","tools":{"raed":{}}}';
  workbench.write(text);
  expect(workbench.bench.policy).toBe(null);
  workbench.load({ server: null, key: 'k', records: null, notes: [] }, text);
  expect(workbench.bench.rows.map(({ record }) => record.tool)).toEqual(['raed']);
});
