import type { z } from 'zod';
import type { HashShard } from '../../schemas/api/server-record.ts';
import { dayOf, type ServerFacts } from './server-data.ts';

type Shard = z.infer<typeof HashShard>;
type Match = Shard['hashes'][string][number];

/** Every definition by its hash, in 256 files by the first two digits: all are there, so a missing hash is an answer. */
export function hashShards(servers: readonly ServerFacts[]): Shard[] {
  const matches = new Map<string, Match[]>();
  const add = (hash: string, match: Match): void => {
    const known = matches.get(hash);
    if (known === undefined) matches.set(hash, [match]);
    else known.push(match);
  };
  for (const server of servers) addServer(server, add);
  const byPrefix = Map.groupBy([...matches.keys()].sort(), prefixOf);
  return Array.from({ length: 256 }, (_, number): Shard => {
    const prefix = number.toString(16).padStart(2, '0');
    const hashes = (byPrefix.get(prefix) ?? []).map((hash) => [hash, matches.get(hash) ?? []]);
    return { version: '1', prefix, hashes: Object.fromEntries(hashes) };
  });
}

function addServer(
  { entry, names, rows, hashes, date, version, past }: ServerFacts,
  add: (hash: string, match: Match) => void,
): void {
  const hrefOf = new Map<string, string>();
  for (const [index, { href, risk }] of rows.entries()) {
    const name = names[index] ?? '';
    hrefOf.set(name, href);
    add(hashes[index] ?? '', {
      id: `${entry.id}/${name}`,
      url: `${href}index.json`,
      risk,
      current: true,
      date: dayOf(date),
      version,
    });
  }
  for (const former of past.former) {
    const href = hrefOf.get(former.tool);
    add(former.hash, {
      id: `${entry.id}/${former.tool}`,
      url: href === undefined ? null : `${href}index.json`,
      risk: null,
      current: false,
      date: former.date,
      version: former.version,
    });
  }
}

/** Two digits after "sha256:". */
function prefixOf(hash: string): string {
  return hash.slice(7, 9);
}
