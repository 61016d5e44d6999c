import { expect, test } from 'vitest';
import { loadClassifier } from '../../pipeline/rulebook.ts';
import { heightOf } from '../taxonomy.ts';

const { classifier } = loadClassifier('catalog');

function verdict(description: string, actions: string[]) {
  const inputSchema = { type: 'object', properties: { action: { type: 'string', enum: actions } } };
  const found = classifier?.classify({ name: 'manage_notes', description, inputSchema }, 'observed');
  if (found === undefined) throw new Error('the rulebook does not compile');
  return found;
}

test('each documented action has a verdict of its own', () => {
  const { actions } = verdict('Works with notes.', ['list', 'update', 'delete', 'zzz']);
  expect(actions.map(({ value, category, risk }) => [value, category, risk])).toEqual([
    ['list', 'Read', 'Low'],
    ['update', 'Write', 'Medium'],
    ['delete', 'Destructive', 'High'],
    ['zzz', 'Unclassified', null],
  ]);
});

test('the verdict of the tool is that of its strongest action', () => {
  const found = verdict('Works with notes.', ['list', 'delete']);
  expect(found.category).toBe('Destructive');
  for (const action of found.actions)
    expect(heightOf(found.risk)).toBeGreaterThanOrEqual(heightOf(action.risk));
});

test('what one action takes away as a tie does not hold back another that deletes', () => {
  const found = verdict('Works with notes.', ['remove_label_from_list', 'delete']);
  expect(found.category).toBe('Destructive');
});

test('a tool without an action parameter has no actions', () => {
  const found = classifier?.classify({ name: 'list_notes', inputSchema: { type: 'object' } }, 'observed');
  expect(found?.actions).toEqual([]);
});
