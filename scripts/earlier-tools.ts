import { statSync } from 'node:fs';
import type { Definition } from '../src/core/tool/definition.ts';
import { readCatalogue } from '../src/ingest/catalogue.ts';
import { openToolInput } from '../src/ingest/tool-input.ts';
import { Unusable } from './unusable.ts';

/** The definitions of an earlier observation. */
export interface Earlier {
  /** The definition of a name on a server; a file that names no server holds for any. */
  of(server: string | null, name: string): Definition | undefined;
  /** The names that the server had; null for a server that was not observed. */
  names(server: string | null): readonly string[] | null;
}

/**
 * Reads `--previous`: a catalogue folder, JSON Lines of tools or a `tools/list` result. Nothing is known without one.
 * Throws `Unusable` with every problem when it cannot be used.
 */
export async function readEarlier(path: string | undefined, server: string | null): Promise<Earlier> {
  const known = new Map<string | null, Map<string, Definition>>();
  const add = (owner: string | null, tool: Definition): void => {
    const tools = known.get(owner) ?? new Map<string, Definition>();
    known.set(owner, tools.set(tool.name, tool));
  };
  if (path !== undefined) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) readFolder(path, add);
    else await readFile(path, server, add);
  }
  const of = (owner: string | null): Map<string, Definition> | undefined =>
    known.get(owner) ?? known.get(null);
  return {
    of: (owner, name) => of(owner)?.get(name),
    names: (owner) => {
      const tools = of(owner);
      return tools === undefined ? null : [...tools.keys()];
    },
  };
}

type Add = (owner: string | null, tool: Definition) => void;

async function readFile(file: string, server: string | null, add: Add): Promise<void> {
  const { input, findings } = await openToolInput(file, server);
  if (input === null) throw new Unusable(findings);
  for await (const { server: owner, tool } of input.entries()) add(owner, tool);
  input.close();
}

function readFolder(folder: string, add: Add): void {
  const { sources, findings } = readCatalogue(folder);
  for (const source of sources) {
    const read = source.read();
    findings.push(...read.findings);
    for (const tool of read.server?.definitions ?? []) add(source.id, tool);
  }
  if (findings.some(({ severity }) => severity === 'error')) throw new Unusable(findings);
}
