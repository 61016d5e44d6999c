import { expect, test } from 'vitest';
import { proseMarkdown } from '../core/present/guides/prose-markdown.ts';
import { readMarkdown } from './markdown.ts';

const TEXT = `Opening **strong** and *soft*, \`code\`,
on two lines.

## First part

- one
- two, with [a link](/tools/x/y/ "Read, Low")

1. step

> said

| a | b \\| c |
| --- | --: |
| 1 | \`2\` |

### Smaller

\`\`\`json
{"a": 1}
\`\`\`
`;

test('what a guide may hold is read, and printed again as the same Markdown', () => {
  const { prose, links, findings } = readMarkdown(TEXT, 'g.md', 8);
  expect(findings).toEqual([]);
  expect(links).toEqual([{ href: '/tools/x/y/', verdict: 'Read, Low', line: 14 }]);
  expect(prose.sections.map(({ id, heading }) => [id, heading])).toEqual([['first-part', 'First part']]);
  const printed = proseMarkdown(prose);
  expect(printed).toContain('[a link](/tools/x/y/) (Read, Low)');
  expect(printed).toContain('| a | b \\| c |');
  const again = readMarkdown(printed.replace(' (Read, Low)', ''), 'g.md', 1);
  expect(again.findings).toEqual([]);
  expect(proseMarkdown(again.prose)).toBe(printed.replace(' (Read, Low)', ''));
});

test.each([
  ['HTML', 'A <b>bold</b> word.', 1],
  ['a block of HTML', 'Lead.\n\n<script>alert(1)</script>', 3],
  ['an image', 'Lead.\n\nSee ![it](/favicon.svg).', 3],
  ['a heading of level one', 'Lead.\n\n# Title', 3],
  ['a line across', 'Lead.\n\n---\n\nMore.', 3],
])('%s is refused with its line', (_, text, line) => {
  const { prose, findings } = readMarkdown(text, 'g.md', 11);
  expect(findings[0]).toMatchObject({ code: 'markdown', severity: 'error', file: 'g.md', line: 10 + line });
  expect(JSON.stringify(prose)).not.toMatch(/<script|<b>|favicon/);
});

test('headings that share an anchor, and a text without an opening, are told', () => {
  const codes = (text: string) => readMarkdown(text, 'g.md', 1).findings.map(({ code }) => code);
  expect(codes('Lead.\n\n## A b\n\nx\n\n## A  B\n\ny')).toEqual(['heading']);
  expect(codes('## Part\n\nx')).toEqual(['no-lead']);
});

test('hidden characters are spelled out', () => {
  const { prose } = readMarkdown('Lead \u202eback.', 'g.md', 1);
  expect(JSON.stringify(prose)).toContain('⟦U+202E⟧');
});
