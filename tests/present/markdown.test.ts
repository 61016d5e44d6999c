import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientForm } from '../../src/core/present/client-form.ts';
import { codeBlock, codeCell, codeSpan, escapeMarkdown } from '../../src/core/present/escape-markdown.ts';
import { serverFormsMarkdown } from '../../src/core/present/forms-markdown.ts';
import type { PolicySnippet } from '../../src/core/present/page-model.ts';
import { namedFor, serverRecords } from '../../src/core/present/server-records.ts';
import { shown } from '../../src/core/present/shown.ts';
import { toolMarkdown } from '../../src/core/present/tool-markdown.ts';
import type { ToolPage } from '../../src/core/present/tool-page-model.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { pageOf, serverOf } from './sample.ts';

test.each([
  ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
  ['![x](https://a.example/p.png)', '\\!\\[x\\](https\\://a.example/p.png)'],
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['0.3.7', '0.3.7'],
  ['a | b', 'a \\| b'],
  ['a\n\n# b', 'a # b'],
  ['`code` **bold** _it_ ~~no~~', '\\`code\\` \\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~'],
  ['create_refund', 'create_refund'],
  ['Careful!', 'Careful!'],
  ['&lt;', '\\&lt;'],
  ['back\\slash', 'back\\\\slash'],
  ['www.example.org', 'www\\.example.org'],
])('%j becomes %j', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test('a code span and a code block are fenced by more backticks than they hold', () => {
  expect(codeSpan('a`b``c')).toBe('```a`b``c```');
  expect(codeSpan('`')).toBe('`` ` ``');
  expect(codeCell('a|b')).toBe('`a\\|b`');
  expect(codeBlock('```\nfree\n````', 'json')).toBe('`````json\n```\nfree\n````\n`````');
});

test('no text of a stranger opens a construct, nor a second line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'\\`*_[]()<>|~!&#+-=1. \n:/wa') }), (text) => {
      const escaped = escapeMarkdown(text);
      expect(escaped).not.toContain('\n');
      expect(escaped.replaceAll(/\\[!-/:-@[-`{-~]/g, 'x')).not.toMatch(/[\\`*[\]<>|~&]|^\s*[#+=-]/);
    }),
  );
});

const HOSTILE =
  '```\n# Free\n![x](https://a.example/p) [y](javascript:alert(1)) <script>alert(1)</script> | cell';

test('a hostile definition stays inside code blocks and escaped text', () => {
  const definition = {
    name: `delete\n# ${HOSTILE}`,
    title: HOSTILE,
    description: HOSTILE,
    inputSchema: {
      type: 'object',
      properties: { [HOSTILE]: { type: HOSTILE, enum: [HOSTILE], default: HOSTILE, description: HOSTILE } },
    },
  };
  const markdown = toolMarkdown(
    pageOf(definition, { effects: ['delete-one'] }, { title: HOSTILE, vendor: HOSTILE }),
  );
  const visible = withoutCode(markdown).replaceAll(/\\[!-/:-@[-`{-~]/g, 'x');
  expect(visible).not.toMatch(/<script|!\[|\]\(javascript|^# Free/m);
  expect(visible.match(/^# /gm)).toHaveLength(1);
  const links = [...visible.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
  expect(links.length).toBeGreaterThan(0);
  for (const target of links) expect(target).toMatch(/^\//);
});

/** Drops fenced blocks and code spans the way CommonMark closes them: by a fence at least, a span exactly, as long. */
function withoutCode(markdown: string): string {
  return markdown
    .replaceAll(/^(`{3,})[^`\n]*\n[\s\S]*?\n\1`*$/gm, '')
    .replaceAll(/(?<![`\\])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
}

test('what holds for the whole server is said where it stands, and not repeated in the twin of every tool', () => {
  const page = pageOf({ name: 'act' }, { effects: ['write-own'] });
  const [own] = page.control.policies as [PolicySnippet];
  const short: ToolPage = { ...page, control: { ...page.control, policies: [own] } };
  expect(toolMarkdown(short)).not.toContain('### Whole server');
  expect(toolMarkdown(short)).toContain('](/servers/acme/policies.md) stands beside the server page');
});

test('the policies of a server come in every form, each with its file', () => {
  const { subjects } = serverOf([
    { definition: { name: 'wipe' }, verdict: { effects: ['delete-many'] } },
    { definition: { name: 'read' }, verdict: { effects: ['compute'] } },
  ]);
  const records = serverRecords('acme', subjects);
  const forms = TARGETS.map((target) =>
    clientForm(target, namedFor(target, records), records.records, false),
  );
  const markdown = serverFormsMarkdown({ id: 'acme', title: shown('Acme') }, forms);
  const headings = markdown.match(/^## .*$/gm) ?? [];
  expect(headings).toEqual(TARGETS.map(({ id, title }) => `## [${title}](/enforcement/${id}/index.md)`));
  expect(markdown).toContain('mcp__acme__wipe');
});

test('the twin has the sections of the page in order', () => {
  const markdown = toolMarkdown(
    pageOf(
      { name: 'delete_user', description: 'Delete a user.' },
      { effects: ['delete-one'], flags: ['delete'] },
    ),
  );
  expect(markdown.match(/^## .*$/gm)).toEqual([
    '## What it does on Acme',
    '## Why this risk',
    '## How to control it',
    '## Attack patterns',
    '## Questions',
    '## Go deeper',
  ]);
});
