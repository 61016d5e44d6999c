/** One tool found. All of it is text of strangers: shown only as text nodes. */
export interface Hit {
  href: string;
  name: string;
  server: string;
  category: string;
  /** The word of the level; `Unrated` where there is none. */
  risk: string;
}

/** What narrows a search: within a facet any value does, between facets all must hold. */
export interface Filters {
  risk: string[];
  category: string[];
  flag: string[];
  server: string[];
}
export type Facet = keyof Filters;
export const FACETS: readonly Facet[] = ['risk', 'category', 'flag', 'server'];

export const NO_FILTERS: Filters = { risk: [], category: [], flag: [], server: [] };

/**
 * Tools of exactly the name first, in their own order; then what the full-text index found, without repeats.
 * The index alone ranks by how often words occur, so an exact name can come out second.
 */
export function exactFirst(exact: readonly Hit[], found: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return [...exact, ...found].filter(({ href }) => !seen.has(href) && seen.add(href));
}

/** Whether a tool passes the filters a name index can judge; it knows no flags. */
export function passes(hit: Hit, filters: Filters): boolean {
  const allows = (facet: Exclude<Facet, 'flag'>) =>
    filters[facet].length === 0 || filters[facet].includes(hit[facet]);
  return allows('risk') && allows('category') && allows('server');
}
