import type { Risk } from '../taxonomy.ts';
import type { Shown } from './page-model.ts';

/** A page that is mostly prose and tables: the page and its Markdown twin print the same blocks. */
export interface Section {
  /** Anchor. */
  id: string;
  heading: string;
  blocks: Block[];
}

export type Block =
  | { kind: 'text'; text: Shown; href?: string }
  | { kind: 'list'; items: Shown[]; ordered?: true }
  | { kind: 'code'; label: string; text: Shown }
  | { kind: 'table'; caption: Shown; head: string[]; numeric: number[]; rows: Cell[][] };

export interface Cell {
  text: Shown;
  /** Root-relative address of a page of the site. */
  href?: string;
  /** Set where the text is a level. */
  level?: Risk | 'Unrated';
  code?: true;
}

/** A table; the columns counted in `numeric` hold numbers. */
export function tableOf(
  caption: string,
  head: string[],
  rows: Cell[][],
  numeric: number[] = [],
): Extract<Block, { kind: 'table' }> {
  return { kind: 'table', caption: caption as Shown, head, numeric, rows };
}

/** Words of ours: they hold nothing that would have to be spelled out. */
export function cell(text: string): Cell {
  return { text: text as Shown };
}

export function levelCell(level: Risk | 'Unrated'): Cell {
  return { text: level as string as Shown, level };
}

export function paragraph(text: string): Block {
  return { kind: 'text', text: text as Shown };
}

export function bullets(items: readonly string[]): Block {
  return { kind: 'list', items: items as Shown[] };
}

/** What is done one after the other. */
export function steps(items: readonly string[]): Block {
  return { kind: 'list', items: items as Shown[], ordered: true };
}
