import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Cases, Condition, Rule } from '../src/core/classify/rule.ts';
import { tryRule } from '../src/core/rulebook/cases.ts';
import { readRulebook } from '../src/ingest/rules.ts';
import { readYaml } from '../src/ingest/yaml.ts';

const GUIDE = 'catalog/rules/README.md';

/** The YAML of the guide: what stands in the comment at its top, and its value. */
const snippets = [...readFileSync(GUIDE, 'utf8').matchAll(/```yaml\n# (.+)\n([^`]+)```/g)].map(
  ([, title = '', text = '']) => ({ title, value: readYaml(text, GUIDE).source?.value }),
);

function snippet(title: string): unknown {
  return snippets.find((one) => one.title === title)?.value;
}

test('the rule of the guide passes its cases and needs each of its parts', () => {
  const rule = Rule.parse(snippet('empties-trash.rule.yaml'));
  const cases = Cases.parse(snippet('empties-trash.cases.yaml'));
  const trial = tryRule(rule as Rule, cases, readRulebook('catalog').files.lexicons);
  expect(trial?.broken).toEqual([]);
  expect(trial?.survivors.map(({ change }) => change)).toEqual([]);
});

test('every other snippet is a condition that can be written', () => {
  const conditions = snippets.filter(({ title }) => title === 'this' || title === 'not this');
  expect(conditions).toHaveLength(6);
  for (const { value } of conditions) expect(Condition.safeParse(value).error).toBeUndefined();
});
