import { expect, test } from 'vitest';
import { type Sample, serverOf } from '../../../tests/present/sample.ts';
import type { ToolRow } from './page-model.ts';
import { riskiestOf } from './riskiest.ts';

function rows(id: string, tools: Record<string, Sample['verdict']>): ToolRow[] {
  const samples = Object.entries(tools).map(
    ([name, verdict]): Sample => ({ definition: { name }, verdict: verdict ?? {} }),
  );
  return serverOf(samples, { id }).subjects.map(({ row }) => row);
}

test('the level comes first, then the category, then the number of effects', () => {
  const all = [
    ...rows('a', { read: { effects: ['read-reference'] }, run: { effects: ['run-arbitrary'] } }),
    ...rows('b', { wipe: { effects: ['delete-many'] }, pay: { effects: ['move-money'] } }),
    ...rows('c', { both: { effects: ['run-arbitrary', 'communicate'] }, unrated: {} }),
  ];
  expect(riskiestOf(all, 9).map(({ name }) => name)).toEqual([
    'pay',
    'wipe',
    'both',
    'run',
    'read',
    'unrated',
  ]);
});

test('one server gives two at most, and the list is no longer than asked', () => {
  const many = rows('a', {
    one: { effects: ['delete-many'] },
    two: { effects: ['delete-many'] },
    three: { effects: ['delete-many'] },
  });
  const other = rows('b', { low: { effects: ['compute'] } });
  expect(riskiestOf([...many, ...other], 9).map(({ name }) => name)).toEqual(['one', 'two', 'low']);
  expect(riskiestOf([...many, ...other], 1).map(({ name }) => name)).toEqual(['one']);
});
