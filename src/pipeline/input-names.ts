import type { Finding } from '../core/finding.ts';
import { knownToolsOf } from '../core/indicators/known-tools.ts';
import { nearNameFindings } from '../core/indicators/near-names.ts';
import { duplicateFindings } from '../core/tool/findings.ts';
import type { ToolEntry } from '../core/tool/tool-list.ts';

/** What can be said of a name only beside all names of an input. */
export interface InputNames {
  /** Whether the server gives the name twice, and the name of this input that it can be taken for. */
  findingsOf(entry: ToolEntry): Finding[];
}

/** Reads the names of an input, server by server; tools of no server count as those of one. Linear in the tools. */
export async function namesOf(entries: AsyncIterable<ToolEntry>): Promise<InputNames> {
  const names = new Map<string, string[]>();
  for await (const { server, tool } of entries) {
    const known = names.get(serverOf(server));
    if (known === undefined) names.set(serverOf(server), [tool.name]);
    else known.push(tool.name);
  }
  const { near, owners } = knownToolsOf(names);
  const duplicates = new Map([...names].map(([server, own]) => [server, duplicatesOf(own)]));
  return {
    findingsOf: ({ server, tool }) => [
      ...(duplicates.get(serverOf(server))?.get(tool.name) ?? []),
      ...nearNameFindings(tool.name, near, owners),
    ],
  };
}

function serverOf(server: string | null): string {
  return server ?? 'no server named';
}

/** The finding of each name that stands more than once. */
function duplicatesOf(names: readonly string[]): Map<string, Finding[]> {
  const repeated = [...Map.groupBy(names, (name) => name)].filter(([, same]) => same.length > 1);
  return new Map(repeated.map(([name, same]) => [name, duplicateFindings(same)]));
}
