import type { Count, ToolRow } from '../core/present/page-model.ts';
import { CATEGORIES, FLAG_IDS, FLAGS, RISKS } from '../core/taxonomy.ts';
import type { SiteFiles } from './site-files.ts';

/** Rows on one browse page: about as many as a reader scans, and small enough to load on a phone. */
const ROWS = 100;

interface BrowseList {
  kind: 'risk' | 'category' | 'flag';
  id: string;
  label: string;
  intro: string;
  holds(row: ToolRow): boolean;
}

const LISTS: BrowseList[] = [
  ...RISKS.toReversed().map((risk) =>
    list('risk', risk, `${risk} risk`, `rated ${risk}`, (row) => row.risk === risk),
  ),
  list(
    'risk',
    'Unrated',
    'Unrated',
    'without a risk level: their definitions do not say enough to decide',
    (row) => row.risk === null,
  ),
  ...CATEGORIES.toReversed().map((category) =>
    list('category', category, category, `in the category ${category}`, (row) => row.category === category),
  ),
  list(
    'category',
    'Unclassified',
    'Unclassified',
    'that no rule could place',
    (row) => row.category === 'Unclassified',
  ),
  ...FLAG_IDS.map((flag) =>
    list('flag', flag, flag, `with the flag ${flag}: the tool ${FLAGS[flag]}`, (row) =>
      row.flags.includes(flag),
    ),
  ),
];

function list(
  kind: BrowseList['kind'],
  name: string,
  label: string,
  those: string,
  holds: BrowseList['holds'],
): BrowseList {
  return { kind, id: name.toLowerCase(), label, intro: `Tools ${those}.`, holds };
}

const SEGMENTS = { risk: 'risk', category: 'categories', flag: 'flags' } as const;

/** Writes the browse lists in pages; every list has at least one page, so that no link to it is dead. Returns their addresses. */
export function writeBrowse(files: SiteFiles, rows: readonly ToolRow[]): string[] {
  const index: { kind: string; id: string; pages: number }[] = [];
  const hrefs: string[] = [];
  for (const { kind, id, label, intro, holds } of LISTS) {
    const held = rows.filter(holds);
    const pages = Math.max(1, Math.ceil(held.length / ROWS));
    index.push({ kind, id, pages });
    for (let page = 1; page <= pages; page++) {
      const shownRows = held.slice((page - 1) * ROWS, page * ROWS);
      files.writeJson(`browse/${kind}/${id}/${page}.json`, {
        kind,
        id,
        label,
        intro,
        page,
        pages,
        tools: held.length,
        rows: shownRows,
      });
      hrefs.push(`/${SEGMENTS[kind]}/${id}/${page === 1 ? '' : `${page}/`}`);
    }
  }
  files.writeJson('browse/index.json', index);
  return hrefs;
}

/** How many rows each list of a kind holds, strongest first; lists without rows are left out. */
export function countsOf(kind: BrowseList['kind'], rows: readonly ToolRow[]): Count[] {
  return LISTS.filter((candidate) => candidate.kind === kind)
    .map(({ id, label, holds }) => ({
      id,
      label,
      href: `/${SEGMENTS[kind]}/${id}/`,
      tools: rows.filter(holds).length,
    }))
    .filter((count) => count.tools > 0);
}
