import { SEGMENT_OF, type ServerRow } from '../core/present/browse.ts';
import { riskHref, serverHref } from '../core/present/hrefs.ts';
import { type CountGroup, countsMarkdown, homeMarkdown } from '../core/present/lists-markdown.ts';
import { riskiestOf } from '../core/present/riskiest.ts';
import { shown } from '../core/present/shown.ts';
import { heightOf, RISKS, type Risk, riskWord } from '../core/taxonomy.ts';
import { countsOf, writeBrowse } from './browse.ts';
import { vendorRow, writeOverviews } from './overviews.ts';
import type { PresentedServer } from './present-server.ts';
import type { SiteFiles } from './site-files.ts';
import type { Survey, SurveyedServer } from './survey.ts';
import { publishers, type Vendor, vendorsOf } from './vendors.ts';

/** Entries on the home page. */
const SHORT_LIST = 12;

/** The page models of one server. Its address is known from the overview before it exists. */
export function writeShard(models: SiteFiles, server: PresentedServer): void {
  const shard = { server: server.page, tools: server.tools.map((tool) => tool.page) };
  models.writeJson(`servers/${server.page.id}.json`, shard);
}

/** Every server as a row of the lists of servers. */
export function serverRows(servers: readonly SurveyedServer[]): ServerRow[] {
  const vendors = vendorsOf(servers.map(({ entry }) => shown(entry.vendor)));
  return servers.map((server) => serverRow(server, vendors));
}

function serverRow({ entry, rows }: SurveyedServer, vendors: ReadonlyMap<string, Vendor>): ServerRow {
  const highest = rows.reduce<Risk | null>(
    (top, row) => (heightOf(row.risk) > heightOf(top) ? row.risk : top),
    null,
  );
  const risks = [...RISKS.toReversed(), null].map((risk) => ({
    id: riskWord(risk).toLowerCase(),
    label: riskWord(risk),
    href: riskHref(risk),
    tools: rows.filter((row) => row.risk === risk).length,
  }));
  const [title, vendor, summary] = [shown(entry.title), shown(entry.vendor), shown(entry.summary)];
  return {
    id: entry.id,
    title,
    href: serverHref(entry.id),
    vendor,
    vendorHref: vendors.get(vendor)?.href ?? '/vendors/',
    summary,
    tools: rows.length,
    highest,
    risks,
  };
}

/**
 * What is known of all servers before the first is presented: the home page, the browse lists, and the slugs of
 * each server in the order of its shard. Returns the addresses of the browse pages.
 */
export function writeOverview(
  models: SiteFiles,
  site: SiteFiles,
  origin: string,
  servers: readonly ServerRow[],
  survey: Survey,
): string[] {
  const rows = survey.servers.flatMap((server) => server.rows);
  const newest = survey.servers.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
  const [risks, categories, flags] = [
    countsOf('risk', rows),
    countsOf('category', rows),
    countsOf('flag', rows),
  ];
  const counts = { servers: servers.length, tools: rows.length, risks, categories, flags };
  models.writeJson('site.json', {
    site: origin,
    counts,
    servers,
    newest: newest.flatMap((server) => server.rows.slice(0, 1)).slice(0, SHORT_LIST),
    riskiest: riskiestOf(rows, SHORT_LIST),
  });
  const groups: CountGroup[] = [
    { title: 'Risk', folder: SEGMENT_OF.risk, counts: risks },
    { title: 'Categories', folder: SEGMENT_OF.category, counts: categories },
    { title: 'Flags', folder: SEGMENT_OF.flag, counts: flags },
  ];
  for (const group of groups) {
    site.writeJson(`${group.folder}/index.json`, group.counts);
    site.write(`${group.folder}/index.md`, countsMarkdown(group));
  }
  site.writeJson('index.json', counts);
  site.write('index.md', homeMarkdown(counts, groups));
  for (const { entry, slugs } of survey.servers) models.writeJson(`servers/${entry.id}.routes.json`, slugs);
  const published = publishers(servers);
  const rowsOf = new Map(survey.servers.map(({ entry, rows: own }) => [entry.id, own]));
  return [
    ...writeOverviews(
      models,
      site,
      servers,
      published.map(({ vendor, servers: own }) => vendorRow(vendor, own)),
    ),
    ...writeBrowse(
      models,
      site,
      rows,
      published.map(({ vendor, servers: own }) => ({
        vendor,
        rows: own.flatMap(({ id }) => rowsOf.get(id) ?? []),
      })),
    ),
  ];
}
