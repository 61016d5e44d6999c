import type { Shown } from '../page-model.ts';

/** Markdown of ours as data: a closed set of constructs, so that no markup of any kind can come through it. */
export type Inline =
  | { kind: 'text'; text: Shown }
  | { kind: 'code'; text: Shown }
  | { kind: 'strong'; children: Inline[] }
  | { kind: 'emphasis'; children: Inline[] }
  | ProseLink;

interface ProseLink {
  kind: 'link';
  /** As written; null where this site has no such page, and the words stand alone. */
  href: string | null;
  children: Inline[];
  /** What the text says the linked tool is ("Financial, Critical"): the title of the link, compared by `check`. */
  verdict: Shown | null;
}

export type ProseBlock =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; text: Shown }
  | { kind: 'list'; ordered: boolean; items: ProseBlock[][] }
  | { kind: 'table'; numeric: number[]; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'code'; language: string; text: Shown }
  | { kind: 'quote'; blocks: ProseBlock[] };

/** A part of a text under a heading of level two. */
interface ProseSection {
  /** Anchor. */
  id: string;
  heading: Shown;
  blocks: ProseBlock[];
}

export interface Prose {
  /** What stands before the first heading. */
  lead: ProseBlock[];
  sections: ProseSection[];
}

/** The anchor of a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Words without the constructs around them. */
export function plainText(children: readonly Inline[]): string {
  return children.map((inline) => ('text' in inline ? inline.text : plainText(inline.children))).join('');
}

/** The same prose with each link as `resolve` leaves it: pages differ from catalogue to catalogue. */
export function withLinks({ lead, sections }: Prose, resolve: (href: string) => string | null): Prose {
  return {
    lead: lead.map(block),
    sections: sections.map((section) => ({ ...section, blocks: section.blocks.map(block) })),
  };

  function block(part: ProseBlock): ProseBlock {
    if (part.kind === 'paragraph') return { ...part, children: part.children.map(inline) };
    if (part.kind === 'list') return { ...part, items: part.items.map((item) => item.map(block)) };
    if (part.kind === 'quote') return { ...part, blocks: part.blocks.map(block) };
    if (part.kind !== 'table') return part;
    const cells = (row: Inline[][]): Inline[][] => row.map((cell) => cell.map(inline));
    return { ...part, head: cells(part.head), rows: part.rows.map(cells) };
  }

  function inline(part: Inline): Inline {
    if ('text' in part) return part;
    const children = part.children.map(inline);
    if (part.kind !== 'link') return { ...part, children };
    return { ...part, children, href: part.href === null ? null : resolve(part.href) };
  }
}
