import { expect, test } from 'vitest';
import { verdictOf } from '../../../tests/present/sample.ts';
import type { JsonObject } from '../tool/json.ts';
import { readParameters } from '../tool/parameters.ts';
import { argumentTemplates, unboundable } from './argument-templates.ts';
import { leversOf } from './levers.ts';

const TEXT = { type: 'string' };

function pathsOf(name: string, properties: JsonObject): string[] {
  const definition = { name, inputSchema: { type: 'object', properties } };
  const verdict = verdictOf({ effects: ['write-own'] });
  return leversOf(name, verdict, readParameters(definition)).path.map((lever) => lever.name);
}

test.each<[string, string[], string[]]>([
  ['move_file', ['source', 'destination'], ['source', 'destination']],
  ['copyDirectory', ['sourcePath', 'destinationPath', 'overwrite'], ['sourcePath', 'destinationPath']],
  ['rename_path', ['old_path', 'new_path'], ['old_path', 'new_path']],
  ['move_file', ['source'], []],
  ['move_card', ['source', 'destination'], []],
  ['rename_file', ['old_name', 'new_name'], []],
  ['file_report', ['to', 'subject'], []],
])('of %s with %j the paths are %j', (tool, names, paths) => {
  expect(pathsOf(tool, Object.fromEntries(names.map((name) => [name, TEXT])))).toEqual(paths);
});

test('an end that is no text binds nobody, so neither is a path', () => {
  expect(pathsOf('move_files', { source: { type: 'array', items: TEXT }, destination: TEXT })).toEqual([]);
});

test('a move is bounded at both ends at once', () => {
  const levers = leversOf(
    'move_file',
    verdictOf({ effects: ['write-own'] }),
    readParameters({
      name: 'move_file',
      inputSchema: { type: 'object', properties: { source: TEXT, destination: TEXT } },
    }),
  );
  const [template] = argumentTemplates({ levers });
  expect(template?.rule.conditions.map(({ path }) => path)).toEqual(['args.source', 'args.destination']);
});

test('lists are named with the nearest stricter form', () => {
  const levers = {
    amount: [],
    recipient: [],
    url: [],
    path: [{ name: 'paths', kind: 'list', required: true }],
  } as const;
  expect(unboundable({ levers: { ...levers, path: [...levers.path] } as never })).toEqual([
    expect.stringContaining('look into the list that args.paths takes. The nearest stricter forms'),
  ]);
});
