import { expect, test } from 'vitest';
import { loadClassifier } from '../../pipeline/rulebook.ts';
import { heightOf } from '../taxonomy.ts';
import type { JsonObject } from '../tool/json.ts';

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

test('what reaches the level of the tool by no action holds for each', () => {
  const found = classifier?.classify(
    {
      name: 'browser_handle_dialog',
      description: 'Clicks a button of a dialog on the page.',
      inputSchema: {
        type: 'object',
        properties: { action: { type: 'string', enum: ['accept', 'dismiss'] } },
      },
    },
    'observed',
  );
  expect(found?.risk).toBe('High');
  expect(found?.actions.map(({ risk }) => risk)).toEqual(['High', 'High']);
});

test('what one action takes away as a tie does not hold back another that deletes', () => {
  const found = verdict('Works with notes.', ['remove_label_from_list', 'delete']);
  expect(found.category).toBe('Destructive');
});

test('a tool without an action parameter has no actions', () => {
  const found = classifier?.classify({ name: 'list_notes', inputSchema: { type: 'object' } }, 'observed');
  expect(found?.actions).toEqual([]);
});

function told(description: string, properties: JsonObject) {
  const definition = { name: 'manage_users', description, inputSchema: { type: 'object', properties } };
  const found = classifier?.classify(definition, 'observed');
  return {
    category: found?.category,
    actions: found?.actions.map(({ value, category }) => `${value}: ${category}`),
  };
}

const LISTED = {
  category: 'Destructive',
  actions: ['list: Read', 'create: Write', 'delete: Destructive'],
};
const ACTION = { action: { type: 'string' } };

test.each([
  ['in a sentence', told('Manage users. Supported actions: list, create, delete.', ACTION)],
  ['behind the name of the parameter', told("Manage users.\n\naction: 'list' | 'create' | 'delete'", ACTION)],
  ['one a line', told('Manage users.\nActions:\n- list: all\n- create: one\n- delete: one', ACTION)],
  [
    'in the text of the parameter',
    told('Manage users.', { action: { type: 'string', description: "One of 'list', 'create', 'delete'" } }),
  ],
  ['where there is no parameter', told('Manage users. Actions: list, create, delete.', {})],
])('actions that a text lists have verdicts as well: %s', (_where, found) => {
  expect(found).toEqual(LISTED);
});

test.each([
  ['ways to log in', { 'auth-method': { type: 'string', enum: ['Credential', 'Key', 'Delete'] } }],
  ['modes of which few are acts', { mode: { type: 'string', enum: ['contain', 'cover', 'pad', 'delete'] } }],
  ['methods of HTTP', { method: { type: 'string', enum: ['GET', 'DELETE'] } }],
  ['kinds of SQL statements', { command: { type: 'string', enum: ['SELECT', 'INSERT', 'DELETE'] } }],
  ['operations of a JSON Patch', { op: { type: 'string', enum: ['Add', 'Replace', 'Remove'] } }],
  ['parts of a rule', { actions: { type: 'object', description: "One of 'list', 'create', 'delete'" } }],
] satisfies [string, JsonObject][])('%s are no actions', (_what, properties) => {
  expect(told('Shows users.', properties)).toEqual({
    category: 'Read',
    actions: [],
  });
});
