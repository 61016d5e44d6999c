import { type Counts, type Filters, narrow, resolveFilters, type Unknown } from '../../core/search/narrow.ts';
import type { Query } from '../../core/search/query.ts';
import { Fit, LEVEL, liftNames, ranked, scoresOf, serverLevel } from '../../core/search/rank.ts';
import { rootOf, wordsToFind } from '../../core/search/search-words.ts';
import type { IndexFiles } from './index-files.ts';

/** What a search came to. */
export interface Found {
  /** Numbers of the tools, best first. */
  tools: number[];
  counts: Counts;
  /** The filters in the words of the index, and those that nothing is called. */
  filters: Filters;
  unknown: Unknown[];
  /** Before filters. */
  scores: Uint16Array;
  /** Each word looked for, with where it fits; for what to suggest when nothing was found. */
  words: { word: string; fit: Fit }[];
}

/** Beginnings shorter than this are in nearly every description. */
const SHORTEST_BEGINNING = 3;
/** Files of whole names that one keystroke may load to see which names go on from what was typed. */
const MOST_NAME_FILES = 2;

/**
 * Answers a query twice: by the names of tools and servers alone, where that finds anything, then by the descriptions
 * as well. Every word must fit a tool somewhere.
 */
export async function* find(index: IndexFiles, query: Query): AsyncGenerator<Found> {
  const words = wordsToFind(query.text).map((word) => ({ word, fit: new Fit(index.columns.tools) }));
  const isLast = (at: number): boolean => query.open && at === words.length - 1;
  const [names] = await Promise.all([
    wholeNames(index, query.text),
    ...words.map(({ word, fit }, at) => fitNames(index, word, isLast(at), fit)),
  ]);
  const byName = judge(index, query, words, names);
  if (words.length === 0) {
    yield byName;
    return;
  }
  if (byName.tools.length > 0) yield byName;
  await Promise.all(words.map(({ word, fit }) => fitTexts(index, word, fit)));
  yield judge(index, query, words, names);
}

/** The last answer alone. */
export async function findAll(index: IndexFiles, query: Query): Promise<Found> {
  let last: Found | undefined;
  for await (const found of find(index, query)) last = found;
  if (last === undefined) throw new Error('A search gives at least one answer.');
  return last;
}

type Names = Awaited<ReturnType<typeof wholeNames>>;

async function wholeNames(index: IndexFiles, text: string) {
  const typed = text.toLowerCase();
  if (typed === '') return { typed, entries: [], whole: false };
  return { typed, ...(await index.entries('names', typed, MOST_NAME_FILES)) };
}

async function fitNames(index: IndexFiles, word: string, open: boolean, fit: Fit): Promise<void> {
  const root = rootOf(word);
  fitServers(index, word, fit);
  const prefix = open || root.length >= SHORTEST_BEGINNING ? root : word;
  for (const [found, tools] of (await index.entries('words', prefix)).entries) {
    if (found === word) fit.raise(tools, LEVEL.name);
    else if (prefix === root) fit.raise(tools, found.startsWith(word) ? LEVEL.nameBeginning : LEVEL.nameRoot);
  }
}

function fitServers({ serverWords, columns: { starts } }: IndexFiles, word: string, fit: Fit): void {
  for (const [server, words] of serverWords.entries()) {
    const level = serverLevel(words, word);
    if (level > 0) fit.raiseRange(starts[server] ?? 0, starts[server + 1] ?? 0, level);
  }
}

async function fitTexts(index: IndexFiles, word: string, fit: Fit): Promise<void> {
  const root = rootOf(word);
  const prefix = root.length >= SHORTEST_BEGINNING ? root : word;
  for (const [found, tools] of (await index.entries('texts', prefix)).entries) {
    if (found === word) fit.raise(tools, LEVEL.text);
    else if (prefix === root) fit.raise(tools, LEVEL.textBeginning);
  }
}

function judge(index: IndexFiles, query: Query, words: Found['words'], names: Names): Found {
  const { root, columns } = index;
  const scores = scoresOf(
    columns.tools,
    words.map(({ fit }) => fit),
  );
  // A name without letters or digits has no words: it is found whole or not at all.
  if (words.length === 0 && query.text !== '') scores.fill(0);
  liftNames(scores, names.entries, names.typed, names.whole);
  const { filters, unknown } = resolveFilters(query.filters, root.servers);
  const { tools, counts } = narrow(root, columns, filters, (tool) => (scores[tool] ?? 0) > 0);
  return {
    tools: query.text === '' ? tools : ranked(tools, scores, columns),
    counts,
    filters,
    unknown,
    scores,
    words,
  };
}
