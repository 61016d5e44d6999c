import type { Hit } from './hit.ts';

/** `[server id, tool name, href, server title, category, risk]`, as the build writes it. */
type NameRow = [string, string, string, string, string, string | null];

/** First byte of the 32-bit FNV-1a hash over the UTF-16 code units of a lower-cased name, as two hex digits. */
export function shardOf(name: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (hash >>> 24).toString(16).padStart(2, '0');
}

/** Tools whose name is exactly what was typed: the same letter case first, then by server. */
export function rank(rows: readonly NameRow[], typed: string): Hit[] {
  const same = rows.filter((row) => row[1] === typed);
  const other = rows.filter((row) => row[1] !== typed);
  return [...same, ...other].map(([, name, href, server, category, risk]) => ({
    href,
    name,
    server,
    category,
    risk: risk ?? 'Unrated',
  }));
}

const shards = new Map<string, Promise<Record<string, NameRow[]>>>();

/** Looks a name up in its shard; a missing shard means that no tool is called that. */
export async function exactMatches(typed: string): Promise<Hit[]> {
  const name = typed.trim();
  if (name === '') return [];
  const shard = shardOf(name.toLowerCase());
  let loading = shards.get(shard);
  if (loading === undefined) {
    loading = fetch(`/search/names/${shard}.json`).then((answer) => (answer.ok ? answer.json() : {}));
    shards.set(shard, loading);
  }
  const names = await loading.catch(() => ({}) as Record<string, NameRow[]>);
  const rows = Object.hasOwn(names, name.toLowerCase()) ? names[name.toLowerCase()] : undefined;
  return rank(rows ?? [], name);
}
