import { expect, test } from 'vitest';
import { clauseFrom } from './excerpt.ts';

test.each([
  ['Delete a file (for good) from a disk', 'Delete a file … from a disk'],
  ['Roll dice (e.g. 2d6)', 'Roll dice'],
  ['Create, update or delete rows', 'Create, update or delete rows'],
  ['Delete a whole project, its files and logs', 'Delete a whole project'],
  ['Get help, e.g. on Node.js. Then stop.', 'Get help, e.g. on Node.js'],
  ['**Delete** the `main` branch', 'Delete the main branch'],
  ['Set the "name of a thing', 'Set the name of a thing'],
  ['Set the “name” of it', 'Set the ‘name’ of it'],
  ['Lists the rows\n  of a table\n\nArgs: none', 'Lists the rows of a table'],
  ['Get a\u202e thing', 'Get a⟦U+202E⟧ thing'],
])('the clause of %j is %j', (text, clause) => {
  expect(clauseFrom(text, 0, 3)).toBe(clause);
});

test('a clause that is cut ends with no word that promises more', () => {
  const text = `Lists every ${'very '.repeat(12)}long list of the things that a person may want`;
  expect(clauseFrom(text, 0, 5)).toBe(`Lists every ${'very '.repeat(12)}long list…`);
});

test('where the verb comes last, the clause before it is quoted', () => {
  const text = '처음입니다. 지하철 정보를 조회합니다.';
  expect(clauseFrom(text, text.indexOf('조회'), text.indexOf('조회') + 2)).toBe('지하철 정보를 조회합니다');
});
