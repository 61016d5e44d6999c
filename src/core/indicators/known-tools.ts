import { type NearNames, nearNamesOf, type Owners } from './near-names.ts';

/** The tools of every server that is known, by name. */
export interface KnownTools {
  owners: Owners;
  near: NearNames;
}

/** Each server with the names of its tools; ids are kept in the order given. */
export function knownToolsOf(servers: Iterable<readonly [id: string, names: readonly string[]]>): KnownTools {
  const owners = new Map<string, string[]>();
  for (const [id, names] of servers)
    for (const name of new Set(names)) owners.set(name, [...(owners.get(name) ?? []), id]);
  return { owners, near: nearNamesOf(owners) };
}
