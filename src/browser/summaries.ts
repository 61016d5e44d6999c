import type { LookupRow } from '../core/present/stack/lookup.ts';
import type { ServerSummary } from '../core/present/stack/summary.ts';

let lookup: Promise<LookupRow[]> | undefined;

/** Every catalogued server by what it is called in configurations; the whole list is fetched, so that no look-up tells what was looked for. */
export function lookupRows(): Promise<LookupRow[]> {
  lookup ??= read<{ servers: LookupRow[] }>('/servers/lookup.json').then(({ servers }) => servers);
  lookup.catch(() => {
    lookup = undefined;
  });
  return lookup;
}

/** What is known of a server of the list; rejects for any other id, so that no text of a stranger becomes part of an address. */
export async function summaryOf(id: string): Promise<ServerSummary> {
  const rows = await lookupRows();
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error('The catalogue has no such server.');
  return read<ServerSummary>(`/servers/${row.id}/summary.json`);
}

/** Reads a file of the site. */
export async function read<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return (await answer.json()) as T;
}
