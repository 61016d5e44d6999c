import type { Definition } from '../src/core/tool/definition.ts';
import { openToolInput } from '../src/ingest/tool-input.ts';
import { Unusable } from './unusable.ts';

/** The definitions of an earlier observation. */
export interface Earlier {
  /** The definition of a name on a server; a file that names no server holds for any. */
  of(server: string | null, name: string): Definition | undefined;
}

/**
 * Reads `--previous`: JSON Lines of tools or a `tools/list` result. Nothing is known without a file.
 * Throws `Unusable` with every problem when the file cannot be used.
 */
export async function readEarlier(file: string | undefined, server: string | null): Promise<Earlier> {
  const known = new Map<string, Definition>();
  if (file === undefined) return { of: () => undefined };
  const { input, findings } = await openToolInput(file, server);
  if (input === null) throw new Unusable(findings);
  for await (const { server: owner, tool } of input.entries()) known.set(keyOf(owner, tool.name), tool);
  input.close();
  return { of: (owner, name) => known.get(keyOf(owner, name)) ?? known.get(keyOf(null, name)) };
}

function keyOf(server: string | null, name: string): string {
  return JSON.stringify([server, name]);
}
