import { codeBlock, codeSpan, escapeMarkdown } from '../escape-markdown.ts';
import { blocks, table } from '../markdown-table.ts';
import type { Inline, Prose, ProseBlock } from './prose.ts';

/** Prose as Markdown again, for the twin of its page: figures filled in, links as this site has them. */
export function proseMarkdown({ lead, sections }: Prose): string {
  return blocks([
    ...lead.map(block),
    ...sections.flatMap((section) => [`## ${escapeMarkdown(section.heading)}`, ...section.blocks.map(block)]),
  ]);
}

function block(part: ProseBlock): string {
  if (part.kind === 'paragraph') return inlines(part.children);
  if (part.kind === 'heading') return `### ${escapeMarkdown(part.text)}`;
  if (part.kind === 'code') return codeBlock(part.text, part.language);
  if (part.kind === 'quote') return indented(blocks(part.blocks.map(block)), '> ', '> ');
  if (part.kind === 'table')
    return table(
      part.head.map(cell),
      part.rows.map((row) => row.map(cell)),
    );
  return part.items
    .map((item, index) => {
      const mark = part.ordered ? `${index + 1}. ` : '- ';
      return indented(blocks(item.map(block)), mark, ' '.repeat(mark.length));
    })
    .join('\n');
}

function indented(text: string, first: string, next: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : line === '' ? next.trimEnd() : next}${line}`)
    .join('\n');
}

function cell(children: readonly Inline[]): string {
  return inlines(children).replaceAll(/(?<!\\)\|/g, '\\|');
}

function inlines(children: readonly Inline[]): string {
  return children.map(inline).join('');
}

function inline(part: Inline): string {
  if (part.kind === 'text') return escapeMarkdown(part.text);
  if (part.kind === 'code') return codeSpan(part.text);
  const words = inlines(part.children);
  if (part.kind === 'strong') return `**${words}**`;
  if (part.kind === 'emphasis') return `*${words}*`;
  const said = part.verdict === null ? '' : ` (${escapeMarkdown(part.verdict)})`;
  return `${part.href === null ? words : `[${words}](${part.href})`}${said}`;
}
