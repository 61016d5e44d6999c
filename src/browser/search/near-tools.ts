import { mostSlips, nearWords } from '../../core/search/near-words.ts';
import type { Query } from '../../core/search/query.ts';
import { type Found, findAll } from './find.ts';
import type { IndexFiles } from './index-files.ts';
import { knownWords, partedTools } from './parted-tools.ts';

/** More lost words than this are no slip of the pen. */
const MOST_LOST = 2;
/** Each one may cost a few files of the index. */
const MOST_HEADS = 2;
const MOST_TRIED = 6;
const ENOUGH = 20;

/**
 * Tools that would be found if each word that fits nothing were parted into known words, or else spelled like a known
 * one: the nearest spelling first. Empty where all words are known, for then spelling is not what is wrong.
 */
export async function nearTools(index: IndexFiles, query: Query, { words }: Found): Promise<number[]> {
  const lost = words.filter(({ fit }) => !fit.levels.some((level) => level > 0));
  if (lost.length === 0 || lost.length > MOST_LOST) return [];
  const parted = await partedTools(index, query, words, lost);
  if (parted.length > 0) return parted.slice(0, ENOUGH);
  const meant = new Map<string, string[]>();
  for (const { word } of lost) {
    const near = await meantBy(index, word);
    meant.set(word, near.length > 0 ? near : await meantInParts(index, word));
  }
  const near = new Set<number>();
  for (let choice = 0; choice < MOST_TRIED && near.size < ENOUGH; choice++) {
    const spelled = words.map(({ word }) => (meant.has(word) ? meant.get(word)?.[choice] : word));
    if (spelled.includes(undefined)) break;
    const { tools } = await findAll(index, { ...query, text: spelled.join(' '), open: false });
    for (const tool of tools.slice(0, ENOUGH)) near.add(tool);
  }
  return [...near].slice(0, ENOUGH);
}

/** Words of names and servers that are a slip or two away; a slip in the first letter is looked for one letter on. */
async function meantBy(index: IndexFiles, word: string): Promise<string[]> {
  if (mostSlips(word) === 0) return [];
  const letters = [...new Set([word[0] ?? '', word[1] ?? ''])];
  const lists = await Promise.all(letters.map((letter) => index.entries('words', letter)));
  const counts = new Map<string, number>();
  const count = (known: string, tools: number): void => {
    counts.set(known, (counts.get(known) ?? 0) + tools);
  };
  for (const { entries } of lists) for (const [known, tools] of entries) count(known, tools.length);
  for (const [server, words] of index.serverWords.entries())
    for (const known of words) count(known, index.root.servers[server]?.[2] ?? 0);
  return nearWords(word, [...counts]);
}

/** A known word and what the rest may mean: `createrefnd` is create and a slip of refund. */
async function meantInParts(index: IndexFiles, word: string): Promise<string[]> {
  const known = await knownWords(index, word.slice(0, 2));
  const heads = [...new Set(known.filter((head) => head.length > 1 && word.startsWith(head)))]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_HEADS);
  const ways = heads.map(async (head) => {
    const tail = word.slice(head.length);
    return (await meantBy(index, tail)).map((near) => `${head} ${near}`);
  });
  return (await Promise.all(ways)).flat();
}
