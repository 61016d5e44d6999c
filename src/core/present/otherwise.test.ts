import { expect, test } from 'vitest';
import { reason, verdictOf } from '../../../tests/present/sample.ts';
import { otherwiseOf } from './otherwise.ts';

const definition = { name: 'delete_all', description: 'Deletes all rows, for good. Saves a copy.' };
const held = {
  ...reason({ effect: 'delete-many' }, '/description', 8, 11),
  rule: 'deletes-in-bulk',
  exception: [{ field: '/description', start: 18, end: 26 }],
};

test('names the words without which the verdict would be another, the name first', () => {
  const verdict = verdictOf({
    effects: ['delete-one', 'write-own'],
    reasons: [
      reason({ effect: 'delete-one' }, '/description', 0, 7),
      reason({ effect: 'delete-one' }, '/name', 0, 6),
      reason({ effect: 'write-own' }, '/description', 28, 33),
    ],
  });
  expect(otherwiseOf(definition, verdict, [])).toEqual([
    'Without “delete” in the name and “Deletes” in the description (effect delete-one) it would be Write, Medium risk.',
  ]);
});

test('a rule that an exception kept out is told with what it would have made of the verdict', () => {
  const verdict = verdictOf({ effects: ['delete-one'] });
  expect(otherwiseOf(definition, verdict, [held])).toEqual([
    'Without the effect delete-one it would be Unclassified and unrated.',
    'The rule deletes-in-bulk saw “all” in the description, but its exception fits too: “for good” in the description. Without that it would add delete-many, which would make it Destructive, Critical risk.',
  ]);
  const flagged = { ...held, emits: { flag: 'delete' as const } };
  expect(otherwiseOf(definition, verdictOf({}), [flagged])).toEqual([]);
});

test('where one effect alone would do, it is said that none of them decides', () => {
  expect(otherwiseOf({ name: 'a' }, verdictOf({ effects: ['compute', 'read-reference'] }), [])).toEqual([
    'Its effects compute and read-reference each carry the verdict: without any one of them it would still be Read, Low risk.',
  ]);
});

test('a fact that would select the other row of an effect is named', () => {
  expect(otherwiseOf({ name: 'a' }, verdictOf({ effects: ['mint-credential'] }), [])).toContain(
    'If its text also says the credential expires soon, it would be Write, High risk.',
  );
});

test('words that also keep a rule out are not said to leave nothing behind', () => {
  const verdict = verdictOf({
    effects: ['read-sensitive'],
    reasons: [reason({ effect: 'read-sensitive' }, '/description', 18, 26)],
  });
  const told = otherwiseOf(definition, verdict, [held]);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('Without that it would add delete-many');
});
