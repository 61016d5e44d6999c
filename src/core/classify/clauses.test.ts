import { expect, test } from 'vitest';
import { loadClassifier } from '../../pipeline/rulebook.ts';

const { classifier } = loadClassifier('catalog');

function categoryOf(name: string, description: string): string | undefined {
  return classifier?.classify({ name, description, inputSchema: { type: 'object' } }, 'observed').category;
}

test.each([
  ['mark-up before the verb', 'f1', '<http://example.org> Delete the file.'],
  ['a list item in bold', 'f2', 'Lists files.\n- **Delete** the file at a path'],
  ['a later sentence that names its object outright', 'f3', 'See the list. <b>Delete</b> the file.'],
  ['cells of a table', 'f4', '| a | b |\n# Heading\n---\nDelete the file.'],
  ['a verb that agrees with the tool', 'f5', 'Manages files. It also deletes the oldest one.'],
])('a deletion is seen behind %s', (_, name, description) => {
  expect(categoryOf(name, description)).toBe('Destructive');
});

test.each([
  ['advice about another tool', 'get_task', 'Gets a task. Use delete_task to delete the task.'],
  ['a condition', 'get_task', 'Gets a task. If you delete the task first, nothing comes back.'],
  ['a denial', 'get_task', 'Gets a task. Does not delete the task.'],
  ['a purpose', 'list_tasks', 'Lists tasks. To delete the task, ask its owner.'],
])('%s is no act of this tool', (_, name, description) => {
  expect(categoryOf(name, description)).toBe('Read');
});

test('verbs of a list share the object of the last', () => {
  expect(categoryOf('tasks', 'Create, update or delete the task.')).toBe('Destructive');
});

test('a noun that is also a verb joins nouns, not acts', () => {
  expect(categoryOf('list_shares', 'List shares by region and share ID.')).toBe('Read');
});

test.each([
  ['an article before it', 'list_mailbox', 'The messages in a mailbox or folder.'],
  ['a preposition behind its plural', 'list_answers', 'Replies for a specified message.'],
])('%s makes a noun of a word that may be a verb', (_, name, description) => {
  expect(categoryOf(name, description)).toBe('Read');
});

test('what opens a name before "to" is a verb, whatever else it may be', () => {
  const { effects } = classifier?.classify(
    { name: 'reply_to_group', description: 'Creates an entry.', inputSchema: { type: 'object' } },
    'observed',
  ) ?? { effects: [] };
  expect(effects).toContain('communicate');
});

test('a carrier hands its place to the verb in its object', () => {
  expect(categoryOf('web', 'Performs a web search.')).toBe('Read');
});

test('Han text is read for its verbs', () => {
  expect(categoryOf('x', '删除指定的存储空间。')).toBe('Destructive');
});

function headsOf(name: string, description: string): string[] {
  const acts = classifier?.read({ name, description, inputSchema: { type: 'object' } }).acts ?? [];
  return acts
    .filter(({ source }) => source === 'description')
    .map(({ head }) => (head === null ? '' : (head.strip.words[head.from]?.text ?? '')));
}

test('an article heads no phrase', () => {
  expect(headsOf('f1', 'Removes an item from a board.')).toEqual(['item']);
  expect(headsOf('f2', 'Gets the latest commit information for a specified file.')).toEqual(['commit']);
});

test('what a Korean verb acts on stands before it', () => {
  expect(headsOf('f1', '모든 파일을 삭제합니다.')).toEqual(['파일을']);
});

test('a description without a word is none', () => {
  const [none, blank] = ['', '  \n '].map((description) =>
    classifier?.classify({ name: 'get_task', description, inputSchema: { type: 'object' } }, 'observed'),
  );
  expect(blank).toEqual(none);
});
