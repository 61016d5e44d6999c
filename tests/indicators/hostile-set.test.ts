import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indicatorFindings } from '../../src/core/indicators/findings.ts';
import type { Definition } from '../../src/core/tool/definition.ts';

interface Case {
  indicator: string;
  hard: boolean;
  note: string;
  tool: Definition;
  previous?: Definition;
}

const text = readFileSync(new URL('hostile-set.jsonl', import.meta.url), 'utf8');
const cases = text
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line));

function isFound({ indicator, hard, tool, previous }: Case): boolean {
  const findings = indicatorFindings(tool, previous === undefined ? {} : { previous });
  return findings.some(({ code, severity }) => code === indicator && (!hard || severity === 'error'));
}

test('the set holds cases of every indicator', () => {
  const ids = Array.from({ length: 32 }, (_, index) => `TP-${String(index + 1).padStart(2, '0')}`);
  expect([...new Set(cases.map(({ indicator }) => indicator))].toSorted()).toEqual(ids);
  expect(cases.length).toBeGreaterThanOrEqual(100);
});

test.each([
  ['hard', 0.9],
  ['soft', 0.9],
] as const)('of the %s cases at least %s are found', (tier, least) => {
  const wanted = cases.filter(({ hard }) => hard === (tier === 'hard'));
  const missed = wanted.filter((one) => !isFound(one));
  expect([
    missed.map(({ indicator, note }) => `${indicator} ${note}`),
    missed.length / wanted.length,
  ]).toEqual([expect.anything(), expect.toSatisfy((share: number) => share <= 1 - least)]);
});
