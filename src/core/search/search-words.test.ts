import { expect, test } from 'vitest';
import { rootOf, wordsOfName, wordsOfText, wordsToFind } from './search-words.ts';

test('names are the same words however they are joined', () => {
  for (const name of ['create_user_list', 'createUserList', 'create-user-list', 'Create.User.List'])
    expect(wordsOfName(name)).toEqual(['create', 'user', 'list']);
});

test('what nearly every text has is no word of a text, and is looked for only by itself', () => {
  expect(wordsOfText('Get the user by its id, and the user.')).toEqual(['get', 'user', 'id']);
  expect(wordsToFind('list of users')).toEqual(['list', 'users']);
  expect(wordsToFind('to')).toEqual(['to']);
});

test.each([
  ['deletes', 'deleted', 'deleting'],
  ['sends', 'send', 'sending'],
  ['runs', 'running', 'run'],
  ['emails', 'email', 'emailed'],
])('%s, %s and %s begin with a root in common', (...forms) => {
  const roots = forms.map(rootOf);
  for (const root of roots)
    for (const form of forms) expect(form.startsWith(root), `${root} ${form}`).toBe(true);
});

test.each(['class', 'string', 'need', 'bus', 'id', 'access'])('%s is its own root', (word) => {
  expect(rootOf(word)).toBe(word);
});
