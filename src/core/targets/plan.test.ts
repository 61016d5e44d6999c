import { expect, test } from 'vitest';
import { opencode } from './opencode.ts';
import { outcomeOf } from './outcome.ts';
import { ALLOW_LIST, type Planned, plan } from './plan.ts';
import type { PolicyRecord } from './record.ts';

const RECORD: PolicyRecord = {
  tool: 'clean',
  decision: 'ask',
  limit: null,
  argumentRules: {
    require: [{ conditions: [{ path: 'args.dryRun', op: 'eq', value: true }], on_deny: 'Ask.' }],
    deny_if: [],
  },
  reason: 'it deletes',
  evidence: [],
  definitionHash: '',
  router: false,
};

function planned(argumentsJudged: boolean): Planned {
  const [first] = plan([RECORD], { ...ALLOW_LIST, arguments: () => argumentsJudged }, (tool) => tool);
  if (first === undefined) throw new Error('nothing was planned');
  return first;
}

test('a list of what may pass lists a tool some of whose calls pass, and says so', () => {
  const { expressed, note } = outcomeOf(planned(true), ALLOW_LIST, 'hide');
  expect(expressed).toBe('deny');
  expect(note).toContain('Calls that meet the argument rules pass.');
  expect(note).toContain('every other call is denied');
});

test('a tool none of whose calls pass is not on the list', () => {
  const { expressed, note } = outcomeOf(planned(false), ALLOW_LIST, 'hide');
  expect(expressed).toBe('hide');
  expect(note).not.toContain('rules pass');
});

test('a file that asks about tools it does not name says so where they ran without asking before', () => {
  const server = { key: 'acme', allToolNames: ['clean', 'look'] };
  const restWhere = (only: boolean) => opencode.render(server, [RECORD], { only }).rest;
  expect([restWhere(false), restWhere(true)]).toEqual(['asks-the-rest', 'isolated']);
});
