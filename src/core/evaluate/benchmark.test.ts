import { expect, test } from 'vitest';
import type { Definition } from '../tool/definition.ts';
import { mistakesOf, type SplitPair } from './benchmark.ts';
import { STAGES } from './stages.ts';
import { verbListSays } from './verb-list.ts';

const TOOL: Definition = {
  name: 'edit',
  title: 'Edit',
  description: 'Edits.',
  inputSchema: {
    type: 'object',
    properties: { enum: { type: 'string', description: 'What', enum: ['a'], default: 'a' } },
  },
  annotations: { readOnlyHint: true },
};

test('each stage adds one part; a parameter named like a keyword stays', () => {
  const shown = Object.fromEntries(STAGES.map(({ id, shownOf }) => [id, shownOf(TOOL)]));
  expect(shown['name']).toEqual({ name: 'edit' });
  expect(shown['text']).toEqual({ name: 'edit', title: 'Edit', description: 'Edits.' });
  expect(shown['parameters']?.['inputSchema']).toEqual({
    type: 'object',
    properties: { enum: { type: 'string' } },
  });
  expect(shown['parameter-texts']?.['inputSchema']).toEqual({
    type: 'object',
    properties: { enum: { type: 'string', description: 'What' } },
  });
  const { annotations: _, ...rest } = TOOL;
  expect(shown['values']).toEqual(rest);
  expect(shown['whole']).toEqual(TOOL);
});

test('the verb list takes the first verb it knows, and is silent without one', () => {
  expect(verbListSays({ name: 'd1_database_delete' })).toEqual({
    category: 'Destructive',
    risk: 'High',
    flags: ['delete'],
  });
  expect(verbListSays({ name: 'listRefunds' })).toEqual({ category: 'Read', risk: 'Low', flags: [] });
  expect(verbListSays({ name: 'weather' })).toEqual({ category: 'Unclassified', risk: null, flags: [] });
});

test('a mistake names what is wrong; an arguable alternative is none', () => {
  const pair = (category: 'Read' | 'Write', risk: 'Low' | 'High'): SplitPair => ({
    label: { id: 's/t', category: 'Read', alt: 'Write', confidence: 'arguable', risk: 'Low', flags: [] },
    said: { id: 's/t', category, risk },
    frozen: true,
  });
  expect(mistakesOf([pair('Read', 'Low'), pair('Write', 'Low')])).toEqual([]);
  expect(mistakesOf([pair('Write', 'High')])).toMatchObject([{ half: 'frozen', wrong: ['risk'] }]);
  const unclear = pair('Write', 'High');
  expect(mistakesOf([{ ...unclear, label: { ...unclear.label, category: 'Unclear' } }])).toEqual([]);
});
