import {
  type BrowseKind,
  type BrowseList,
  browseHref,
  type Order,
  SEGMENT_OF,
} from '../core/present/browse.ts';
import { browseMarkdown } from '../core/present/lists-markdown.ts';
import type { Count, Shown, ToolRow } from '../core/present/page-model.ts';
import { CATEGORIES, FLAG_IDS, FLAGS, heightOf, RISKS } from '../core/taxonomy.ts';
import type { SiteFiles } from './site-files.ts';
import type { Vendor } from './vendors.ts';

/** Rows on one page: grouped by server as many as a reader scans; sorted ones are for going to a place in them. */
const ROWS = { server: 100, name: 200, risk: 200 } as const satisfies Record<Order, number>;
/** Fewer tools than this are seen at a glance, however they are sorted. */
const WORTH_SORTING = 20;

interface Closed {
  kind: Exclude<BrowseKind, 'vendor'>;
  id: string;
  label: string;
  intro: string;
  holds(row: ToolRow): boolean;
}

const LISTS: Closed[] = [
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
  kind: Closed['kind'],
  name: string,
  label: string,
  those: string,
  holds: Closed['holds'],
): Closed {
  return { kind, id: name.toLowerCase(), label, intro: `Tools ${those}.`, holds };
}

/** The tools of one vendor, by server. */
export interface VendorTools {
  vendor: Vendor;
  rows: ToolRow[];
}

/**
 * Writes the browse lists in every order, in pages, with their twins; every list has at least one page, so that no
 * link to it is dead. Returns their addresses.
 */
export function writeBrowse(
  files: SiteFiles,
  site: SiteFiles,
  rows: readonly ToolRow[],
  vendors: readonly VendorTools[],
): string[] {
  const lists = [
    ...LISTS.map(({ kind, id, label, intro, holds }) => ({
      kind,
      id,
      label,
      intro,
      rows: rows.filter(holds),
    })),
    ...vendors.map(({ vendor, rows: own }) => ({
      kind: 'vendor' as const,
      id: vendor.id,
      label: vendor.name,
      intro: `Tools of the servers that ${vendor.name} publishes.`,
      rows: own,
    })),
  ];
  const index: BrowseList[] = [];
  const hrefs = Object.values(SEGMENT_OF).map((segment) => `/${segment}/`);
  for (const { rows: held, ...about } of lists) {
    const orders = ordersOf(about.kind, held).map((order) => ({
      order,
      pages: Math.max(1, Math.ceil(held.length / ROWS[order])),
    }));
    const made: BrowseList = {
      ...about,
      label: about.label as Shown,
      intro: about.intro as Shown,
      orders,
      tools: held.length,
    };
    index.push(made);
    for (const { order, pages } of orders) {
      const sorted = sortedBy(order, held);
      for (let page = 1; page <= pages; page++) {
        const shown = sorted.slice((page - 1) * ROWS[order], page * ROWS[order]);
        const model = { ...made, order, page, rows: shown };
        const href = browseHref(made.kind, made.id, order, page);
        files.writeJson(`browse/${made.kind}/${made.id}/${order}-${page}.json`, model);
        site.writeJson(`${href.slice(1)}index.json`, { ...model, pages });
        site.write(`${href.slice(1)}index.md`, browseMarkdown(model, pages));
        hrefs.push(href);
      }
    }
  }
  files.writeJson('browse/index.json', index);
  return hrefs;
}

/** A list by risk has one level, and the tools of one server are sorted on the page of the server. */
function ordersOf(kind: BrowseKind, rows: readonly ToolRow[]): Order[] {
  if (rows.length < WORTH_SORTING) return ['server'];
  if (kind === 'vendor' && new Set(rows.map((row) => row.server)).size === 1) return ['server'];
  return kind === 'risk' ? ['server', 'name'] : ['server', 'name', 'risk'];
}

function sortedBy(order: Order, rows: readonly ToolRow[]): readonly ToolRow[] {
  if (order === 'server') return rows;
  const keyed = rows.map((row) => ({ row, name: row.name.toLowerCase() }));
  keyed.sort((a, b) => {
    const height = order === 'risk' ? heightOf(b.row.risk) - heightOf(a.row.risk) : 0;
    return height || compare(a.name, b.name) || compare(a.row.href, b.row.href);
  });
  return keyed.map(({ row }) => row);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** How many rows each list of a kind holds, strongest first; lists without rows are left out. */
export function countsOf(kind: Closed['kind'], rows: readonly ToolRow[]): Count[] {
  return LISTS.filter((candidate) => candidate.kind === kind)
    .map(({ id, label, holds }) => ({
      id,
      label,
      href: browseHref(kind, id),
      tools: rows.filter(holds).length,
    }))
    .filter((count) => count.tools > 0);
}
