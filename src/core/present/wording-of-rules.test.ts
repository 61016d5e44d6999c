import { expect, test } from 'vitest';
import { pageOf, reason } from '../../../tests/present/sample.ts';
import { FACTS, SIGNALS } from '../taxonomy.ts';

test('two switches that are forbidden each by itself are joined by or', () => {
  const properties = { force: { type: 'boolean' }, forceWithLease: { type: 'boolean' } };
  const reasons = ['force', 'forceWithLease'].map((name) =>
    reason({ signal: 'force' }, `/inputSchema/properties/${name}`, 0, 5),
  );
  const definition = { name: 'push', inputSchema: { type: 'object', properties } };
  const page = pageOf(definition, { effects: ['write-own'], signals: ['force'], reasons });
  expect(page.control.policies[0]?.does).toContain('set force or forceWithLease to true');
});

test('a reader of high risk is not said to do what cannot be taken back', () => {
  const { decision } = pageOf({ name: 'read_file' }, { effects: ['read-any-path'] }).control;
  expect(decision).toContain('because what one call can do or reveal at this level');
});

test('words about a fact or a signal hold for every tool that has it', () => {
  expect(FACTS['read-only']).not.toContain('changes nothing');
  expect(SIGNALS.force).not.toContain('safeguard');
});

test('the role is what verdict and definition carry', () => {
  const outputSchema = { type: 'object', properties: { id: { type: 'string' }, url: { type: 'string' } } };
  const page = pageOf({ name: 'track_event', outputSchema }, { effects: ['write-own'] });
  expect(page.role[1]).toBe(
    'track_event creates or changes data. Its result is declared to hold id and url.',
  );
  expect(page.answer).not.toContain('workspace');
});

test('a place in the schema is named without markup', () => {
  const definition = {
    name: 'act',
    inputSchema: { type: 'object', properties: { mode: { enum: ['purge'] } } },
  };
  const reasons = [reason({ effect: 'delete-many' }, '/inputSchema/properties/mode/enum/0', 0, 5)];
  const page = pageOf(definition, { effects: ['delete-many'], reasons });
  expect(page.why.ledger[0]?.quotes).toEqual([{ where: 'a value of parameter mode', text: 'purge' }]);
});

test('a policy says which of its readings are our own choice', () => {
  const [policy] = pageOf({ name: 'act' }, { effects: ['write-own'] }).control.policies;
  expect(policy?.doesNot).toContain('Our own reading: a limit of scope "grant" counts for each grant.');
});
