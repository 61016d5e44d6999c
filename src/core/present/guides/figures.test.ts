import { expect, test } from 'vitest';
import { FIGURES, type Figures, filledIn, unknownFigures } from './figures.ts';

const figures = Object.fromEntries(Object.keys(FIGURES).map((key) => [key, null])) as Figures;

test('figures take the place of their names, and what cannot be measured says so', () => {
  expect(filledIn('{{tools}} tools, {{rules}} rules', { ...figures, tools: '7' })).toBe(
    '7 tools, (not measured here) rules',
  );
});

test('what is no figure stays and is told with its line', () => {
  const text = 'a\n{{tool}} {{tools}}\n{{constructor}}';
  expect(filledIn(text, figures)).toContain('{{tool}}');
  expect(unknownFigures(text)).toEqual([
    { name: 'tool', line: 2 },
    { name: 'constructor', line: 3 },
  ]);
});
