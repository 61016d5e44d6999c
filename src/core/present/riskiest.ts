import { CATEGORIES, heightOf } from '../taxonomy.ts';
import type { ToolRow } from './page-model.ts';

/** So that one large server does not fill the list. */
const MOST_OF_ONE_SERVER = 2;

/** The tools a reader should know of first: highest level, then strongest category, then most effects; few of each server. */
export function riskiestOf(rows: readonly ToolRow[], most: number): ToolRow[] {
  const taken = new Map<string, number>();
  const list: ToolRow[] = [];
  for (const row of rows.toSorted(strongestFirst)) {
    const before = taken.get(row.server) ?? 0;
    if (before >= MOST_OF_ONE_SERVER) continue;
    if (list.length === most) break;
    taken.set(row.server, before + 1);
    list.push(row);
  }
  return list;
}

function strongestFirst(a: ToolRow, b: ToolRow): number {
  return (
    heightOf(b.risk) - heightOf(a.risk) ||
    strengthOf(b) - strengthOf(a) ||
    b.effects.length - a.effects.length
  );
}

function strengthOf({ category }: ToolRow): number {
  return category === 'Unclassified' ? -1 : CATEGORIES.indexOf(category);
}
