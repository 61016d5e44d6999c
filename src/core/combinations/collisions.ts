import { knownToolsOf } from '../indicators/known-tools.ts';
import type { ToolRef } from './combination.ts';

/** The names of a server's tools, and the names of tools that their texts mention. */
export interface NamedServer {
  server: string;
  tools: readonly { name: string; mentions: readonly string[] }[];
}

/** One name on several servers, or names on several servers that can be taken for each other. */
export interface Collision {
  kind: 'same' | 'alike';
  /** By name, then in the order of the servers. */
  tools: ToolRef[];
}

/** A tool whose text names the tool of another server. */
export interface Shadowing extends ToolRef {
  names: string;
  /** The servers that have a tool of that name. */
  owners: string[];
}

/** Tools that a client, a policy or a person can take for each other: equal names first, each by name. */
export function collisionsIn(servers: readonly NamedServer[]): Collision[] {
  const { owners, near } = ownersOf(servers);
  const refs = (name: string): ToolRef[] =>
    (owners.get(name) ?? []).map((server) => ({ server, tool: name }));
  const same = [...owners].flatMap(([name, its]): Collision[] =>
    its.length < 2 ? [] : [{ kind: 'same', tools: refs(name) }],
  );
  const pairs = new Map(
    [...near].map(([a, b]) => (a < b ? [a, b] : [b, a])).map((pair) => [pair.join('\n'), pair]),
  );
  const alike = [...pairs.values()].flatMap((pair): Collision[] => {
    const tools = pair.flatMap(refs);
    return new Set(tools.map(({ server }) => server)).size < 2 ? [] : [{ kind: 'alike', tools }];
  });
  return [...same.toSorted(byName), ...alike.toSorted(byName)];
}

/** Every tool whose text names a tool that other servers have and its own has not. In the order given. */
export function shadowingIn(servers: readonly NamedServer[]): Shadowing[] {
  const { owners } = ownersOf(servers);
  return servers.flatMap(({ server, tools }) =>
    tools.flatMap(({ name, mentions }) =>
      [...new Set(mentions)].flatMap((mention): Shadowing[] => {
        const its = owners.get(mention) ?? [];
        if (its.length === 0 || its.includes(server)) return [];
        return [{ server, tool: name, names: mention, owners: [...its] }];
      }),
    ),
  );
}

function ownersOf(servers: readonly NamedServer[]) {
  return knownToolsOf(servers.map(({ server, tools }) => [server, tools.map(({ name }) => name)]));
}

function byName({ tools: [a] }: Collision, { tools: [b] }: Collision): number {
  const [one, other] = [a?.tool ?? '', b?.tool ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
