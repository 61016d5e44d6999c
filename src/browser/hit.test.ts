import { describe, expect, test } from 'vitest';
import { exactFirst, type Hit, NO_FILTERS, passes } from './hit.ts';

const hit = (href: string, more: Partial<Hit> = {}): Hit => ({
  href,
  name: 'delete_file',
  server: 'Files',
  category: 'Destructive',
  risk: 'High',
  ...more,
});

test('exact names lead, and nothing is listed twice', () => {
  const hits = exactFirst([hit('/b/'), hit('/c/')], [hit('/a/'), hit('/b/'), hit('/d/')]);
  expect(hits.map(({ href }) => href)).toEqual(['/b/', '/c/', '/a/', '/d/']);
});

describe('filters', () => {
  test('let everything through when none is chosen', () => {
    expect(passes(hit('/a/'), NO_FILTERS)).toBe(true);
  });

  test('take any value within a facet, and need every facet', () => {
    expect(passes(hit('/a/'), { ...NO_FILTERS, risk: ['Low', 'High'] })).toBe(true);
    expect(passes(hit('/a/'), { ...NO_FILTERS, risk: ['Low', 'High'], server: ['Mail'] })).toBe(false);
    expect(passes(hit('/a/'), { ...NO_FILTERS, category: ['Read'] })).toBe(false);
  });
});
