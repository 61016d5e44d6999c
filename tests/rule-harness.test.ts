import { expect, test } from 'vitest';
import { compileRules } from '../src/core/classify/classifier.ts';
import type { Cases, Rule } from '../src/core/classify/rule.ts';
import { caseDefinition, tryRule } from '../src/core/rulebook/cases.ts';
import { idleRules } from '../src/core/rulebook/use.ts';
import { weakened } from '../src/core/rulebook/weakened.ts';
import { readRulebook } from '../src/ingest/rules.ts';

const { lexicons } = readRulebook('catalog').files;
const fixtures = readRulebook('tests/fixtures/rulebook').files.rules;

function fixture(id: string): { rule: Rule; cases: Cases } {
  const found = fixtures.find(({ rule }) => rule.id === id);
  if (found === undefined) throw new Error(`no fixture ${id}`);
  return found;
}

function trial(id: string, cases: Cases = fixture(id).cases) {
  const tried = tryRule(fixture(id).rule, cases, lexicons);
  return {
    broken: tried?.broken,
    survivors: tried?.survivors.map(({ path, change }) => `${path} ${change}`),
  };
}

test('a rule whose cases need every part of it passes', () => {
  expect(trial('drops-mail')).toEqual({ broken: [], survivors: [] });
});

test('a word and a key that no case needs are named', () => {
  expect(trial('weakly-drops-mail')).toEqual({
    broken: [],
    survivors: [
      '/when/any/0/act/head when.any[0].act.head loses "letter"',
      '/when/any/0/act when.any[0].act loses except',
    ],
  });
});

test('cases that do not hold are named, in both lists', () => {
  const { fires, silent } = fixture('drops-mail').cases;
  const { broken } = trial('drops-mail', {
    fires: [...fires, ...silent.slice(0, 1)],
    silent: fires.slice(0, 1),
  });
  expect(broken).toEqual([
    { kind: 'fires', index: 3, note: 'A file is no mail.' },
    { kind: 'silent', index: 0, note: 'A mail is deleted.' },
  ]);
});

test('every kind of part is weakened: clauses, keys, words, claims, and the whole exception', () => {
  const rule: Rule = {
    id: 'a',
    emits: { flag: 'delete' },
    why: 'It is a rule for a test.',
    when: {
      all: [
        { act: { verb: 'deletes', source: ['name', 'title'] } },
        { any: [{ text: ['b', 'c'] }, { claim: { readOnlyHint: true, openWorldHint: false } }] },
      ],
    },
    unless: { parameter: { name: ['d'], whole: ['e', 'f'] } },
  };
  expect(weakened(rule).map(({ change }) => change)).toEqual([
    'when.all[0] is removed',
    'when.all[0].act loses verb',
    'when.all[0].act loses source',
    'when.all[0].act.source loses "name"',
    'when.all[0].act.source loses "title"',
    'when.all[1] is removed',
    'when.all[1].any[0] is removed',
    'when.all[1].any[0].text loses "b"',
    'when.all[1].any[0].text loses "c"',
    'when.all[1].any[1] is removed',
    'when.all[1].any[1].claim loses readOnlyHint',
    'when.all[1].any[1].claim loses openWorldHint',
    'unless is removed',
    'unless.parameter loses name',
    'unless.parameter loses whole',
    'unless.parameter.whole loses "e"',
    'unless.parameter.whole loses "f"',
  ]);
});

test('parameters of a case are short for an input schema', () => {
  expect(caseDefinition({ name: 'a', parameters: ['b'] })).toEqual({
    name: 'a',
    inputSchema: { type: 'object', properties: { b: {} } },
  });
  expect(caseDefinition({ name: 'a', parameters: { b: { type: 'string' } } })).toEqual({
    name: 'a',
    inputSchema: { type: 'object', properties: { b: { type: 'string' } } },
  });
  expect(caseDefinition({ name: 'a' })).toEqual({ name: 'a' });
});

test('rules that fire nowhere, or where another one does, are idle unless they are rare', () => {
  const { rule } = fixture('drops-mail');
  const rules: Rule[] = [
    rule,
    { ...rule, id: 'twin' },
    { ...rule, id: 'other-emission', emits: { flag: 'delete' } },
    { ...rule, id: 'never', when: { name: ['never'] } },
    { ...rule, id: 'rarely', when: { name: ['never'] }, rare: true },
  ];
  const { classifier } = compileRules(rules, lexicons);
  const verdicts = [{ name: 'delete_mail' }, { name: 'get_mail' }].map((tool) =>
    classifier?.classify(tool, 'observed'),
  );
  expect(
    idleRules(
      rules,
      verdicts.filter((verdict) => verdict !== undefined),
    ),
  ).toEqual([
    { rule: 'twin', twin: 'drops-mail' },
    { rule: 'never', twin: null },
  ]);
});
