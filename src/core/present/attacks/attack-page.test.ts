import { expect, test } from 'vitest';
import { attacksIn } from '../../../pipeline/attacks.ts';
import type { Attack, Attacks } from '../../attacks/attack.ts';
import { attackControl } from './attack-control.ts';
import { attackMarkdown } from './attack-markdown.ts';
import { type AttackReach, attackPage } from './attack-page.ts';

const attacks = attacksIn('catalog') as Attacks;
const NOBODY: AttackReach = { tools: 0, servers: [], nearMiss: null, lists: [[]] };

function attack(id: string): Attack {
  const found = attacks.patterns.find((pattern) => pattern.id === id);
  if (found === undefined) throw new Error(`there is no pattern ${id}`);
  return found;
}

function pageOf(id: string, reach: Partial<AttackReach> = {}) {
  const pattern = attack(id);
  return attackPage(pattern, attacks, { ...NOBODY, ...reach }, attackControl(pattern, null), 'all: []\n');
}

/** All sentences of the preconditions. */
function preconditions(id: string, reach: Partial<AttackReach> = {}): string {
  const section = pageOf(id, reach).sections.find((one) => one.id === 'preconditions');
  return JSON.stringify(section?.blocks);
}

test('a predicate is told in the words of the taxonomy, absence included', () => {
  expect(preconditions('payment-to-the-wrong-party')).toContain(
    'A tool meets it that can move money or create an obligation to pay and either takes an amount of money, takes a recipient or takes a payout or webhook target.',
  );
  expect(preconditions('debt-on-a-forged-word')).toContain(
    'and of which nothing says that it takes an amount of money, takes a recipient or takes a payout or webhook target.',
  );
  expect(preconditions('way-out-for-data')).toContain(
    'an address the caller chooses or both fetches web content that the caller chooses and takes a URL.',
  );
  expect(preconditions('write-then-run')).toContain(
    'or at once creates or changes data, says its paths are confined to allowed folders and takes a file system path.',
  );
  expect(preconditions('toxic-combination')).toContain('It takes 3 parts in the hands of one agent');
  expect(preconditions('definition-changes')).toContain('Every tool meets it.');
});

test('rarity is told only where nothing meets the pattern, a near miss only where it is catalogued', () => {
  expect(preconditions('theft-in-one-tool')).toContain('No catalogued tool');
  expect(preconditions('theft-in-one-tool', { tools: 1 })).not.toContain('No catalogued tool');
  expect(preconditions('foothold')).not.toContain('near miss');
  expect(preconditions('foothold', { nearMiss: '/tools/github/create_branch/' })).toContain(
    'A near miss: github/create_branch","href":"/tools/github/create_branch/"',
  );
});

test('how many meet it is one sentence that agrees with its number', () => {
  const server = { id: 'a', title: 'A', href: '/servers/a/' };
  expect(pageOf('foothold').reach).toBe('No catalogued tool meets it.');
  expect(pageOf('foothold', { tools: 1, servers: [server] }).reach).toBe(
    '1 catalogued tool of 1 server meets it.',
  );
  expect(pageOf('toxic-combination', { tools: 2, servers: [server], lists: [[], [], []] }).reach).toBe(
    '2 catalogued tools can play a part in it, and 1 catalogued server holds all parts without another one.',
  );
  expect(pageOf('definition-changes', { tools: 7, lists: [] }).share).toBe('every');
});

test('incidents come newest first, and where none is supported it is said', () => {
  const dates = pageOf('instructions-in-content').happened.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect(attackMarkdown(pageOf('foothold'), [])).toContain('No incident of this kind is supported');
});

test('without a catalogued tool the policy is told and not written', () => {
  const { control } = pageOf('payment-to-the-wrong-party');
  expect(control.example).toBeNull();
  expect(control.decision).toBe(
    'Deny the tool, because money that has moved does not come back by another call. Where calls pass, bound sums to a cap of yours and recipients to those you name; let at most 5 calls a day through.',
  );
});
