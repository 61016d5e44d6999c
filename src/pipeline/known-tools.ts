import { type KnownTools, knownToolsOf } from '../core/indicators/known-tools.ts';
import type { ServerSource } from '../ingest/server-source.ts';

/** The tools of all servers that can be read; what is wrong with the others is told elsewhere. */
export function knownToolsIn(sources: readonly ServerSource[]): KnownTools {
  const servers = sources.map((source): [string, string[]] => [
    source.id,
    source.read().server?.definitions.map(({ name }) => name) ?? [],
  ]);
  return knownToolsOf(servers);
}
