import { escapeMarkdown as text } from './escape-markdown.ts';
import { blocks, table } from './markdown-table.ts';
import type { Count } from './page-model.ts';
import type { ServerPage } from './server-page-model.ts';
import { policyMarkdown, toolRowsMarkdown } from './tool-rows-markdown.ts';

/** The Markdown twin of a server page. */
export function serverMarkdown(page: ServerPage): string {
  return `${blocks([
    `# ${text(page.title)}`,
    text(page.summary),
    text(page.headline),
    ...page.notes.map((note) => text(note)),
    '## Identity',
    table(
      ['What', 'Value'],
      page.identity.map(({ label, value }) => [label, text(value)]),
    ),
    '## Risk and category',
    counts('Risk', page.risks),
    counts('Category', page.categories),
    '## Tools',
    page.tools.length === 0 ? 'None were listed.' : toolRowsMarkdown(page.tools, false),
    "## The author's claims",
    text(page.annotations),
    page.contradictions.map((link) => `- [${text(link.text)}](${link.href})`).join('\n'),
    '## Policy',
    policyMarkdown(page.policy),
    page.findings.length === 0 ? null : '## Findings',
    page.findings
      .map(({ severity, code, message, hint }) => `- ${severity}, ${code}: ${text(message)} ${text(hint)}`)
      .join('\n'),
    `JSON: [index.json](${page.href}index.json).`,
  ])}\n`;
}

function counts(label: string, rows: readonly Count[]): string {
  return table(
    [label, 'Tools'],
    rows.filter(({ tools }) => tools > 0).map((row) => [row.label, String(row.tools)]),
  );
}
