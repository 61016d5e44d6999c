import type { LookupRow } from '../core/present/stack/lookup.ts';
import { element } from './element.ts';
import { lookupRows } from './summaries.ts';

/** The servers of the catalogue for every field of the page that asks for one; fetched when one is first reached. */
export async function fillCatalogue(): Promise<void> {
  const list = element('catalogue', HTMLDataListElement);
  if (list.options.length > 0) return;
  const rows = await lookupRows().catch(() => []);
  if (list.options.length === 0) list.append(...rows.map((row) => new Option('', lineOf(row))));
}

/** The server that somebody chose or typed: by its line in the list, its id or its title. */
export function rowFor(typed: string, rows: readonly LookupRow[]): LookupRow | null {
  const wanted = typed.trim().toLowerCase();
  for (const text of [lineOf, ({ id }: LookupRow) => id, ({ title }: LookupRow) => title]) {
    const found = rows.find((row) => text(row).toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return null;
}

function lineOf({ id, title }: LookupRow): string {
  return `${title} (${id})`;
}
