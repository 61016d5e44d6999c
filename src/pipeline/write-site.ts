import type { Finding } from '../core/finding.ts';
import { llmsText } from '../core/present/llms-text.ts';
import { ApiIndex } from './api-index.ts';
import type { BuildRequest } from './build-site.ts';
import { DefinitionWarnings } from './definition-warnings.ts';
import { NameIndex } from './name-index.ts';
import { presentServer } from './present-server.ts';
import type { SearchIndex } from './search-index.ts';
import { SiteFiles } from './site-files.ts';
import { siteHeaders } from './site-headers.ts';
import { type Place, writeSitemaps } from './sitemap.ts';
import type { Survey } from './survey.ts';
import { type ServerRow, serverRow, writeOverview, writeShard } from './write-models.ts';
import { writeSchemas } from './write-schemas.ts';
import { writeTwins } from './write-twins.ts';

interface Folders {
  models: string;
  site: string;
}

/** Writes page models, twins and indexes, one server after the other: one server is held at a time. */
export async function writeSite(
  folders: Folders,
  request: BuildRequest,
  survey: Survey,
  search: SearchIndex,
): Promise<Finding[]> {
  const models = new SiteFiles(folders.models);
  const site = new SiteFiles(folders.site);
  const names = new NameIndex();
  const api = new ApiIndex();
  const warnings = new DefinitionWarnings();
  const servers: ServerRow[] = [];
  for (const [index, surveyed] of survey.servers.entries()) {
    const presented = presentServer(surveyed, survey.catalogue);
    writeShard(models, presented);
    writeTwins(site, presented);
    api.add(presented);
    warnings.add(presented);
    servers.push(serverRow(presented));
    for (const { subject } of presented.tools) {
      names.add(subject.row, subject.definition.name);
      await search.add(subject);
    }
    request.progress('written', index + 1, survey.servers.length);
  }
  const lists = writeOverview(models, request.site, servers, survey);
  names.write(site);
  api.write(site);
  site.write('llms.txt', llmsText(request.site, servers));
  site.write('_headers', siteHeaders(request.contentSecurityPolicy));
  writeSchemas(site);
  site.write('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${request.site}/sitemap-index.xml\n`);
  writeSitemaps(site, request.site, placesOf(survey, lists));
  return warnings.findings();
}

function placesOf({ servers }: Survey, lists: readonly string[]): Place[] {
  const pages = ['/', '/servers/', ...lists].map((href): Place => ({ href, date: null }));
  const dated = servers.flatMap(({ entry, rows, date }) =>
    [`/servers/${entry.id}/`, ...rows.map((row) => row.href)].map((href): Place => ({ href, date })),
  );
  return [...pages, ...dated];
}
