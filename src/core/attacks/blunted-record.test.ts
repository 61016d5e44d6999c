import { expect, test } from 'vitest';
import { serverOf } from '../../../tests/present/sample.ts';
import type { Verdict } from '../classify/verdict.ts';
import { STRICTNESS } from '../targets/plan.ts';
import { recordOf } from '../targets/record.ts';
import { bluntedRecord, boundedRecord } from './blunted-record.ts';
import type { Blunts } from './pattern.ts';

const BECAUSE = 'the test says so';

/** A tool that fetches an address, with the verdict given besides. */
function fetcher(verdict: Partial<Verdict>) {
  const definition = {
    name: 'fetch',
    inputSchema: { type: 'object', properties: { url: { type: 'string' } } },
  };
  const reason = {
    rule: 'takes-url',
    why: 'It takes one.',
    emits: { signal: 'url' as const },
    spans: [{ field: '/inputSchema/properties/url', start: 0, end: 3 }],
  };
  const [subject] = serverOf([
    { definition, verdict: { signals: ['url'], reasons: [reason], ...verdict } },
  ]).subjects;
  if (subject === undefined) throw new Error('the sample has no tool');
  return {
    advice: subject.advice,
    record: recordOf(definition, subject.verdict, subject.advice, subject.hash),
  };
}

const MILD = fetcher({ effects: ['fetch-any'] });

test('a decision is raised to what the pattern asks, with its reason, and never lowered', () => {
  expect(MILD.record.decision).toBe('allow');
  const raised = bluntedRecord(MILD.record, MILD.advice, { decision: 'ask', because: BECAUSE });
  expect(raised).toMatchObject({
    decision: 'ask',
    reason: BECAUSE,
    argumentRules: { require: [], deny_if: [] },
  });
  const strict = fetcher({ effects: ['run-arbitrary'], flags: ['code'] });
  expect(strict.record.decision).toBe('hide');
  for (const decision of ['ask', 'deny'] as const)
    expect(bluntedRecord(strict.record, strict.advice, { decision, because: BECAUSE })).toEqual(
      strict.record,
    );
});

test('the smaller cap holds, whichever window it is in', () => {
  const capped = (limit: NonNullable<Blunts['limit']>) =>
    bluntedRecord(MILD.record, MILD.advice, { limit, because: BECAUSE }).limit;
  expect(MILD.record.limit).toEqual({ max: 30, window: 'minute' });
  expect(capped({ max: 10, window: 'hour' })).toEqual({ max: 10, window: 'hour' });
  expect(capped({ max: 100_000, window: 'day' })).toEqual(MILD.record.limit);
});

test('arguments are bounded where calls pass, and not where a bound would let calls through', () => {
  const bound: Blunts['bound'] = ['url'];
  const bounded = bluntedRecord(MILD.record, MILD.advice, { bound, because: BECAUSE });
  expect(bounded.argumentRules.require).toHaveLength(1);
  const asked = bluntedRecord(MILD.record, MILD.advice, { decision: 'ask', bound, because: BECAUSE });
  expect(asked.argumentRules.require).toEqual([]);
  const own = boundedRecord(asked, MILD.advice, { bound, because: BECAUSE });
  expect(own).toMatchObject({ decision: 'ask', argumentRules: { require: [expect.anything()] } });
  expect(boundedRecord(bounded, MILD.advice, { bound, because: BECAUSE })).toBeNull();
  expect(boundedRecord(asked, MILD.advice, { because: BECAUSE })).toBeNull();
});

test('whatever is asked, nothing becomes laxer than recommended', () => {
  const rank = (decision: (typeof STRICTNESS)[number]) => STRICTNESS.indexOf(decision);
  const hidden = fetcher({ effects: ['run-arbitrary'], flags: ['code'] });
  for (const { record, advice } of [MILD, hidden])
    for (const decision of [undefined, 'ask', 'deny', 'hide'] as const) {
      const blunts: Blunts = { ...(decision === undefined ? {} : { decision }), because: BECAUSE };
      expect(rank(bluntedRecord(record, advice, blunts).decision)).toBeGreaterThanOrEqual(
        rank(record.decision),
      );
    }
});
