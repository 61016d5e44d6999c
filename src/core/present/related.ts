import { heightOf } from '../taxonomy.ts';
import { type CatalogueIndex, objectKey, wordsKey } from './catalogue-index.ts';
import type { ToolRow } from './page-model.ts';
import { bareTitle } from './phrase.ts';
import { objectOf, type ServerIndex } from './server-index.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import type { ToolPage } from './tool-page-model.ts';

const MOST = 6;
/** Only the start of a long text is searched for names of other tools. */
const SEARCHED = 4000;

/** Lists of related tools, each bounded; a list without rows is left out. */
export function relatedOf(
  subject: Subject,
  server: ServerIndex,
  catalogue: CatalogueIndex,
): ToolPage['related'] {
  const { row, hash } = subject;
  const title = bareTitle(subject.entry.title);
  const elsewhere = (rows: readonly ToolRow[] | undefined): ToolRow[] =>
    (rows ?? []).filter((other) => other.server !== row.server);
  const sameWords = elsewhere(catalogue.byWords.get(wordsKey(row.name)));
  const sameObject = elsewhere(catalogue.byObject.get(objectKey(row) ?? ''));
  const sameEffect = row.effects[0] === undefined ? [] : elsewhere(catalogue.byEffect.get(row.effects[0]));
  const lists = [
    { heading: 'Less powerful tools for the same object', rows: weaker(subject, server) },
    { heading: 'Tools its text names', rows: named(subject, server) },
    {
      heading: 'The same definition elsewhere',
      rows: (catalogue.byHash.get(hash) ?? []).filter((other) => other.href !== row.href),
    },
    { heading: `Tools with the nearest effect on ${title}`, rows: neighbours(row, server) },
    {
      heading: 'Tools with the same effect on other servers',
      rows: unique([
        ...sameWords,
        ...sameObject,
        ...(sameObject.length + sameWords.length < 3 ? sameEffect : []),
      ]),
    },
  ];
  return lists
    .filter(({ rows }) => rows.length > 0)
    .map(({ heading, rows }) => ({ heading: shown(heading), rows: rows.slice(0, MOST) }));
}

function unique(rows: readonly ToolRow[]): ToolRow[] {
  return [...new Map(rows.map((row) => [row.href, row])).values()];
}

/** Tools of lower risk whose names end with the same noun. */
function weaker({ row, definition }: Subject, server: ServerIndex): ToolRow[] {
  const object = objectOf(definition.name);
  if (object === null) return [];
  const own = row.risk === null ? Number.MAX_SAFE_INTEGER : heightOf(row.risk);
  const found: ToolRow[] = [];
  for (const other of server.byObject.get(object) ?? []) {
    if (other.risk === null || heightOf(other.risk) >= own || found.length === 3) break;
    found.push(other);
  }
  return found;
}

/** The next tools with the same leading effect, going round, so that every page shows others. */
function neighbours(row: ToolRow, server: ServerIndex): ToolRow[] {
  const rows = server.byEffect.get(row.effects[0] ?? '') ?? [];
  const place = server.placeOf.get(row.href) ?? 0;
  const found: ToolRow[] = [];
  for (let step = 1; step < rows.length && found.length < MOST; step += 1) {
    const other = rows[(place + step) % rows.length];
    if (other !== undefined) found.push(other);
  }
  return found;
}

/** Sibling tools that the description mentions by a name nobody writes by chance: with `_`, `-`, a dot or a capital inside. */
function named({ definition, row }: Subject, server: ServerIndex): ToolRow[] {
  const { description } = definition;
  if (typeof description !== 'string' || server.tools < 2) return [];
  const found = new Set<ToolRow>();
  for (const [word] of description.slice(0, SEARCHED).matchAll(/[A-Za-z0-9][A-Za-z0-9_.-]{2,127}/g)) {
    const name = word.replace(/[.-]+$/, '');
    const other = /[_.-]|[a-z][A-Z]/.test(name) ? server.byName.get(name) : undefined;
    if (other !== undefined && other.href !== row.href) found.add(other);
  }
  return [...found];
}
