import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Counters, decide } from '../../src/core/policy/decide.ts';
import type { Policy } from '../../src/core/policy/policy.ts';
import { validatePolicy } from '../../src/core/policy/validate.ts';

/** One tool, thirty calls a minute, the rest denied: the shape of five published pages, two of them for one tool. */
const TOOLS = ['track_behavior_event', 'track_behavior_event', 'track_logout', 'track_event', 'track_login'];

function published(tool: string): string {
  const limits = [{ counter: `${tool}_rate`, window: 'minute', max: 30, scope: 'grant' }];
  return `${JSON.stringify({ version: '1', default: 'deny', tools: { [tool]: { limits } } }, null, 2)}\n`;
}

/** How many of `times` calls pass, at one moment after another. */
function passing(policy: Policy, name: string, times: number, start: number): number {
  let counters: Counters = {};
  let passed = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const outcome = decide(policy, { name, arguments: {} }, counters, start + turn);
    counters = JSON.parse(JSON.stringify(outcome.counters)) as Counters;
    if (outcome.decision === 'allow') passed += 1;
    else expect(outcome.rule).toBe(`/tools/${name}/limits/0`);
  }
  return passed;
}

function enforces(text: string, tool: string): void {
  const { policy, problems } = validatePolicy(text);
  expect(problems).toEqual([]);
  if (policy === null) throw new Error('a policy without problems is a policy');
  expect(passing(policy, tool, 31, Date.UTC(2026, 2, 1, 12))).toBe(30);
  for (const other of TOOLS.filter((name) => name !== tool)) {
    expect(decide(policy, { name: other, arguments: {} }, {}, 0)).toMatchObject({
      decision: 'deny',
      rule: '/default',
    });
  }
}

test.each([...TOOLS.entries()])('policy %i lets thirty calls of %s pass, and nothing else', (_, tool) => {
  enforces(published(tool), tool);
});

const SEEDS = '../shared/seeds';

test('the published pages themselves hold these policies', () => {
  if (!existsSync(SEEDS)) {
    process.stderr.write(
      `The published pages are not at ${SEEDS}: only policies of their shape were tried.\n`,
    );
    return;
  }
  const files = globSync(`${SEEDS}/*.txt`).sort();
  const policies = files.map(
    (file) => /^\{\n {2}"version"[\s\S]*?^\}$/m.exec(readFileSync(file, 'utf8'))?.[0] ?? '',
  );
  expect(policies).toHaveLength(TOOLS.length);
  for (const text of policies) enforces(text, Object.keys(JSON.parse(text).tools)[0] ?? '');
  expect(policies.map((text) => Object.keys(JSON.parse(text).tools)[0]).sort()).toEqual([...TOOLS].sort());
});
