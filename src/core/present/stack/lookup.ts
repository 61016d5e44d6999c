import type { ServerEntry } from '../../catalogue/entry.ts';
import { addressOf, purlOf } from '../../stack/identity.ts';
import type { Shown } from '../page-model.ts';
import { oneLine } from '../phrase.ts';
import { shown } from '../shown.ts';

/** By what a catalogued server can be found in a configuration, in `/servers/lookup.json`. */
export interface LookupRow {
  id: string;
  title: Shown;
  tools: number;
  /** Identifiers as `identityOf` of `src/core/stack` gives them. */
  ids: string[];
}

/** Of a package of a data file it is not said from which registry it is; npm names are what they hold. */
export function lookupRow({ id, title, source }: ServerEntry, tools: number): LookupRow {
  const { package: name, url } = source;
  const address = url === undefined ? null : addressOf(url);
  const ids = [
    ...(name === undefined ? [] : [purlOf('npm', name.toLowerCase())]),
    ...(address === null ? [] : [address]),
  ];
  return { id, title: oneLine(shown(title)) as Shown, tools, ids };
}

/** The rows by identifier; of servers with the same one the first. */
export function byIdentifier(rows: readonly LookupRow[]): Map<string, LookupRow> {
  const found = new Map<string, LookupRow>();
  for (const row of rows) for (const id of row.ids) if (!found.has(id)) found.set(id, row);
  return found;
}
