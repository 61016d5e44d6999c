import { riskWord } from '../taxonomy.ts';
import { codeBlock, escapeMarkdown as text } from './escape-markdown.ts';
import { table } from './markdown-table.ts';
import type { PolicySnippet, ToolRow } from './page-model.ts';

/** Tools as a table: each name a link to the Markdown twin of its page. */
export function toolRowsMarkdown(rows: readonly ToolRow[], withServer: boolean): string {
  const head = ['Tool', ...(withServer ? ['Server'] : []), 'Category', 'Risk', 'What it says of itself'];
  return table(
    head,
    rows.map((row) => [
      `[${text(row.name)}](${row.href}index.md)`,
      ...(withServer ? [text(row.serverTitle)] : []),
      row.category,
      riskWord(row.risk),
      row.gist === null ? '' : text(row.gist),
    ]),
  );
}

/** A policy with what it does and does not do. */
export function policyMarkdown(policy: PolicySnippet): string {
  return [
    `### ${policy.label}: \`${policy.fileName}\``,
    codeBlock(policy.text, 'json'),
    text(policy.does),
    text(policy.doesNot),
  ].join('\n\n');
}
