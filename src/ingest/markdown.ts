import { markdownToMdast } from 'satteri';
import type { Finding } from '../core/finding.ts';
import {
  anchorOf,
  type Inline,
  type Prose,
  type ProseBlock,
  plainText,
} from '../core/present/guides/prose.ts';
import { shown, shownLine } from '../core/present/shown.ts';
import { problem } from './problem.ts';

/** A link and where it stands. */
export interface LinkPlace {
  href: string;
  verdict: string | null;
  line: number;
}

/** A node of the syntax tree, as far as it is read here. Source: the mdast specification. */
interface Node {
  type: string;
  children?: Node[];
  value?: string;
  url?: string;
  title?: string | null;
  depth?: number;
  ordered?: boolean | null;
  lang?: string | null;
  align?: (string | null)[];
  position?: { start: { line: number } } | undefined;
}

/** Every construct but these is a finding: pages print what a closed set can say, and nothing else. */
const ADVICE = 'Write it with paragraphs, ## and ### headings, lists, tables, code, emphasis and links.';

/**
 * The only door for Markdown: no other module imports the parser. `line` is that of the first line of the text in
 * its file. HTML, images and everything else without a place in {@link Prose} is refused with its line.
 */
export function readMarkdown(
  text: string,
  file: string,
  line: number,
): { prose: Prose; links: LinkPlace[]; findings: Finding[] } {
  const reader = new Reader(file, line - 1);
  const prose: Prose = { lead: [], sections: [] };
  const root = markdownToMdast(text, {
    features: { smartPunctuation: { quotes: true, dashes: false, ellipses: false } },
  }) as Node;
  for (const node of root.children ?? []) {
    if (node.type === 'heading' && node.depth === 2) {
      const heading = shownLine(plainText(reader.inlines(node)));
      prose.sections.push({ id: anchorOf(heading), heading, blocks: [] });
    } else (prose.sections.at(-1)?.blocks ?? prose.lead).push(...reader.block(node));
  }
  reader.checkAnchors(prose);
  return { prose, links: reader.links, findings: reader.findings };
}

class Reader {
  readonly links: LinkPlace[] = [];
  readonly findings: Finding[] = [];
  readonly #file: string;
  readonly #before: number;

  constructor(file: string, before: number) {
    this.#file = file;
    this.#before = before;
  }

  block(node: Node): ProseBlock[] {
    const children = node.children ?? [];
    if (node.type === 'paragraph') return [{ kind: 'paragraph', children: this.inlines(node) }];
    if (node.type === 'heading' && node.depth === 3)
      return [{ kind: 'heading', text: shownLine(plainText(this.inlines(node))) }];
    if (node.type === 'code')
      return [{ kind: 'code', language: node.lang ?? '', text: shown(node.value ?? '') }];
    if (node.type === 'blockquote')
      return [{ kind: 'quote', blocks: children.flatMap((child) => this.block(child)) }];
    if (node.type === 'list') {
      const items = children.map((item) => (item.children ?? []).flatMap((child) => this.block(child)));
      return [{ kind: 'list', ordered: node.ordered === true, items }];
    }
    if (node.type === 'table') return [this.#table(node)];
    return this.#refused(node);
  }

  inlines({ children = [] }: Node): Inline[] {
    return children.flatMap((node): Inline[] => {
      if (node.type === 'text') return [{ kind: 'text', text: shown(joined(node.value ?? '')) }];
      if (node.type === 'inlineCode') return [{ kind: 'code', text: shown(node.value ?? '') }];
      if (node.type === 'strong' || node.type === 'emphasis')
        return [{ kind: node.type, children: this.inlines(node) }];
      return node.type === 'link' ? [this.#link(node)] : this.#refused(node);
    });
  }

  checkAnchors({ lead, sections }: Prose): void {
    const ids = sections.map(({ id }) => id);
    const repeated = ids.find((id, index) => id === '' || ids.indexOf(id) !== index);
    if (repeated !== undefined)
      this.#report(
        'heading',
        `Two headings would share the anchor "${repeated}".`,
        'Word one of them otherwise.',
        1,
      );
    if (lead[0]?.kind !== 'paragraph')
      this.#report(
        'no-lead',
        'The text has no opening paragraph.',
        'Begin with what the reader will know.',
        1,
      );
  }

  #table({ align = [], children = [] }: Node): ProseBlock {
    const [head = [], ...rows] = children.map((row) =>
      (row.children ?? []).map((cell) => this.inlines(cell)),
    );
    const numeric = align.flatMap((side, index) => (side === 'right' ? [index] : []));
    return { kind: 'table', numeric, head, rows };
  }

  #link(node: Node): Inline {
    const href = node.url ?? '';
    const verdict = node.title ?? null;
    this.links.push({ href, verdict, line: this.#lineOf(node) });
    return {
      kind: 'link',
      href,
      children: this.inlines(node),
      verdict: verdict === null ? null : shownLine(verdict),
    };
  }

  #refused(node: Node): [] {
    const what = node.type === 'heading' ? `heading of level ${node.depth}` : node.type;
    this.#report('markdown', `This construct (${what}) has no place in a guide.`, ADVICE, this.#lineOf(node));
    return [];
  }

  #report(code: string, message: string, hint: string, line: number): void {
    this.findings.push(problem(code, message, hint, { file: this.#file, line }));
  }

  #lineOf(node: Node): number {
    return this.#before + (node.position?.start.line ?? 1);
  }
}

/** A line break of the source is a space of the page. */
function joined(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
