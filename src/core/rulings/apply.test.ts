import { expect, test } from 'vitest';
import { reason, verdictOf } from '../../../tests/present/sample.ts';
import { apply } from './apply.ts';
import type { Ruling } from './ruling.ts';

const RULING: Ruling = {
  server: 'acme',
  tool: 'sweep',
  definitionHash: `sha256:${'0'.repeat(64)}`,
  verdict: { category: 'Destructive', risk: 'High', effects: ['delete-one'] },
  reason: 'To sweep a record here is to delete it.',
  evidence: ['sweeps the record'],
  author: 'maintainer',
  date: '2026-11-20',
  expires: '2027-11-20',
};

test('the ruling decides, and what the rules concluded stays visible', () => {
  const verdict = verdictOf({ effects: ['read-sensitive'], flags: ['untrusted', 'private'] });
  const ruled = apply({ ...verdict, reasons: [reason({ flag: 'untrusted' }, '/description', 0, 6)] }, RULING);
  expect(ruled).toMatchObject({
    category: 'Destructive',
    risk: 'High',
    effects: ['delete-one'],
    flags: ['untrusted', 'delete'],
    runnerUp: { category: 'Read' },
    ruling: {
      author: 'maintainer',
      rules: {
        category: 'Read',
        risk: 'Medium',
        effects: ['read-sensitive'],
        flags: ['untrusted', 'private'],
      },
    },
  });
  expect(ruled.reasons).toHaveLength(1);
  expect(verdict.category).toBe('Read');
});

test('flags of the ruling replace those of the rules, except what its effects imply', () => {
  const verdict = verdictOf({ effects: ['read-sensitive'], flags: ['untrusted', 'private'] });
  const ruled = apply(verdict, { ...RULING, verdict: { ...RULING.verdict, flags: ['outbound'] } });
  expect(ruled.flags).toEqual(['outbound', 'delete']);
});

test('facts of the ruling select the row of the effect table', () => {
  const ruled = apply(verdictOf({ effects: ['read-reference'] }), {
    ...RULING,
    verdict: {
      category: 'Read',
      risk: 'Critical',
      effects: ['reveal-secret'],
      facts: ['working-credential'],
    },
  });
  expect(ruled.risk).toBe('Critical');
});

test('no action is left that is stronger than the ruling', () => {
  const action = (value: string, effect: 'delete-one' | 'read-reference') => ({
    field: '/inputSchema/properties/action/enum/0',
    value,
    category: effect === 'delete-one' ? ('Destructive' as const) : ('Read' as const),
    risk: effect === 'delete-one' ? ('High' as const) : ('Low' as const),
    effects: [effect],
  });
  const verdict = verdictOf({
    effects: ['delete-one', 'read-reference'],
    actions: [action('sweep', 'delete-one'), action('list', 'read-reference')],
  });
  const ruled = apply(verdict, {
    ...RULING,
    verdict: { category: 'Read', risk: 'Low', effects: ['read-reference'] },
  });
  expect(ruled.actions.map(({ value }) => value)).toEqual(['list']);
});
