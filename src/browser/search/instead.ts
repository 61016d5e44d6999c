import { type Facet, type Filters, narrow } from '../../core/search/narrow.ts';
import { nearServers } from '../../core/search/near-servers.ts';
import { mendedFilters, nearValues } from '../../core/search/near-values.ts';
import type { Query } from '../../core/search/query.ts';
import type { SearchRoot } from '../../core/search/root.ts';
import type { Found } from './find.ts';
import type { IndexFiles } from './index-files.ts';
import { type Looser, looserSearches } from './loosen.ts';
import { nearTools } from './near-tools.ts';
import type { SearchState } from './state.ts';

const MOST_SERVERS = 2;

/** The same search with another value of a filter. */
interface Mended {
  /** `server:stripe`. */
  filter: string;
  /** False for a value that is offered since no value is near. */
  isNear: boolean;
  state: SearchState;
  tools: number;
}

/** What to offer where nothing was found. */
export interface Instead {
  /** Servers that are called nearly as was typed. */
  servers: SearchRoot['servers'];
  mended: Mended[];
  /** Numbers of tools. */
  near: number[];
  looser: Looser[];
}

/** What may have been meant by a search that found nothing; every way that is offered leads to something. */
export async function insteadOf(index: IndexFiles, query: Query, found: Found): Promise<Instead> {
  const { root } = index;
  const filters = mendedFilters(found.filters, found.unknown, root.servers);
  const isLost = found.words.some(({ fit }) => !fit.levels.some((level) => level > 0));
  return {
    servers: isLost ? nearServers(query.text, root.servers).slice(0, MOST_SERVERS) : [],
    mended: mendedSearches(index, query, found, filters),
    near: await nearTools(index, { ...query, filters }, found),
    looser: looserSearches(index, query, found),
  };
}

/** One search for each near value of each filter that has no such value, with the other filters mended. */
function mendedSearches(index: IndexFiles, { text }: Query, found: Found, mended: Filters): Mended[] {
  const { root, columns } = index;
  const all = found.unknown.flatMap((one) => {
    const { values, isNear } = nearValues(one, root.servers);
    return values.map((value) => {
      const filters = { ...mended, [one.facet]: withValue(found.filters, one.facet, one.value, value) };
      const { tools } = narrow(root, columns, filters, (tool) => (found.scores[tool] ?? 0) > 0);
      return { filter: `${one.facet}:${value}`, isNear, state: { q: text, filters }, tools: tools.length };
    });
  });
  const useful = all.filter(({ tools }) => tools > 0);
  return useful.sort((a, b) => Number(b.isNear) - Number(a.isNear));
}

function withValue(filters: Filters, facet: Facet, unknown: string, value: string): string[] {
  return [...new Set(filters[facet].map((one) => (one === unknown ? value : one)))];
}
