/** A paragraph, or the items of a list. */
export type Prose = string | string[];

/** The three parts of what a person wrote about a pattern, as plain words. */
export interface Body {
  mechanism: Prose[];
  preconditions: Prose[];
  response: Prose[];
}

const HEADINGS: Readonly<Record<string, keyof Body>> = {
  Mechanism: 'mechanism',
  Preconditions: 'preconditions',
  'What to do': 'response',
};

/** Anything in a line that would need a Markdown reader: the pages print words as they are. */
const MARKUP = /`|\*\*|\]\(|<\/?[a-z]|^#|^\d+\. |^\|/i;

/** What is wrong with a body, at a line counted from 0. */
export interface BodyProblem {
  line: number;
  message: string;
}

/**
 * Reads the text under the front matter: headings from a closed list, paragraphs, and lists of "- " items. Null with
 * every problem where it is anything else, or where a heading is missing, repeated or has nothing under it.
 */
export function readBody(text: string): { body: Body | null; problems: BodyProblem[] } {
  const problems: BodyProblem[] = [];
  const found = new Map<keyof Body, Prose[]>();
  let current: Prose[] | undefined;
  for (const chunk of chunksOf(text)) {
    const { heading, rest, start } = headed(chunk);
    problems.push(...markupIn(rest, start));
    if (heading !== undefined) {
      current = [];
      const trouble = opened(found, heading, current);
      if (trouble !== null) problems.push({ line: chunk.line, message: trouble });
    }
    if (rest.length === 0) continue;
    if (current === undefined)
      problems.push({ line: start, message: 'This stands before the first heading.' });
    else current.push(proseOf(rest));
  }
  problems.push(...missingFrom(found));
  const body = Object.fromEntries(found) as unknown as Body;
  return { body: problems.length === 0 ? body : null, problems };
}

/** A heading and the lines below it; a chunk without one is all lines. */
function headed({ line, lines }: Chunk): { heading: string | undefined; rest: string[]; start: number } {
  const heading = /^## (.*)$/.exec(lines[0] ?? '')?.[1];
  return heading === undefined
    ? { heading, rest: lines, start: line }
    : { heading, rest: lines.slice(1), start: line + 1 };
}

/** Opens the part that a heading names; what is wrong with it, or null. */
function opened(found: Map<keyof Body, Prose[]>, heading: string, prose: Prose[]): string | null {
  const part = HEADINGS[heading];
  if (part === undefined) return `The heading "${heading}" is none of ${Object.keys(HEADINGS).join(', ')}.`;
  if (found.has(part)) return 'This heading stands here twice.';
  found.set(part, prose);
  return null;
}

function markupIn(lines: readonly string[], start: number): BodyProblem[] {
  return lines.flatMap((line, at) =>
    MARKUP.test(line) ? [{ line: start + at, message: `"${line.slice(0, 40)}" holds markup.` }] : [],
  );
}

function missingFrom(found: ReadonlyMap<keyof Body, Prose[]>): BodyProblem[] {
  return Object.entries(HEADINGS).flatMap(([heading, part]) =>
    (found.get(part) ?? []).length === 0
      ? [{ line: 0, message: `Nothing stands under "## ${heading}".` }]
      : [],
  );
}

/** Lines between empty lines, with the line the first is on. */
interface Chunk {
  line: number;
  lines: string[];
}

function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Chunk | null = null;
  for (const [line, one] of text.split('\n').entries()) {
    if (one.trim() === '') open = null;
    else if (open === null) {
      open = { line, lines: [one] };
      chunks.push(open);
    } else open.lines.push(one);
  }
  return chunks;
}

/** A list where every item begins with a dash; lines that are wrapped go on with the item before. */
function proseOf(lines: readonly string[]): Prose {
  if (!lines[0]?.startsWith('- ')) return lines.map((line) => line.trim()).join(' ');
  const items: string[] = [];
  for (const line of lines) {
    if (line.startsWith('- ')) items.push(line.slice(2).trim());
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items;
}
