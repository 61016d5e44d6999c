import {
  OVERVIEW_ORDERS,
  type OverviewKind,
  type OverviewOrder,
  type OverviewRow,
  overviewHref,
  type ServerRow,
  type VendorRow,
} from '../core/present/browse.ts';
import { overviewMarkdown } from '../core/present/lists-markdown.ts';
import type { Shown } from '../core/present/page-model.ts';
import { heightOf } from '../core/taxonomy.ts';
import type { SiteFiles } from './site-files.ts';
import type { Vendor } from './vendors.ts';

const ROWS = 200;
/** Servers that a vendor is introduced with. */
const SOME = 3;

/**
 * Writes the lists of servers and of vendors in every order, with their twins. Returns the addresses of all pages but
 * the first of each.
 */
export function writeOverviews(
  models: SiteFiles,
  site: SiteFiles,
  servers: readonly ServerRow[],
  vendors: readonly VendorRow[],
): string[] {
  return [
    ...writeOverview(models, site, 'servers', servers),
    ...writeOverview(models, site, 'vendors', vendors),
  ];
}

function writeOverview(
  models: SiteFiles,
  site: SiteFiles,
  kind: OverviewKind,
  rows: readonly OverviewRow[],
): string[] {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS));
  const hrefs: string[] = [];
  for (const order of OVERVIEW_ORDERS) {
    const sorted = rows.toSorted((a, b) => compareBy(order, a, b));
    for (let page = 1; page <= pages; page++) {
      const shown = sorted.slice((page - 1) * ROWS, page * ROWS);
      const model = { order, page, pages, total: rows.length, rows: shown };
      const href = overviewHref(kind, order, page);
      models.writeJson(`overviews/${kind}/${order}-${page}.json`, model);
      site.writeJson(`${href.slice(1)}index.json`, model);
      site.write(`${href.slice(1)}index.md`, overviewMarkdown(kind, model));
      hrefs.push(href);
    }
  }
  models.writeJson(`overviews/${kind}/index.json`, pages);
  return hrefs.slice(1);
}

function compareBy(order: OverviewOrder, a: OverviewRow, b: OverviewRow): number {
  const most = b.tools - a.tools;
  const first = { name: 0, tools: most, risk: heightOf(b.highest) - heightOf(a.highest) || most }[order];
  return first || compare(a.title.toLowerCase(), b.title.toLowerCase()) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** One row for each vendor, made of the rows of its servers. */
export function vendorRow({ id, name, href }: Vendor, servers: readonly ServerRow[]): VendorRow {
  const highest = servers.reduce<VendorRow['highest']>(
    (top, server) => (heightOf(server.highest) > heightOf(top) ? server.highest : top),
    null,
  );
  const risks = (servers[0]?.risks ?? []).map((count, level) => ({
    ...count,
    tools: servers.reduce((sum, server) => sum + (server.risks[level]?.tools ?? 0), 0),
  }));
  return {
    id,
    title: name as Shown,
    href,
    tools: servers.reduce((sum, { tools }) => sum + tools, 0),
    highest,
    risks,
    servers: servers.length,
    some: servers.slice(0, SOME).map(({ title, href: address }) => ({ title, href: address })),
  };
}
