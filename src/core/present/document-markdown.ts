import type { Block, Cell, Section } from './document.ts';
import { codeBlock, codeCell, escapeMarkdown as text } from './escape-markdown.ts';
import { blocks, table } from './markdown-table.ts';

/** The sections of a page as Markdown, every word escaped. */
export function sectionsMarkdown(sections: readonly Section[]): string {
  return blocks(
    sections.flatMap(({ heading, blocks: parts }) => [`## ${text(heading)}`, ...parts.map(block)]),
  );
}

function block(part: Block): string {
  if (part.kind === 'text')
    return part.href === undefined ? text(part.text) : `[${text(part.text)}](${part.href})`;
  if (part.kind === 'list')
    return part.items
      .map((item, index) => `${part.ordered === true ? `${index + 1}.` : '-'} ${text(item)}`)
      .join('\n');
  if (part.kind === 'code') return codeBlock(part.text, '');
  return `### ${text(part.caption)}\n\n${table(
    part.head.map(text),
    part.rows.map((row) => row.map(cellText)),
  )}`;
}

function cellText({ text: words, href, code }: Cell): string {
  const inner = code === true ? codeCell(words) : text(words);
  return href === undefined ? inner : `[${inner}](${href})`;
}
