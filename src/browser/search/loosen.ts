import { FACETS, type Facet, type Filters, NO_FILTERS, narrow } from '../../core/search/narrow.ts';
import type { Query } from '../../core/search/query.ts';
import { scoresOf } from '../../core/search/rank.ts';
import type { Found } from './find.ts';
import type { IndexFiles } from './index-files.ts';
import { isEmpty, type SearchState } from './state.ts';

/** A wider search that finds something. */
export interface Looser {
  /** What it leaves out: `risk:Low`, or a word. */
  without: string;
  isWord: boolean;
  state: SearchState;
  tools: number;
}

/** Searches with one filter or one word less, where they find something; all filters at once only where one is not enough. */
export function looserSearches(index: IndexFiles, query: Query, found: Found): Looser[] {
  const all = [...withoutFilters(index, query, found), ...withoutWords(index, found)];
  // A search for nothing lists nothing.
  return all.filter(({ state }) => !isEmpty(state));
}

function withoutFilters(index: IndexFiles, { text }: Query, { filters, scores }: Found): Looser[] {
  const chosen = FACETS.filter((facet) => filters[facet].length > 0);
  const without = (facets: readonly Facet[], kept: Filters): Looser => ({
    without: facets.flatMap((facet) => filters[facet].map((value) => `${facet}:${value}`)).join(' '),
    isWord: false,
    state: { q: text, filters: kept },
    tools: left(index, scores, kept),
  });
  const useful = chosen
    .map((facet) => without([facet], { ...filters, [facet]: [] }))
    .filter(({ tools }) => tools > 0);
  if (useful.length > 0 || chosen.length < 2) return useful;
  return [without(chosen, NO_FILTERS)].filter(({ tools }) => tools > 0);
}

function withoutWords(index: IndexFiles, { words, filters }: Found): Looser[] {
  if (words.length < 2) return [];
  const all = words.map(({ word }, at): Looser => {
    const others = words.toSpliced(at, 1);
    const scores = scoresOf(
      index.columns.tools,
      others.map(({ fit }) => fit),
    );
    const q = others.map((one) => one.word).join(' ');
    return { without: word, isWord: true, state: { q, filters }, tools: left(index, scores, filters) };
  });
  return all.filter(({ tools }) => tools > 0);
}

function left({ root, columns }: IndexFiles, scores: Uint16Array, filters: Filters): number {
  return narrow(root, columns, filters, (tool) => (scores[tool] ?? 0) > 0).tools.length;
}
