import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { GRAMMAR } from '../../src/core/classify/grammar.ts';
import { folderWith, toolwarden } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

const RULE = `id: one
emits: { effect: delete-one }
why: The tool is one of the test.
when: { name: [frob] }
`;
const CASES = `fires:
  - { note: First of two., tool: { name: frob_it } }
  - { note: Second of two., tool: { name: it_frob } }
silent:
  - { note: First of two., tool: { name: get_it } }
  - { note: Second of two., tool: { name: set_it } }
`;

/** A catalogue with the lexicons of the grammar, one server and these files. */
function catalogueWith(files: Record<string, string>): string {
  const folder = folderWith(files);
  for (const id of Object.values(GRAMMAR))
    cpSync(`catalog/lexicon/${id}.yaml`, join(folder, `lexicon/${id}.yaml`));
  cpSync('catalog/servers/memory', join(folder, 'servers/memory'), { recursive: true });
  rmSync(join(folder, 'servers/memory/verdicts.tsv'), { force: true });
  return folder;
}

/** The findings of a check, as `place code pointer`. */
function findingsOf(folder: string): { code: number | null; stdout: string; told: string[]; stderr: string } {
  const { code, stdout, stderr } = toolwarden(['check', '--catalog', folder]);
  const heads = stderr.matchAll(/^(\S+): (\w+)\[([a-z-]+)\] ?(\S*?):/gm);
  const told = [...heads].map(([, place, severity, kind, path]) =>
    `${place?.replace(`${folder}/`, '')} ${severity} ${kind} ${path}`.trim(),
  );
  return { code, stdout, stderr, told };
}

test('every problem of rules and lexicons is told at once, each at its line', () => {
  const folder = catalogueWith({
    'rules/a/one.rule.yaml': RULE.replace('[frob]', 'no-such-words'),
    'rules/a/one.cases.yaml': CASES,
    'rules/a/bare.rule.yaml': RULE.replace('one', 'bare'),
    'rules/a/unknown.rule.yaml': `${RULE.replace('one', 'unknown')}category: Write\n`,
    'rules/a/unknown.cases.yaml': CASES,
    'rules/a/broken.rule.yaml': 'id: broken\nwhen: {\n',
    'rules/a/broken.cases.yaml': CASES,
    'rules/a/wrong.rule.yaml': RULE.replace('one', 'wrong').replace('delete-one', 'delete-everything'),
    'rules/a/wrong.cases.yaml': CASES.replace('silent', 'quiet'),
    'rules/a/orphan.cases.yaml': CASES,
    'rules/b/one.rule.yaml': RULE,
    'rules/b/one.cases.yaml': CASES,
    'lexicon/odd.yaml': 'id: odd\nwhy: Odd words for a test.\ninflect: verb\nwords: [Frob, frob, frob]\n',
  });
  const { code, stdout, told, stderr } = findingsOf(folder);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(told.toSorted()).toEqual(
    [
      'lexicon/odd.yaml:4 error lexicon-word /words/0',
      'lexicon/odd.yaml:4 error lexicon-word /words/1',
      'lexicon/odd.yaml:4 error lexicon-word /words/2',
      'rules/a/bare.rule.yaml:1 error rule-without-cases',
      'rules/a/broken.rule.yaml:3 error yaml-syntax',
      'rules/a/one.rule.yaml:4 error unknown-lexicon /when/name',
      'rules/a/orphan.cases.yaml:1 error cases-without-rule',
      'rules/a/unknown.rule.yaml:5 error unknown-key /category',
      'rules/a/wrong.cases.yaml:1 error schema /silent',
      'rules/a/wrong.cases.yaml:4 error unknown-key /quiet',
      'rules/a/wrong.rule.yaml:2 error schema /emits',
      'rules/b/one.rule.yaml:1 error duplicate-rule-id /id',
    ].toSorted(),
  );
  expect(stderr).toContain('no-such-words');
});

test('cases that do not hold, parts that no case needs and rules that no tool needs are errors', () => {
  const folder = catalogueWith({
    'rules/one.rule.yaml': RULE.replace('[frob]', '[frob, brof]'),
    'rules/one.cases.yaml': CASES.replace('it_frob', 'it_forb'),
  });
  expect(findingsOf(folder).told).toEqual([
    'rules/one.cases.yaml:3 error broken-case /fires/1',
    'rules/one.rule.yaml:1 error idle-rule',
    'servers/memory/verdicts.tsv:1 error stale-ledger',
  ]);
  writeFileSync(join(folder, 'rules/one.cases.yaml'), CASES);
  expect(findingsOf(folder).told).toContain('rules/one.rule.yaml:4 error idle-clause /when/name');
});

test('a stale or missing ledger is an error at its first wrong line, and --write brings it up to date', () => {
  const folder = catalogueWith({
    'rules/one.rule.yaml': `${RULE}rare: true\n`,
    'rules/one.cases.yaml': CASES,
  });
  const file = join(folder, 'servers/memory/verdicts.tsv');
  expect(findingsOf(folder)).toMatchObject({
    code: 2,
    told: ['servers/memory/verdicts.tsv:1 error stale-ledger'],
  });
  const written = toolwarden(['check', '--catalog', folder, '--write']);
  expect(written).toMatchObject({ code: 0, stdout: '' });
  expect(written.stderr).toMatch(
    /^\d+ verdicts would change, and 0 more in confidence or rules alone, on 1 server\./,
  );
  expect(written.stderr).toMatch(/ {2}memory\/\w+: not there → /);
  expect(findingsOf(folder)).toMatchObject({ code: 0, told: [] });
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, lines.with(2, 'edited').join('\n'));
  expect(findingsOf(folder)).toMatchObject({
    code: 2,
    told: ['servers/memory/verdicts.tsv:3 error stale-ledger'],
  });
});

test('nothing is wrong with the catalogue of this repository', () => {
  expect(toolwarden(['check'])).toEqual({ code: 0, stdout: '', stderr: 'Nothing to report.\n' });
});
