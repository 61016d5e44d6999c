import { expect, test } from 'vitest';
import { validatePolicy } from '../../src/core/policy/validate.ts';
import { rowsOf, textWithRecords, untold } from '../../src/core/targets/policy-rows.ts';
import { policylayer } from '../../src/core/targets/policylayer.ts';
import type { PolicyRecord } from '../../src/core/targets/record.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { readCatalogue } from '../../src/ingest/catalogue.ts';
import { adviseServer } from '../../src/pipeline/policy-records.ts';
import { loadClassifier } from '../../src/pipeline/rulebook.ts';
import { FOUR, HOSTILE_NAMES, recordFor } from './records.ts';

const { classifier } = loadClassifier('catalog');
const servers = readCatalogue('catalog').sources.map(({ id }) => id);

function recommended(id: string): PolicyRecord[] {
  if (classifier === null) throw new Error('The embedded rules cannot be used.');
  return (adviseServer('catalog', id, classifier, 'interactive').server?.tools ?? []).map(
    ({ record }) => record,
  );
}

function textOf(records: readonly PolicyRecord[]): string {
  return (
    policylayer.render({ key: 'k', allToolNames: records.map(({ tool }) => tool) }, records, { only: false })
      .files[0]?.text ?? ''
  );
}

function policyIn(text: string, tools?: string[]) {
  const { policy } = validatePolicy(text, tools === undefined ? {} : { tools });
  if (policy === null) throw new Error(`Not a policy: ${text}`);
  return policy;
}

test.each(servers)(
  'the recommended policy of %s is read back as its records, and writes every target alike',
  (id) => {
    const records = recommended(id);
    const rows = rowsOf(policyIn(textOf(records)), records);
    expect(rows.map(({ record }) => record)).toEqual(records);
    expect(untold(policyIn(textOf(records)), rows)).toEqual([]);
    const server = { key: 'k', allToolNames: records.map(({ tool }) => tool) };
    for (const target of TARGETS) {
      const read = rows.map(({ record }) => record);
      expect(target.render(server, read, { only: false })).toEqual(
        target.render(server, records, { only: false }),
      );
    }
  },
);

test.each(['allow', 'ask', 'deny', 'hide'] as const)(
  'a row set to %s says so in the text, and only there',
  (decision) => {
    const policy = policyIn(textOf(FOUR));
    for (const [index, { tool }] of FOUR.entries()) {
      const text = textWithRecords(policy, [recordFor(tool, decision)], FOUR);
      const decisions = rowsOf(policyIn(text), FOUR).map(({ record }) => record.decision);
      expect(decisions).toEqual(FOUR.map((one, at) => (at === index ? decision : one.decision)));
    }
  },
);

test('a row that is changed and changed back leaves the same bytes', () => {
  const text = textOf(FOUR);
  for (const record of FOUR) {
    const away = textWithRecords(policyIn(text), [{ ...record, decision: 'hide', limit: null }], FOUR);
    expect(textWithRecords(policyIn(away), [record], FOUR)).toBe(text);
  }
});

test('whatever a tool is called, its row is set and the others are not', () => {
  const names = HOSTILE_NAMES.filter((name) => name !== '' && name !== '*' && name.isWellFormed());
  const records = names.map((name) => recordFor(name, 'deny'));
  for (const tool of names) {
    const text = textWithRecords(policyIn(textOf(records), names), [recordFor(tool, 'allow')], records);
    const allowed = rowsOf(policyIn(text, names), records).filter(
      ({ record }) => record.decision === 'allow',
    );
    expect(allowed.map(({ record }) => record.tool)).toEqual([tool]);
  }
});

test('what no record holds stays in the text when a row changes, and is said to stand there alone', () => {
  const limit = { counter: 'shared', window: 'day', max: 9, scope: 'grant' } as const;
  const policy = policyIn(
    JSON.stringify({
      version: '1',
      default: 'allow',
      all_tools: { limits: [limit] },
      tools: { get_issue: { limits: [limit] }, create_issue: {} },
    }),
  );
  const [first] = rowsOf(policy, FOUR);
  expect(untold(policy, rowsOf(policy, FOUR))).toHaveLength(3);
  const record = {
    ...(first?.record ?? recordFor('get_issue', 'allow')),
    limit: { max: 1, window: 'day' as const },
  };
  const after = policyIn(textWithRecords(policy, [record], FOUR));
  expect(after.all_tools).toEqual({ limits: [limit] });
  expect(after.tools?.['get_issue']).toEqual({ limits: [limit] });
  expect(after.default).toBe('allow');
});

test('a policy that hides everything hides all but the tool that is let out', () => {
  const policy = policyIn('{"version":"1","default":"deny","hide":["*"]}');
  const text = textWithRecords(policy, [recordFor('get_issue', 'allow')], FOUR);
  expect(rowsOf(policyIn(text), FOUR).map(({ record }) => record.decision)).toEqual([
    'allow',
    'hide',
    'hide',
    'hide',
  ]);
});

test('conditions say by their message what becomes of calls outside of them', () => {
  const rules = {
    require: [{ conditions: [{ path: 'args.a', op: 'exists', value: true }], on_deny: 'Mine.' }],
  };
  const policy = policyIn(JSON.stringify({ version: '1', default: 'deny', tools: { get_issue: rules } }));
  const [row] = rowsOf(policy, FOUR);
  expect(row?.record).toMatchObject({
    decision: 'allow',
    limit: null,
    argumentRules: { require: rules.require },
  });
});
