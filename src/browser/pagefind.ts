import type { Facet, Filters, Hit } from './hit.ts';

interface Fragment {
  url: string;
  meta: Record<string, string>;
}

interface Answer {
  results: { id: string; data: () => Promise<Fragment> }[];
  filters: Record<string, Record<string, number>>;
}

interface Pagefind {
  init: () => Promise<void>;
  filters: () => Promise<Record<string, Record<string, number>>>;
  search: (term: string | null, options: { filters: Record<string, { any: string[] }> }) => Promise<Answer>;
}

let loading: Promise<Pagefind> | undefined;

/** The full-text index, fetched at first use. Its address is no module of ours: the build writes it beside the pages. */
function pagefind(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  loading ??= import(/* @vite-ignore */ address).then(async (module: Pagefind) => {
    await module.init();
    return module;
  });
  return loading;
}

export interface Found {
  total: number;
  counts: Record<Facet, Record<string, number>>;
  /** Hits from one position up to another. */
  hits: (from: number, to: number) => Promise<Hit[]>;
}

/** How many tools each value of each facet has in the whole catalogue. */
export async function allCounts(): Promise<Found['counts']> {
  const engine = await pagefind();
  return (await engine.filters()) as Found['counts'];
}

/**
 * Searches the index; an empty term lists all that the filters allow. Counts of a facet ignore its own choice,
 * and are those of the facets that {@link allCounts} has fetched.
 */
export async function searchIndex(term: string, filters: Filters): Promise<Found> {
  const engine = await pagefind();
  const words = term.trim() === '' ? null : term;
  const answer = await engine.search(words, { filters: asked(filters) });
  const counts = { ...answer.filters } as Found['counts'];
  for (const facet of Object.keys(filters) as Facet[]) {
    if (filters[facet].length === 0) continue;
    const without = await engine.search(words, { filters: asked({ ...filters, [facet]: [] }) });
    counts[facet] = without.filters[facet] ?? {};
  }
  return {
    total: answer.results.length,
    counts,
    hits: async (from, to) => {
      const fragments = await Promise.all(answer.results.slice(from, to).map((result) => result.data()));
      return fragments.map(asHit);
    },
  };
}

function asked(filters: Filters): Record<string, { any: string[] }> {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
  return Object.fromEntries(chosen.map(([facet, any]) => [facet, { any }]));
}

function asHit({ url, meta }: Fragment): Hit {
  return {
    href: url,
    name: meta['title'] ?? url,
    server: meta['server'] ?? '',
    category: meta['category'] ?? '',
    risk: meta['risk'] ?? 'Unrated',
  };
}
