import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reason, verdictOf } from '../../../tests/present/sample.ts';
import type { Verdict } from '../classify/verdict.ts';
import { Policy } from '../policy/policy.ts';
import { policyText } from '../policy/policy-text.ts';
import { CONFIDENCES, EFFECT_IDS, type Effect, FACT_IDS, FLAG_IDS, rowOf, SIGNAL_IDS } from '../taxonomy.ts';
import type { Definition } from '../tool/definition.ts';
import { readParameters } from '../tool/parameters.ts';
import { recommend, type ToolAdvice } from './advice.ts';
import { DECISION_TABLE } from './decision-table.ts';
import { policyFor } from './policies.ts';

function advise(
  name: string,
  verdict: Partial<Verdict>,
  properties: Definition[string] = {},
  required: string[] = [],
): ToolAdvice {
  const definition: Definition = { name, inputSchema: { type: 'object', properties, required } };
  return recommend(definition, verdictOf(verdict), readParameters(definition));
}

const UNCONDITIONAL = expect.objectContaining({ conditions: [] });

test.each<[string, Partial<Verdict>, string, number, string]>([
  ['a reader of metadata', { effects: ['read-reference'] }, 'allow', 60, 'minute'],
  ['a reader little is known of', { effects: ['read-reference'], confidence: 'low' }, 'allow', 30, 'minute'],
  ['an ordinary write', { effects: ['write-own'] }, 'allow', 30, 'minute'],
  ['a bulk write', { effects: ['write-own'], signals: ['bulk'] }, 'allow', 6, 'minute'],
  [
    'a deletion whose text speaks of a way to undo it',
    { effects: ['delete-one'], flags: ['delete'], facts: ['permanent', 'recoverable'] },
    'ask',
    10,
    'hour',
  ],
  ['a bulk look-up', { effects: ['read-reference'], signals: ['bulk'] }, 'allow', 60, 'minute'],
  [
    'a private reader that speaks of many',
    { effects: ['read-sensitive'], facts: ['bulk'] },
    'allow',
    30,
    'minute',
  ],
  ['a message to others', { effects: ['communicate'], flags: ['outbound'] }, 'ask', 10, 'hour'],
  [
    'a fetch that carries data out',
    { effects: ['fetch-any'], flags: ['untrusted', 'outbound'] },
    'ask',
    10,
    'hour',
  ],
  ['a deletion', { effects: ['delete-one'], flags: ['delete'] }, 'ask', 10, 'hour'],
  [
    'a deletion for good',
    { effects: ['delete-one'], flags: ['delete'], facts: ['permanent'] },
    'deny',
    5,
    'hour',
  ],
  ['a deletion in bulk', { effects: ['delete-many'], flags: ['delete'], facts: ['bulk'] }, 'deny', 1, 'hour'],
  ['a payment', { effects: ['move-money'], flags: ['money'] }, 'deny', 5, 'hour'],
  ['a shell', { effects: ['run-arbitrary'], flags: ['code'] }, 'hide', 5, 'hour'],
  ['a new key', { effects: ['mint-credential'], flags: ['access'] }, 'hide', 5, 'hour'],
  ['a tool nobody can rate', {}, 'ask', 10, 'hour'],
])('%s', (_, verdict, decision, max, window) => {
  const advice = advise('tool', verdict);
  expect([advice.decision, advice.limit]).toEqual([decision, { max, window }]);
  if (decision === 'allow')
    expect(advice.rule).toEqual({ limits: [{ counter: `tool_per_${window}`, window, max, scope: 'grant' }] });
  else expect(advice.rule).toEqual(decision === 'hide' ? null : { deny_if: [UNCONDITIONAL] });
});

test('a finding can hide a tool whatever it does', () => {
  const definition = { name: 'add' };
  const advice = recommend(definition, verdictOf({ effects: ['compute'] }), [], 'it hides');
  expect([advice.decision, advice.rule, advice.row]).toEqual(['hide', null, 'hidden-by-finding']);
  expect(advice.because).toBe('it hides');
});

test('a tool named like the wildcard is denied, since hiding it would hide the server', () => {
  const advice = advise('*', { effects: ['run-arbitrary'], flags: ['code'] });
  expect(policyFor([advice]).hide).toBeUndefined();
  expect(advice.rule).toEqual({ deny_if: [UNCONDITIONAL] });
});

test('a switch that only previews lets previews through and nothing else', () => {
  const verdict = {
    effects: ['delete-many'] as const,
    flags: ['delete'] as const,
    signals: ['dry-run'] as const,
    reasons: [reason({ signal: 'dry-run' }, '/inputSchema/properties/dryRun', 0, 6)],
  };
  const advice = advise(
    'purge',
    { ...verdict, effects: [...verdict.effects], flags: [...verdict.flags], signals: [...verdict.signals] },
    { dryRun: { type: 'boolean' } },
  );
  expect(advice.decision).toBe('deny');
  expect(advice.rule?.require?.[0]?.conditions).toEqual([{ path: 'args.dryRun', op: 'eq', value: true }]);
  expect(advice.rule?.deny_if).toBeUndefined();
  expect(advice.passes).toContain('dryRun');
});

test.each([
  ['it is not a boolean', 'dryRun', 'string'],
  ['true may mean the reverse', 'confirm', 'boolean'],
  ['a dot in its name ends the path', 'dry.run', 'boolean'],
])('a preview switch is not relied on when %s', (_, name, type) => {
  const advice = advise(
    'purge',
    {
      effects: ['delete-many'],
      flags: ['delete'],
      signals: ['dry-run'],
      reasons: [reason({ signal: 'dry-run' }, `/inputSchema/properties/${name}`, 0, 3)],
    },
    { [name]: { type } },
  );
  expect(advice.rule).toEqual({ deny_if: [UNCONDITIONAL] });
});

const ACTIONS = { action: { type: 'string', enum: ['create', 'list', 'delete'] } };

function action(value: string, index: number, effect: Effect): Verdict['actions'][number] {
  const { category, risk } = rowOf(effect, []);
  return { field: `/inputSchema/properties/action/enum/${index}`, value, category, risk, effects: [effect] };
}

const BY_ACTION: Partial<Verdict> = {
  effects: ['delete-one', 'write-own'],
  flags: ['delete'],
  actions: [
    action('create', 0, 'write-own'),
    action('list', 1, 'read-reference'),
    action('delete', 2, 'delete-one'),
  ],
  reasons: [reason({ effect: 'delete-one' }, '/inputSchema/properties/action/enum/2', 0, 6)],
};

test('of a list of actions only those pass whose own verdict is mild', () => {
  const advice = advise('manage_label', BY_ACTION, ACTIONS, ['action']);
  expect(advice.rule?.require?.[0]?.conditions).toEqual([
    { path: 'args.action', op: 'in', value: ['create', 'list'] },
  ]);
  const actions = [
    action('create', 0, 'run-named'),
    { ...action('list', 1, 'read-reference'), category: 'Unclassified' as const, risk: null, effects: [] },
    action('delete', 2, 'delete-one'),
  ];
  expect(advise('manage_label', { ...BY_ACTION, actions }, ACTIONS, ['action']).passes).toBeNull();
});

test('a list of actions is not relied on when the name itself says delete, or the action may be left out', () => {
  const also = (field: string): Partial<Verdict> => ({
    ...BY_ACTION,
    reasons: [...(BY_ACTION.reasons ?? []), reason({ effect: 'delete-one' }, field, 0, 6)],
  });
  const blocked = { deny_if: [UNCONDITIONAL] };
  expect(advise('delete_label', also('/name'), ACTIONS, ['action']).rule).toEqual(blocked);
  expect(advise('manage_label', BY_ACTION, ACTIONS, []).rule).toEqual(blocked);
  const beside = also('/inputSchema/properties/mode/enum/0');
  expect(advise('manage_label', beside, ACTIONS, ['action']).rule).toEqual(blocked);
});

test('a list of actions is not relied on when an effect is severe that none of its values shows', () => {
  const verdict = { ...BY_ACTION, effects: ['delete-one' as const, 'run-named' as const] };
  expect(advise('manage_label', verdict, ACTIONS, ['action']).passes).toBeNull();
});

test.each([
  'One of: create (make, retry or run a label), list.',
  'create: makes a label and sends it to everybody',
  "'create' - replaces the label",
])('an action does not pass when its text says more: %s', (description) => {
  const properties = { action: { ...ACTIONS.action, description } };
  expect(advise('manage_label', BY_ACTION, properties, ['action']).passes).toBe('calls whose action is list');
});

test.each([
  ['another parameter picks the operation', { dryRun: { type: 'boolean' }, mode: { type: 'string' } }],
  [
    'it holds for one operation only',
    { dryRun: { type: 'boolean', description: 'Preview (for prune operation).' } },
  ],
])('a preview switch is not relied on when %s', (_, properties) => {
  const reasons = [reason({ signal: 'dry-run' }, '/inputSchema/properties/dryRun', 0, 6)];
  const advice = advise(
    'worktree',
    { effects: ['delete-one'], flags: ['delete'], signals: ['dry-run'], reasons },
    properties,
  );
  expect(advice.rule).toEqual({ deny_if: [UNCONDITIONAL] });
});

test('a switch that forces something is denied where the tool is allowed', () => {
  const advice = advise(
    'update',
    {
      effects: ['write-own'],
      signals: ['force'],
      reasons: [reason({ signal: 'force' }, '/inputSchema/properties/force', 0, 5)],
    },
    { force: { type: 'boolean' } },
  );
  expect(advice.rule?.deny_if?.[0]?.conditions).toEqual([{ path: 'args.force', op: 'eq', value: true }]);
  expect(advice.rule?.limits).toHaveLength(1);
});

test('the table is total: the last row of each risk has no condition', () => {
  for (const risk of ['Low', 'Medium', 'High', 'Critical', 'Unrated']) {
    const last = DECISION_TABLE.findLast((row) => row.risk === risk);
    expect([risk, last?.flags, last?.fact, last?.lowConfidence]).toEqual([risk, [], undefined, undefined]);
  }
});

const anyVerdict = fc
  .record({
    effects: fc.subarray([...EFFECT_IDS]),
    facts: fc.subarray([...FACT_IDS]),
    flags: fc.subarray([...FLAG_IDS]),
    signals: fc.subarray([...SIGNAL_IDS]),
    confidence: fc.constantFrom(...CONFIDENCES),
  })
  .map(verdictOf);
const anyUnit = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));
const anyName = fc.oneof(
  fc.string({ unit: anyUnit, minLength: 1 }),
  fc.constantFrom('__proto__', 'constructor', '*', 'a.b', '天气'),
);
const anyAdvice = fc.tuple(anyName, anyVerdict).map(([name, verdict]) => recommend({ name }, verdict, []));

test('every policy validates, whatever the tool is called', () => {
  fc.assert(
    fc.property(anyAdvice, (advice) => {
      expect(Policy.safeParse(JSON.parse(policyText(policyFor([advice])))).error).toBeUndefined();
    }),
  );
});

test('the policy of several tools is what their single policies say together', () => {
  const several = fc.uniqueArray(anyAdvice, { selector: ({ tool }) => tool });
  fc.assert(
    fc.property(several, (advice) => {
      const whole = policyFor(advice);
      expect(whole.default).toBe('deny');
      expect(new Set(whole.hide ?? [])).toEqual(
        new Set(advice.flatMap((one) => policyFor([one]).hide ?? [])),
      );
      const names = advice.filter(({ rule }) => rule !== null).map(({ tool }) => tool);
      expect(Object.getOwnPropertyNames(whole.tools ?? {}).toSorted()).toEqual(names.toSorted());
      for (const one of advice) expect(whole.tools?.[one.tool]).toEqual(policyFor([one]).tools?.[one.tool]);
      const counters = Object.values(whole.tools ?? {}).flatMap(({ limits }) =>
        (limits ?? []).map(({ counter }) => counter),
      );
      expect(new Set(counters).size).toBe(counters.length);
    }),
  );
});
