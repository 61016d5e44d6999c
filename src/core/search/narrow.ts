import { CATEGORY_WORDS, type Columns, FLAG_WORDS, type Kind, RISK_WORDS, type SearchRoot } from './root.ts';
import { withoutGaps } from './search-words.ts';

/** What narrows a search: within a facet any value does, between facets all must hold. Servers by their id. */
export interface Filters {
  risk: string[];
  category: string[];
  flag: string[];
  server: string[];
}
export type Facet = keyof Filters;
export const FACETS: readonly Facet[] = ['risk', 'category', 'flag', 'server'];
export const NO_FILTERS: Filters = { risk: [], category: [], flag: [], server: [] };

/** The values of the facets that every catalogue has. */
export const FACET_WORDS = { risk: RISK_WORDS, category: CATEGORY_WORDS, flag: FLAG_WORDS };

/** Values that no facet has, as they were typed. */
export type Unknown = { facet: Facet; value: string };

/**
 * What was typed as filters, in the words of the index: in any letter case, and by its beginning. A server is named by
 * its id or its title, however its words are parted, and by the beginning of one only where no server is called exactly
 * that. What nothing is called stays as it is, and no tool passes it.
 */
export function resolveFilters(
  typed: Filters,
  servers: SearchRoot['servers'],
): { filters: Filters; unknown: Unknown[] } {
  const unknown: Unknown[] = [];
  const resolve = (facet: Facet): string[] => {
    const values = typed[facet].flatMap((value) => {
      const found =
        facet === 'server' ? serversCalled(value, servers) : valuesCalled(value, FACET_WORDS[facet]);
      if (found.length > 0) return found;
      unknown.push({ facet, value });
      return [value];
    });
    return [...new Set(values)];
  };
  const filters = {
    risk: resolve('risk'),
    category: resolve('category'),
    flag: resolve('flag'),
    server: resolve('server'),
  };
  return { filters, unknown };
}

function valuesCalled(value: string, words: readonly string[]): string[] {
  const lower = value.toLowerCase();
  return words.filter((word) => word.toLowerCase().startsWith(lower));
}

function serversCalled(value: string, servers: SearchRoot['servers']): string[] {
  const typed = withoutGaps(value);
  if (typed === '') return [];
  const called = servers.map(([id, title]) => ({ id, names: [withoutGaps(id), withoutGaps(title)] }));
  const exact = called.filter(({ names }) => names.includes(typed));
  const found =
    exact.length > 0 ? exact : called.filter(({ names }) => names.some((name) => name.startsWith(typed)));
  return found.map(({ id }) => id);
}

/** How many tools each value of each facet would leave, whatever is chosen in the facet itself. */
export interface Counts {
  risk: number[];
  category: number[];
  flag: number[];
  /** By the number of the server. */
  server: Uint32Array;
}

/** Bits of {@link passes}: what a tool fails of the filters. */
const FAILS = { risk: 1, category: 2, flag: 4, server: 8 };

/**
 * The tools that pass the filters, in their order, and the counts of the facets. `holds` says which tools are found
 * before filters. One pass over the tools.
 */
export function narrow(
  root: Pick<SearchRoot, 'kinds' | 'servers'>,
  columns: Columns,
  filters: Filters,
  holds: (tool: number) => boolean,
): { tools: number[]; counts: Counts } {
  const failsOf = root.kinds.map((kind) => failures(kind, filters));
  const chosen = new Set(filters.server);
  const outside = root.servers.map(([id]) => (chosen.size === 0 || chosen.has(id) ? 0 : FAILS.server));
  const found = new Uint32Array(root.kinds.length * 16);
  const server = new Uint32Array(root.servers.length);
  const tools: number[] = [];
  for (let tool = 0; tool < columns.tools; tool++) {
    if (!holds(tool)) continue;
    const kind = columns.kindOf[tool] ?? 0;
    const number = columns.serverOf[tool] ?? 0;
    const fails = (failsOf[kind] ?? 0) | (outside[number] ?? 0);
    const place = kind * 16 + fails;
    found[place] = (found[place] ?? 0) + 1;
    if ((fails & ~FAILS.server) === 0) server[number] = (server[number] ?? 0) + 1;
    if (fails === 0) tools.push(tool);
  }
  return { tools, counts: { ...kindCounts(root.kinds, found), server } };
}

function failures([risk, category, flags]: Kind, filters: Filters): number {
  const allows = (chosen: readonly string[], word: string | undefined): boolean =>
    chosen.length === 0 || chosen.includes(word ?? '');
  const flagged = filters.flag.length === 0 || flagsIn(flags).some((flag) => filters.flag.includes(flag));
  return (
    (allows(filters.risk, RISK_WORDS[risk]) ? 0 : FAILS.risk) |
    (allows(filters.category, CATEGORY_WORDS[category]) ? 0 : FAILS.category) |
    (flagged ? 0 : FAILS.flag)
  );
}

function flagsIn(bits: number): string[] {
  return FLAG_WORDS.filter((_, bit) => (bits & (1 << bit)) !== 0);
}

/** `found` holds, for each kind and each combination of failed facets, how many tools there are. */
function kindCounts(kinds: readonly Kind[], found: Uint32Array): Omit<Counts, 'server'> {
  const counts = {
    risk: RISK_WORDS.map(() => 0),
    category: CATEGORY_WORDS.map(() => 0),
    flag: FLAG_WORDS.map(() => 0),
  };
  const add = (list: number[], at: number, tools: number): void => {
    list[at] = (list[at] ?? 0) + tools;
  };
  for (const [number, [risk, category, flags]] of kinds.entries()) {
    const but = (facet: Exclude<Facet, 'server'>): number =>
      (found[number * 16] ?? 0) + (found[number * 16 + FAILS[facet]] ?? 0);
    add(counts.risk, risk, but('risk'));
    add(counts.category, category, but('category'));
    for (const flag of flagsIn(flags)) add(counts.flag, FLAG_WORDS.indexOf(flag), but('flag'));
  }
  return counts;
}
