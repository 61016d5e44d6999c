import { expect, test } from 'vitest';
import { reason, verdictOf } from '../../../tests/present/sample.ts';
import { traceOf } from './trace.ts';

const verdict = verdictOf({
  effects: ['delete-one', 'mint-credential', 'write-own'],
  facts: ['permanent', 'short-lived'],
  reasons: [
    reason({ effect: 'write-own' }, '/name', 0, 1),
    reason({ fact: 'permanent' }, '/name', 0, 1),
    reason({ effect: 'write-own' }, '/name', 0, 1),
    reason({ effect: 'delete-one' }, '/name', 0, 1),
  ],
});

test('each row names its reasons and what it sets', () => {
  const rows = traceOf(verdict, []).rows.map(({ effect, reasons, setsCategory, setsRisk }) => ({
    effect,
    reasons,
    setsCategory,
    setsRisk,
  }));
  expect(rows).toEqual([
    { effect: 'delete-one', reasons: [4], setsCategory: true, setsRisk: true },
    { effect: 'mint-credential', reasons: [], setsCategory: false, setsRisk: true },
    { effect: 'write-own', reasons: [1, 3], setsCategory: false, setsRisk: false },
  ]);
});

test('a fact says which row it selects, or that it selects none', () => {
  expect(traceOf(verdict, []).facts).toEqual([
    { fact: 'permanent', selects: null },
    { fact: 'short-lived', selects: 'mint-credential' },
  ]);
});

test('only what changes the verdict is told as a change', () => {
  expect(traceOf(verdict, []).otherwise).toEqual([
    { without: 'delete-one', category: 'Write', risk: 'High' },
    { without: 'short-lived', category: 'Destructive', risk: 'Critical' },
  ]);
});
