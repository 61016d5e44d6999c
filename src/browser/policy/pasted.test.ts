import { expect, test } from 'vitest';
import { loadClassifier } from '../../pipeline/rulebook.ts';
import { readPasted } from './pasted.ts';

const { classifier } = loadClassifier('catalog');
const read = (value: unknown) => {
  if (classifier === null) throw new Error('The embedded rules cannot be used.');
  return readPasted(typeof value === 'string' ? value : JSON.stringify(value), classifier);
};
const deleteRepository = {
  name: 'delete_repository',
  description: 'Permanently deletes a repository.',
  inputSchema: { type: 'object', properties: { name: { type: 'string' } } },
};

test('pasted definitions are advised on, in each form that tools/list takes', () => {
  for (const form of [
    [deleteRepository],
    { tools: [deleteRepository] },
    { jsonrpc: '2.0', id: 1, result: { tools: [deleteRepository] } },
  ]) {
    const { subject, troubles } = read(form);
    expect(troubles).toEqual([]);
    expect(subject?.records?.[0]).toMatchObject({ tool: 'delete_repository', decision: 'deny' });
    expect(subject?.notes[0]).toEqual({
      category: 'Destructive',
      risk: 'Critical',
      parameters: ['name'],
      unattended: { limit: expect.objectContaining({ max: expect.any(Number) }) },
    });
  }
});

test('what cannot be read is told, all of it', () => {
  expect(read('{').troubles).toHaveLength(1);
  expect(read({ tools: [{}, 5] }).troubles).toHaveLength(2);
  expect(read('[]').subject?.records).toEqual([]);
});

test('two tools of one name are one row', () => {
  const { subject } = read([deleteRepository, { name: 'delete_repository', description: 'Reads.' }]);
  expect(subject?.records).toHaveLength(1);
});
