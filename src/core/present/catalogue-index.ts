import type { Effect } from '../taxonomy.ts';
import { nameWords } from '../tool/name-words.ts';
import type { ToolRow } from './page-model.ts';
import { objectOf } from './server-index.ts';

/** More candidates than a page shows, since some are of the server of the page itself. */
const KEPT = 12;

/** What is looked up across the whole catalogue by each tool page. Add every tool of every server, then read. */
export interface CatalogueIndex {
  servers: number;
  tools: number;
  byHash: Map<string, ToolRow[]>;
  byWords: Map<string, ToolRow[]>;
  /** By leading effect and the noun of the name; at most one row of each server. */
  byObject: Map<string, ToolRow[]>;
  /** At most one row of each server. */
  byEffect: Map<Effect, ToolRow[]>;
}

export function emptyCatalogueIndex(): CatalogueIndex {
  return {
    servers: 0,
    tools: 0,
    byHash: new Map(),
    byWords: new Map(),
    byObject: new Map(),
    byEffect: new Map(),
  };
}

/** Adds the tools of one server. Give the servers in a fixed order: lists are bounded, so the first come stay. */
export function addServer(index: CatalogueIndex, tools: readonly { hash: string; row: ToolRow }[]): void {
  index.servers += 1;
  index.tools += tools.length;
  for (const { hash, row } of tools) {
    keep(index.byHash, hash, row);
    const words = wordsKey(row.name);
    if (!hasServer(index.byWords.get(words), row.server)) keep(index.byWords, words, row);
    const [effect] = row.effects;
    if (effect === undefined) continue;
    if (!hasServer(index.byEffect.get(effect), row.server)) keep(index.byEffect, effect, row);
    const object = objectKey(row);
    if (object !== null && !hasServer(index.byObject.get(object), row.server))
      keep(index.byObject, object, row);
  }
}

/** The same effect on things of the same name: "delete-one project". */
export function objectKey(row: ToolRow): string | null {
  const object = objectOf(row.name);
  return object === null ? null : `${row.effects[0] ?? ''} ${object}`;
}

/** Names with the same words in any order and spelling belong together: `getUser`, `user_get`. */
export function wordsKey(name: string): string {
  return nameWords(name).toSorted().join(' ');
}

function hasServer(rows: readonly ToolRow[] | undefined, server: string): boolean {
  return rows?.some((row) => row.server === server) === true;
}

function keep<K>(lists: Map<K, ToolRow[]>, key: K, row: ToolRow): void {
  const rows = lists.get(key);
  if (rows === undefined) lists.set(key, [row]);
  else if (rows.length < KEPT) rows.push(row);
}
