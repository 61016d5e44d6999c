import { expect, test } from 'vitest';
import { partings } from './run-together.ts';

const WORDS = ['a', 'create', 'creates', 'delete', 'file', 'is', 'issue', 'list', 'mail', 'messages', 'sue'];
const asked: string[] = [];
const known = async (beginning: string) => {
  asked.push(beginning);
  return WORDS.filter((word) => word.startsWith(beginning));
};

test.each([
  ['deletefile', [['delete', 'file']]],
  ['listmailmessages', [['list', 'mail', 'messages']]],
  [
    'deleteissue',
    [
      ['delete', 'issue'],
      ['delete', 'is', 'sue'],
    ],
  ],
  ['createsfile', [['creates', 'file']]],
  ['deletefiles', []],
  ['delete', []],
  ['afile', []],
  ['filefilefilefilefile', []],
])('%s parts into %j', async (text, ways) => {
  expect(await partings(text, known)).toEqual(ways);
});

test('only words that can go on are asked for', async () => {
  asked.length = 0;
  await partings('deletefile', known);
  expect(asked).toEqual(['de', 'fi']);
});
