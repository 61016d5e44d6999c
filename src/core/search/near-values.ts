import { FACET_WORDS, type Filters, type Unknown } from './narrow.ts';
import { nearServers } from './near-servers.ts';
import { nearWords } from './near-words.ts';
import type { SearchRoot } from './root.ts';

/** More servers than this are no help to anybody who misspelt one. */
const MOST_SERVERS = 3;

/**
 * What may have been meant by a value that a facet does not have: servers by their id. A word may be cut short as well
 * as misspelt. `isNear` is false where nothing is near: then all values of a facet of few are given, and of servers none.
 */
export function nearValues(
  { facet, value }: Unknown,
  servers: SearchRoot['servers'],
): { values: string[]; isNear: boolean } {
  if (facet === 'server') {
    const near = nearServers(value, servers).slice(0, MOST_SERVERS);
    return { values: near.map(([id]) => id), isNear: near.length > 0 };
  }
  const typed = value.toLowerCase();
  const near = FACET_WORDS[facet].filter((word) => {
    const whole = word.toLowerCase();
    return (
      nearWords(typed, [
        [whole, 0],
        [whole.slice(0, typed.length), 0],
      ]).length > 0
    );
  });
  return near.length > 0
    ? { values: near, isNear: true }
    : { values: [...FACET_WORDS[facet]], isNear: false };
}

/** Filters in which each value that nothing is called stands for what is near to it, and for itself where nothing is. */
export function mendedFilters(
  filters: Filters,
  unknown: readonly Unknown[],
  servers: SearchRoot['servers'],
): Filters {
  const mended = { ...filters };
  for (const one of unknown)
    mended[one.facet] = mended[one.facet].flatMap((value) => {
      const near = value === one.value ? nearValues(one, servers).values : [];
      return near.length > 0 ? near : [value];
    });
  return mended;
}
