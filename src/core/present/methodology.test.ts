import { expect, test } from 'vitest';
import { cell, paragraph, tableOf } from './document.ts';
import { sectionsMarkdown } from './document-markdown.ts';
import { methodologyPage } from './methodology.ts';
import type { ToolRow } from './page-model.ts';
import { ruleMarkdown, rulePage } from './rule-page.ts';
import { shown } from './shown.ts';

test('without labels the page says how verdicts are made, and shows no figures', () => {
  const ids = methodologyPage(null, null, () => undefined).sections.map(({ id }) => id);
  expect(ids).toEqual(['how', 'effects', 'confidence', 'decisions', 'submit', 'limits']);
});

test('words in a section open nothing in Markdown', () => {
  const hostile = '# [x](javascript:1) | `<b>`';
  const table = tableOf(hostile, ['A|B'], [[cell(hostile)], [{ ...cell('a|b`c'), code: true, href: '/x/' }]]);
  const text = sectionsMarkdown([{ id: 'a', heading: 'A', blocks: [paragraph(hostile), table] }]);
  expect(text).toContain('\\[x\\](javascript');
  expect(text).not.toMatch(/[^\\]<b>/);
  expect(text).toContain('A\\|B');
  expect(text).toContain('[``a\\|b`c``](/x/)');
});

test('a rule page counts every tool, links a hundred, and names the lexicons it reads', () => {
  const row = { server: 's', serverTitle: 'S', name: 'n', href: '/tools/s/n/', gist: null, risk: null };
  const one = { note: 'A note.', tool: { name: 'send', parameters: ['to'] } };
  const page = rulePage(
    {
      rule: { id: 'r', emits: { signal: 'path' }, why: 'Because of this.', when: { act: { verb: 'sends' } } },
      cases: { fires: [one], silent: [one] },
      when: 'act: {}',
      unless: null,
      fired: Array.from({ length: 101 }, () => row as unknown as ToolRow),
    },
    new Map([['sends', { id: 'sends', why: 'Verbs of it.', inflect: 'verb', words: ['send'] }]]),
  );
  expect([page.tools, page.rows.length, page.emits]).toEqual([101, 100, 'signal path']);
  expect(page.reach).toContain('101 tools of 1 server. The first 100');
  expect(page.sections.map(({ id }) => id)).toEqual(['when', 'cases', 'lexicons']);
  expect(ruleMarkdown(page)).toContain('| `sends` | Verbs of it. | send |');
  expect(ruleMarkdown({ ...page, why: shown('<b>') })).not.toContain('\n<b>');
});
