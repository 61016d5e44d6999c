import { expect, test } from 'vitest';
import { type Counters, decide } from './decide.ts';
import { EXAMPLE_CHAPTERS } from './examples.ts';
import { policyText, toolTable } from './policy-text.ts';
import { validatePolicy } from './validate.ts';

const EXAMPLES = EXAMPLE_CHAPTERS.flatMap(({ examples }) => examples);

test.each(EXAMPLES.map((example) => [example.id, example] as const))('%s', (_, { policy, steps }) => {
  let counters: Counters = {};
  for (const [index, { name, arguments: args, at, times, decision, rule }] of steps.entries()) {
    for (let turn = 1; turn <= times; turn += 1) {
      const outcome = decide(policy, { name, arguments: args }, counters, Date.parse(at));
      const { message } = outcome;
      expect({ index, turn, decision: outcome.decision, rule: outcome.rule }).toEqual({
        index,
        turn,
        decision,
        rule,
      });
      expect(message === null).toBe(decision === 'allow');
      counters = outcome.counters;
    }
  }
});

test('there are examples enough, each with a name of its own and one sentence', () => {
  expect(EXAMPLES.length).toBeGreaterThan(60);
  expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length);
  for (const { says } of EXAMPLES) expect(says).toMatch(/^["(A-Z].*\.$/s);
});

/** Examples of what a policy should not say. */
const MISTAKEN = new Set([
  'hidden-and-listed',
  'no-patterns-in-hide',
  'nothing-listed',
  'nothing-required',
  'missing-and-neq',
  'shared-counter-counts-once',
]);

test('the policies of the examples are as the validator wants them', () => {
  const told = EXAMPLES.filter(({ policy }) => {
    const text = policyText({ ...policy, tools: toolTable(Object.entries(policy.tools ?? {})) });
    return validatePolicy(text).problems.length > 0;
  });
  expect(new Set(told.map(({ id }) => id))).toEqual(MISTAKEN);
});
