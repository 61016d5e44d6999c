import type { Finding } from '../core/finding.ts';
import { readCatalogue } from '../ingest/catalogue.ts';
import { unknown } from './unknown.ts';

/** The names of a catalogued server's tools; null with what is there when the catalogue cannot tell. */
export function toolNamesOf(catalogDir: string, id: string): { names: string[] | null; findings: Finding[] } {
  const { sources, findings } = readCatalogue(catalogDir);
  const source = sources.find((one) => one.id === id);
  if (source === undefined) {
    const known = sources.map((one) => one.id);
    return { names: null, findings: [...findings, unknown('server', id, known)] };
  }
  const { server, findings: unread } = source.read();
  if (server === null) return { names: null, findings: unread };
  return { names: server.definitions.map(({ name }) => name), findings: [] };
}
