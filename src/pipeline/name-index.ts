import type { ToolRow } from '../core/present/page-model.ts';
import type { SiteFiles } from './site-files.ts';
import type { SurveyedServer } from './survey.ts';

/** One tool under its name: server id, name, address, server title, category, risk. */
type NameRow = [
  server: string,
  name: string,
  href: string,
  serverTitle: string,
  category: string,
  risk: string | null,
];

type Shard = Map<string, NameRow[]>;

/**
 * The exact-name index: `/search/names/<shard>.json`, read by the search before Pagefind answers, so that a
 * tool's own name is always the first hit. Names of strangers are keys, so maps hold them and no object does.
 * All 256 shards are written: a name nobody has answers with an empty list and not with a 404.
 */
export function writeNameIndex(site: SiteFiles, servers: readonly SurveyedServer[]): void {
  const shards = new Map<string, Shard>();
  for (const { names, rows } of servers) {
    for (const [index, row] of rows.entries()) add(shards, row, names[index] ?? '');
  }
  for (let number = 0; number < 256; number++) {
    const names = [...(shards.get(hex(number)) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    const entries = names.map(
      ([name, rows]) => `${JSON.stringify(name)}:${JSON.stringify(rows.sort(byServer))}`,
    );
    site.write(`search/names/${hex(number)}.json`, `{${entries.join(',')}}`);
  }
}

function add(shards: Map<string, Shard>, row: ToolRow, name: string): void {
  const lower = name.toLowerCase();
  const key = shardOf(lower);
  const shard = shards.get(key) ?? new Map<string, NameRow[]>();
  shards.set(key, shard);
  const rows = shard.get(lower) ?? [];
  shard.set(lower, rows);
  rows.push([row.server, row.name, row.href, row.serverTitle, row.category, row.risk]);
}

function byServer(a: NameRow, b: NameRow): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[2] < b[2] ? -1 : 1;
}

/** First two hex digits of the FNV-1a 32-bit hash over UTF-16 code units. */
export function shardOf(lowerName: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < lowerName.length; index++) {
    hash = Math.imul(hash ^ lowerName.charCodeAt(index), 0x01000193);
  }
  return hex(hash >>> 24);
}

function hex(number: number): string {
  return number.toString(16).padStart(2, '0');
}
