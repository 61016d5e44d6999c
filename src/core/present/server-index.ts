import { type Effect, heightOf } from '../taxonomy.ts';
import { nameWords } from '../tool/name-words.ts';
import type { ToolRow } from './page-model.ts';
import type { Subject } from './subject.ts';

/** The noun a name ends with, or null for a name of one word. */
export function objectOf(name: string): string | null {
  const words = nameWords(name);
  const last = words.at(-1);
  if (last === undefined || words.length < 2) return null;
  return last.endsWith('s') && !last.endsWith('ss') ? last.slice(0, -1) : last;
}

/** What is looked up about one server by each of its pages; built once, so that no page walks over all tools. */
export interface ServerIndex {
  /** Rows by leading effect ('' for none), in the order of the tools. */
  byEffect: Map<Effect | '', ToolRow[]>;
  /** Place of a row within its list of `byEffect`, by address. */
  placeOf: Map<string, number>;
  /** Rows by the noun of the name, lowest risk first. */
  byObject: Map<string, ToolRow[]>;
  byName: Map<string, ToolRow>;
  tools: number;
}

export function serverIndex(subjects: readonly Subject[]): ServerIndex {
  const index: ServerIndex = {
    byEffect: new Map(),
    placeOf: new Map(),
    byObject: new Map(),
    byName: new Map(),
    tools: subjects.length,
  };
  for (const { row, definition, repeat } of subjects) {
    index.placeOf.set(row.href, push(index.byEffect, row.effects[0] ?? '', row) - 1);
    const object = objectOf(definition.name);
    if (object !== null) push(index.byObject, object, row);
    if (repeat === 0) index.byName.set(definition.name, row);
  }
  for (const rows of index.byObject.values()) rows.sort(byRisk);
  return index;
}

function push<K>(lists: Map<K, ToolRow[]>, key: K, row: ToolRow): number {
  const rows = lists.get(key);
  if (rows !== undefined) return rows.push(row);
  lists.set(key, [row]);
  return 1;
}

/** Lowest risk first, unrated last, then by name in code units. */
function byRisk(a: ToolRow, b: ToolRow): number {
  const difference = height(a) - height(b);
  if (difference !== 0) return difference;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function height({ risk }: ToolRow): number {
  return risk === null ? Number.MAX_SAFE_INTEGER : heightOf(risk);
}
