import { expect, test } from 'vitest';
import { pageOf } from '../../../../tests/present/sample.ts';
import type { Verdict } from '../../classify/verdict.ts';
import { EFFECTS } from '../../taxonomy.ts';

function attacks(verdict: Partial<Verdict>): string[] {
  return pageOf({ name: 'sweep' }, verdict).attacks.map(({ title, because }) => `${title}: ${because}`);
}

test.each([
  ['fetch-any', 'url', 'Requests to places inside the network', 'takes a URL'],
  ['read-any-path', 'path', 'Reading outside the folder', 'takes a file system path'],
  ['write-any-path', 'path', 'Writing where programs look', 'takes a file system path'],
] as const)(
  'the note that %s leads to speaks only of a parameter that is there',
  (effect, signal, title, takes) => {
    const note = `${title}: Because it ${EFFECTS[effect].does} and ${takes}.`;
    expect(attacks({ effects: [effect], signals: [signal] })).toContain(note);
    expect(attacks({ effects: [effect], signals: ['bulk'] }).join()).not.toContain(title);
  },
);

test('an amount or a receiver is spoken of only where one can be given', () => {
  const money = { effects: ['oblige-payment'], flags: ['money'] } satisfies Partial<Verdict>;
  const given = attacks({ ...money, signals: ['amount'] }).join();
  expect(given).toContain('Payment to the wrong party');
  expect(given).toContain('create an obligation to pay and takes an amount of money.');
  expect(given).not.toContain('A debt on a forged word');
  const none = attacks(money).join();
  expect(none).toContain('A debt on a forged word');
  expect(none).not.toContain('Payment to the wrong party');
});
