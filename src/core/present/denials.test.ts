import { expect, test } from 'vitest';
import { pageOf } from '../../../tests/present/sample.ts';
import type { Effect } from '../taxonomy.ts';
import type { JsonObject } from '../tool/json.ts';

function doesNot(definition: JsonObject & { name: string }, effect: Effect = 'write-own'): string {
  return pageOf(definition, { effects: [effect] }).why.doesNot;
}

const input = (properties: JsonObject): JsonObject => ({ type: 'object', properties });

test.each<[string, JsonObject, string]>([
  ['a parameter is called delete', { inputSchema: input({ delete: {} }) }, 'deletes'],
  ['a part of a name says remove', { inputSchema: input({ remove_source_branch: {} }) }, 'deletes'],
  ['a text says overwritten', { inputSchema: input({ to: { description: 'Is overwritten.' } }) }, 'deletes'],
  ['a value says purge', { inputSchema: input({ mode: { enum: ['keep', 'purgeAll'] } }) }, 'deletes'],
  ['the text speaks of roles', { description: 'Sets which role may push.' }, 'changes access'],
  ['the name says protect', { name: 'protect_branch' }, 'changes access'],
  ['the text speaks of mail', { description: 'Mails the result.' }, 'sends data'],
  ['a parameter runs something', { inputSchema: input({ runNow: {} }) }, 'runs code'],
  ['the result holds a payment', { outputSchema: input({ payment_id: {} }) }, 'moves money'],
])('no denial where %s', (_, parts, denial) => {
  expect(doesNot({ name: 'act', ...parts })).not.toContain(denial);
  expect(doesNot({ name: 'act' })).toContain(denial);
});

test('a reader whose text speaks of deleting, or whose name speaks of a change, is not said to change nothing', () => {
  expect(doesNot({ name: 'get' }, 'read-reference')).toContain('says that a call changes anything');
  expect(doesNot({ name: 'get', description: 'Clears the queue.' }, 'read-reference')).not.toContain(
    'changes anything',
  );
  expect(doesNot({ name: 'create_report' }, 'read-reference')).not.toContain('changes anything');
});

test('a definition that speaks of everything rules nothing out', () => {
  const description = 'Deletes members, runs scripts, mails invoices.';
  expect(doesNot({ name: 'act', description })).toContain('rules nothing out: its words touch every kind');
});

test.each([
  ['删除文件。', true],
  ['Borra los mensajes del buzón.', true],
  ['Belirli bir bölgeden rastgele seç.', true],
  ['Removes the mail of a café in Los Angeles.', false],
])('of %j only what rules found is denied: %s', (description, isForeign) => {
  const denial = doesNot({ name: 'act', description });
  expect(denial.includes('not in English')).toBe(isForeign);
  expect(denial.startsWith(isForeign ? 'No rule found' : 'Nothing in the definition says')).toBe(true);
});

test('a call that changes nothing is not said besides to delete nothing', () => {
  expect(doesNot({ name: 'get' }, 'read-reference')).toBe(
    'Nothing in the definition says that a call changes anything, runs code or commands of the caller, sends data to other people or moves money.',
  );
});
