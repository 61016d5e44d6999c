import { codeBlock, escapeMarkdown as text } from './escape-markdown.ts';
import { table } from './markdown-table.ts';
import type { RulingNote, ToolPage } from './tool-page-model.ts';

/** What the author claims, hint by hint, and the annotations to write; blocks of the Markdown twin. */
export function claimsMarkdown({
  annotations,
  patch,
}: Pick<ToolPage['why'], 'annotations' | 'patch'>): (string | null)[] {
  return [
    '### What the author states',
    table(
      ['Hint', 'Stated', 'Holds', 'Means'],
      annotations.map((row) => [
        row.hint,
        row.stated === null ? 'not stated' : String(row.stated),
        String(row.effective),
        row.says,
      ]),
    ),
    '### Annotations to write',
    text(patch.intro),
    patch.text === null ? null : codeBlock(patch.text, 'json'),
    patch.says.map((line) => `- ${text(line)}`).join('\n'),
  ];
}

/** The terms of a ruling that stands over the rules; nothing where the rules decide. */
export function rulingMarkdown(note: RulingNote | null): string | null {
  if (note === null) return null;
  const evidence = note.evidence.map((words) => `“${text(words)}”`).join('; ');
  return `${text(note.terms)} Evidence: ${evidence}.`;
}
