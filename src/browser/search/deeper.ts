import { furtherHits, isPhrase } from '../../core/search/full-text.ts';
import { narrow } from '../../core/search/narrow.ts';
import type { Found } from './find.ts';
import type { IndexFiles } from './index-files.ts';
import { type Deep, textHits } from './pagefind.ts';

const GROUP = 20;
/** So many hits in vain, and what comes after them is no better. */
const MOST_IN_VAIN = 60;

/**
 * Hits of the full text that a first answer has not, page by page. A phrase is looked for word by word in the first
 * answer, so that its tools count here though they were listed.
 */
export async function* deeper(
  index: IndexFiles,
  text: string,
  found: Found,
  page: number,
): AsyncGenerator<Deep[]> {
  let waiting: Deep[] = [];
  let inVain = 0;
  const seen = new Set<number>();
  for await (const group of textHits(text, GROUP)) {
    const named = await ofThisBuild(index, group);
    const allowed = allowedOf(index, found, named, isPhrase(text));
    const further = furtherHits(named, text, (tool) => allowed.has(tool) && !seen.has(tool));
    for (const { tool } of further) seen.add(tool);
    waiting.push(...further);
    inVain = further.length > 0 ? 0 : inVain + group.length;
    while (waiting.length >= page) {
      yield waiting.slice(0, page);
      waiting = waiting.slice(page);
    }
    if (inVain >= MOST_IN_VAIN) break;
  }
  if (waiting.length > 0) yield waiting;
}

/** Two caches may hold two builds, and a number names a tool of one of them. */
async function ofThisBuild(index: IndexFiles, hits: readonly Deep[]): Promise<Deep[]> {
  const known = hits.filter(({ tool }) => tool >= 0 && tool < index.columns.tools);
  const named = await index.named(known.map(({ tool }) => tool));
  return known.filter(({ href }, at) => named[at]?.href === href);
}

function allowedOf(index: IndexFiles, found: Found, hits: readonly Deep[], isPhrase: boolean): Set<number> {
  const asked = new Set(hits.map(({ tool }) => tool));
  const isOpen = (tool: number): boolean => asked.has(tool) && (isPhrase || (found.scores[tool] ?? 0) === 0);
  return new Set(narrow(index.root, index.columns, found.filters, isOpen).tools);
}
