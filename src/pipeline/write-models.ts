import type { Count, ServerPage } from '../core/present/page-model.ts';
import { heightOf, type Risk } from '../core/taxonomy.ts';
import { countsOf, writeBrowse } from './browse.ts';
import type { PresentedServer } from './present-server.ts';
import type { SiteFiles } from './site-files.ts';
import type { Survey } from './survey.ts';

/** Entries on the home page. */
const SHORT_LIST = 12;

/** A server in the lists of servers: `ServerRow` of src/site/models.ts reads it. */
export interface ServerRow extends Pick<ServerPage, 'id' | 'title' | 'href' | 'vendor' | 'summary'> {
  tools: number;
  highest: Risk | null;
  risks: Count[];
}

/** One shard a server, and beside it the slugs of its tools in the same order. */
export function writeShard(models: SiteFiles, server: PresentedServer): void {
  const { id } = server.page;
  models.writeJson(`servers/${id}.json`, {
    server: server.page,
    tools: server.tools.map((tool) => tool.page),
  });
  models.writeJson(
    `servers/${id}.routes.json`,
    server.tools.map((tool) => tool.subject.slug),
  );
}

export function serverRow({ page }: PresentedServer): ServerRow {
  const { id, title, href, vendor, summary, risks } = page;
  const highest = page.tools.reduce<Risk | null>(
    (top, row) => (heightOf(row.risk) > heightOf(top) ? row.risk : top),
    null,
  );
  return { id, title, href, vendor, summary, tools: page.tools.length, highest, risks };
}

/** What spans the catalogue: the browse lists and the home page. Returns the addresses of the browse pages. */
export function writeOverview(
  models: SiteFiles,
  site: string,
  servers: readonly ServerRow[],
  survey: Survey,
): string[] {
  const rows = survey.servers.flatMap((server) => server.rows);
  const newest = survey.servers.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
  const riskiest = rows.toSorted(
    (a, b) => heightOf(b.risk) - heightOf(a.risk) || b.effects.length - a.effects.length,
  );
  models.writeJson('site.json', {
    site,
    counts: {
      servers: servers.length,
      tools: rows.length,
      risks: countsOf('risk', rows),
      categories: countsOf('category', rows),
      flags: countsOf('flag', rows),
    },
    servers,
    newest: newest.flatMap((server) => server.rows.slice(0, 1)).slice(0, SHORT_LIST),
    riskiest: riskiest.slice(0, SHORT_LIST),
  });
  return writeBrowse(models, rows);
}
