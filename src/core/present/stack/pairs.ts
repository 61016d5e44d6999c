/** Two servers that give several of their tools the same names. */
export interface SharingPair {
  ids: [string, string];
  /** Names that both have. */
  shared: number;
}

/** A name that more servers have says nothing of what they have in common. */
const MOST_OWNERS = 40;
/** Fewer names in common are chance. */
const FEWEST = 3;

/**
 * Servers that do much the same by the names of their tools, those with most names in common first; each server is in
 * at most one pair. Linear in the names, as long as few servers share each.
 */
export function pairsOf(servers: readonly { id: string; names: readonly string[] }[]): SharingPair[] {
  const owners = new Map<string, string[]>();
  for (const { id, names } of servers)
    for (const name of new Set(names)) owners.set(name, [...(owners.get(name) ?? []), id]);
  const counts = new Map<string, SharingPair>();
  for (const ids of owners.values()) if (ids.length <= MOST_OWNERS) countPairs(counts, ids.toSorted());
  const taken = new Set<string>();
  return [...counts.values()]
    .filter(({ shared }) => shared >= FEWEST)
    .toSorted((a, b) => b.shared - a.shared || (a.ids.join(' ') < b.ids.join(' ') ? -1 : 1))
    .filter(({ ids }) => {
      if (ids.some((id) => taken.has(id))) return false;
      for (const id of ids) taken.add(id);
      return true;
    });
}

function countPairs(counts: Map<string, SharingPair>, ids: readonly string[]): void {
  for (const [index, one] of ids.entries())
    for (const other of ids.slice(index + 1)) {
      const key = `${one} ${other}`;
      const pair = counts.get(key) ?? { ids: [one, other], shared: 0 };
      pair.shared += 1;
      counts.set(key, pair);
    }
}
