import type { Query } from '../../core/search/query.ts';
import { LEVEL } from '../../core/search/rank.ts';
import { partings } from '../../core/search/run-together.ts';
import { type Found, findAll } from './find.ts';
import type { IndexFiles } from './index-files.ts';

const MOST_TRIED = 3;

/**
 * Tools that are found by their names and servers once the lost words are parted: `createrefund` means create_refund.
 * Empty where a lost word is not made of known words.
 */
export async function partedTools(
  index: IndexFiles,
  query: Query,
  words: Found['words'],
  lost: Found['words'],
): Promise<number[]> {
  const ways = new Map<string, string[][]>();
  for (const { word } of lost) ways.set(word, await partings(word, (start) => knownWords(index, start)));
  for (let choice = 0; choice < MOST_TRIED; choice++) {
    const texts = words.map(({ word }) => (ways.has(word) ? ways.get(word)?.[choice]?.join(' ') : word));
    if (texts.includes(undefined)) return [];
    const found = await findAll(index, { ...query, text: texts.join(' '), open: false });
    // Any words stand together in some description; only in a name are they run together.
    const named = found.tools.filter((tool) =>
      found.words.every(({ fit }) => (fit.levels[tool] ?? 0) >= LEVEL.server),
    );
    if (named.length > 0) return named;
  }
  return [];
}

/** Words of names and servers that begin with some letters. */
export async function knownWords(index: IndexFiles, start: string): Promise<string[]> {
  const { entries } = await index.entries('words', start);
  const ofServers = index.serverWords.flat().filter((word) => word.startsWith(start));
  return [...entries.map(([word]) => word), ...ofServers];
}
