import { expect, test } from 'vitest';
import { verdictOf } from '../../../tests/present/sample.ts';
import type { Definition } from '../tool/definition.ts';
import type { Ruling } from './ruling.ts';
import { expiryTroubles, troublesOf } from './troubles.ts';

const DEFINITION: Definition = { name: 'sweep', description: 'Sweeps the record.' };
const RULING: Ruling = {
  server: 'acme',
  tool: 'sweep',
  definitionHash: `sha256:${'0'.repeat(64)}`,
  verdict: { category: 'Destructive', risk: 'High', effects: ['delete-one'] },
  reason: 'To sweep a record here is to delete it.',
  evidence: ['Sweeps the record', 'https://docs.example.org/sweep'],
  author: 'maintainer',
  date: '2026-11-20',
  expires: '2027-11-20',
};
const READ = verdictOf({ effects: ['read-reference'] });

const codesOf = (ruling: Ruling, verdict = READ): string[] =>
  troublesOf(ruling, DEFINITION, verdict).map(({ code, path }) => `${code} ${path}`);

test('a ruling that changes the verdict and quotes the definition has no trouble', () => {
  expect(codesOf(RULING)).toEqual([]);
});

test('a ruling that no longer changes anything is an error', () => {
  const same = verdictOf({ effects: ['delete-one'], flags: ['delete'] });
  expect(codesOf(RULING, same)).toEqual(['idle-ruling /verdict']);
  expect(codesOf(RULING, { ...same, flags: [] })).toEqual([]);
});

test('one that repeats category and level and only leaves effects out is idle as well', () => {
  const more = verdictOf({
    effects: ['delete-one', 'communicate'],
    flags: ['outbound', 'delete'],
    facts: ['permanent'],
  });
  expect(codesOf(RULING, more)).toEqual(['idle-ruling /verdict']);
  const stating = (stated: Partial<Ruling['verdict']>) =>
    codesOf({ ...RULING, verdict: { ...RULING.verdict, ...stated } }, more);
  expect(stating({ effects: ['delete-one', 'read-reference'] })).toEqual([]);
  expect(stating({ flags: ['delete'] })).toEqual([]);
  expect(stating({ flags: ['delete', 'outbound'] })).toEqual(['idle-ruling /verdict']);
  expect(stating({ facts: [] })).toEqual([]);
  expect(stating({ facts: ['permanent'] })).toEqual(['idle-ruling /verdict']);
});

test.each([
  { category: 'Read', risk: 'High' },
  { category: 'Destructive', risk: 'Critical' },
] as const)('category and risk are those of the effect table: %o', (stated) => {
  const wrong = { ...RULING, verdict: { ...RULING.verdict, ...stated } };
  expect(codesOf(wrong)).toEqual(['ruling-off-table /verdict']);
});

test('evidence is an address or stands in the definition', () => {
  expect(codesOf({ ...RULING, evidence: ['Sweeps the record', 'It deletes'] })).toEqual([
    'ruling-evidence /evidence/1',
  ]);
});

test('a ruling holds until the newest observation is past its expiry', () => {
  expect(expiryTroubles(RULING, '2027-11-20')).toEqual([]);
  expect(expiryTroubles(RULING, '2027-11-21')).toMatchObject([{ code: 'ruling-expired', path: '/expires' }]);
});
