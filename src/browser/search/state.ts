import { FACETS, type Filters } from '../../core/search/narrow.ts';

export interface SearchState {
  q: string;
  filters: Filters;
}

/** The search that an address names: `?q=refund&risk=High&risk=Critical`. */
export function readState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const of = (facet: string) => [...new Set(parameters.getAll(facet))];
  return {
    q: parameters.get('q') ?? '',
    filters: { risk: of('risk'), category: of('category'), flag: of('flag'), server: of('server') },
  };
}

/** The query part of the address that names a search; empty for an empty search. */
export function writeState({ q, filters }: SearchState): string {
  const parameters = new URLSearchParams();
  if (q !== '') parameters.set('q', q);
  for (const facet of FACETS) for (const value of filters[facet]) parameters.append(facet, value);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether there is anything to search for. */
export function isEmpty({ q, filters }: SearchState): boolean {
  return q.trim() === '' && FACETS.every((facet) => filters[facet].length === 0);
}
