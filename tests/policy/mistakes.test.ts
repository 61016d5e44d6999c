import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validatePolicy } from '../../src/core/policy/validate.ts';
import { FOREIGN_KEYS } from '../../src/core/policy/validation/foreign-keys.ts';
import { CONDITIONS } from './mistakes/conditions.ts';
import { FOREIGN } from './mistakes/foreign.ts';
import { HEAD } from './mistakes/head.ts';
import { LIMITS } from './mistakes/limits.ts';
import { HERE } from './mistakes/mistake.ts';
import { MORE } from './mistakes/more.ts';
import { NAMES } from './mistakes/names.ts';
import { SYNTAX } from './mistakes/syntax.ts';
import { TOOLS } from './mistakes/tools.ts';

const TABLE = [MORE, SYNTAX, HEAD, FOREIGN, NAMES, TOOLS, CONDITIONS, LIMITS].flat();

test.each(TABLE)('%s is told at its place: %j', (code, marked, pointer, words) => {
  const offset = marked.indexOf(HERE);
  const lines = marked.slice(0, offset).split('\n');
  const text = marked.replace(HERE, '');
  const options = code === 'unknown-tool' ? { tools: ['list_users', 'drop_db'] } : {};
  const { policy, problems } = validatePolicy(text, options);
  const found = problems.filter((problem) => problem.code === code);
  expect(found, JSON.stringify(problems, null, 2)).toHaveLength(1);
  expect(found[0]).toMatchObject({ pointer, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
  expect(found[0]?.message).not.toMatch(/^(?:an?|the|null|missing)\b/);
  expect(`${found[0]?.message} ${found[0]?.instead}`).toMatch(words);
  expect(policy === null).toBe(problems.some(({ severity }) => severity === 'error'));
});

test('a mistake is told once, without others that follow from it', () => {
  const more = TABLE.flatMap(([code, marked]) => {
    const options = code === 'unknown-tool' ? { tools: ['list_users', 'drop_db'] } : {};
    const { problems } = validatePolicy(marked.replace(HERE, ''), options);
    const others = problems.filter((problem) => problem.code !== code);
    return others.length === 0 ? [] : [`${code}: also ${others.map((other) => other.code).join(', ')}`];
  });
  expect(more).toEqual([]);
});

test('the table has every kind of mistake that the validator tells', () => {
  const sources = globSync('src/core/policy/validation/*.ts').map((file) => readFileSync(file, 'utf8'));
  const told = sources.flatMap((source) =>
    [...source.matchAll(/report\.(?:error|warning|errorAtKey|errorAtOffset)\(\s*'([a-z-]+)'/g)].map(
      (found) => found[1],
    ),
  );
  const codes = new Set([...told, ...FOREIGN_KEYS.map(({ code }) => code)]);
  const inTable = new Set(TABLE.map(([code]) => code));
  expect([...codes].filter((code) => !inTable.has(code ?? ''))).toEqual(['json-syntax']);
  expect(inTable.size).toBeGreaterThan(90);
});
