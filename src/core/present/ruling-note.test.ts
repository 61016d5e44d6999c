import { expect, test } from 'vitest';
import { pageOf, verdictOf } from '../../../tests/present/sample.ts';
import { apply } from '../rulings/apply.ts';
import { toolMarkdown } from './tool-markdown.ts';

const RULED = apply(verdictOf({ effects: ['read-reference'] }), {
  server: 'acme',
  tool: 'sweep',
  definitionHash: `sha256:${'0'.repeat(64)}`,
  verdict: { category: 'Destructive', risk: 'High', effects: ['delete-one'] },
  reason: 'To sweep a record here is to delete it.',
  evidence: ['Sweeps <b>all</b>'],
  author: 'maintainer',
  date: '2026-11-20',
  expires: '2027-11-20',
});

test('a page says that a ruling stands over the rules, and what the rules conclude', () => {
  const page = pageOf({ name: 'sweep', description: 'Sweeps <b>all</b>.' }, RULED);
  expect(page).toMatchObject({ category: 'Destructive', risk: 'High' });
  expect(page.why.ruling).toEqual({
    terms:
      'The rules conclude Read, Low; maintainer ruled Destructive, High on 2026-11-20. The ruling holds for this definition alone, until 2027-11-20.',
    evidence: ['Sweeps <b>all</b>'],
  });
  expect(page.why.rationale).toBe(
    'A ruling stands over the rules here: To sweep a record here is to delete it.',
  );
  expect(page.why.ledger.map(({ quotes }) => quotes)).toEqual([
    [{ where: 'the evidence of the ruling', text: 'Sweeps <b>all</b>' }],
  ]);
  expect(page.why.runnerUp).toContain('Read came second. It is what the rules conclude');
});

test('so does its Markdown twin, escaped', () => {
  const twin = toolMarkdown(pageOf({ name: 'sweep', description: 'Sweeps <b>all</b>.' }, RULED));
  expect(twin).toContain('A ruling stands over the rules here: To sweep a record here is to delete it.');
  expect(twin).toContain('Evidence: “Sweeps \\<b\\>all\\</b\\>”.');
});

test('where the rules decide there is no note', () => {
  const page = pageOf({ name: 'sweep' }, { effects: ['delete-one'] });
  expect(page.why.ruling).toBeNull();
  expect(toolMarkdown(page)).not.toContain('ruling');
});
