import { describe, expect, test } from 'vitest';
import { tryRule } from '../src/core/rulebook/cases.ts';
import { idleRules } from '../src/core/rulebook/use.ts';
import { readRulebook } from '../src/ingest/rules.ts';
import { ledgersOf } from '../src/pipeline/ledgers.ts';
import { loadClassifier } from '../src/pipeline/rulebook.ts';

const { files, findings } = readRulebook('catalog');

test('every rule, cases file and lexicon can be read, and every rule has its cases beside it', () => {
  expect(files.rules.length).toBeGreaterThan(0);
  expect(findings.map(({ file, line, code, message }) => `${file}:${line} ${code}: ${message}`)).toEqual([]);
});

describe.each(files.rules.map((file) => ({ ...file, id: file.rule.id })))('$id', ({ rule, cases }) => {
  const trial = tryRule(rule, cases, files.lexicons);

  test('fires and stays silent as its cases say', () => {
    expect(trial?.broken.map(({ kind, note }) => `${kind}: ${note}`)).toEqual([]);
  });

  test('holds no part that its cases do not need', () => {
    expect(trial?.survivors.map(({ change }) => change)).toEqual([]);
  });
});

test('every rule that is not rare fires in the embedded catalogue, no two on the same tools', () => {
  const { classifier } = loadClassifier('catalog');
  if (classifier === null) throw new Error('the rules do not compile');
  const verdicts = ledgersOf('catalog', classifier).flatMap((ledger) => ledger.verdicts);
  const rules = files.rules.map(({ rule }) => rule);
  expect(idleRules(rules, verdicts)).toEqual([]);
});
