import { serverBadge } from '../../core/present/badges/badge.ts';
import { serverCard } from '../../core/present/badges/card.ts';
import { apiMarkdown, apiPage } from '../../core/present/machine/api-page.ts';
import { openSearch } from '../../core/present/machine/open-search.ts';
import { openApi } from '../../core/present/machine/openapi.ts';
import { serverLine } from '../../core/present/machine/server-data.ts';
import { shownLine } from '../../core/present/shown.ts';
import type { SiteFiles } from '../site-files.ts';
import type { SurveyedServer } from '../survey.ts';
import { writeChanges } from './feeds.ts';
import { writeLookups } from './lookups.ts';

/**
 * What programs read, as far as it needs no definition: look-ups, feeds, badges of servers, and the documents that
 * describe all of it. `origin` has no slash at its end. Returns the addresses of the pages.
 */
export function writeMachine(
  models: SiteFiles,
  site: SiteFiles,
  origin: string,
  servers: readonly SurveyedServer[],
): string[] {
  writeLookups(site, servers);
  for (const server of servers) {
    const line = serverLine(server);
    const badge = serverBadge(shownLine(line.title), line.highest, line.toolCount);
    site.write(`servers/${line.id}/badge.svg`, badge);
    site.write(`servers/${line.id}/card.svg`, serverCard(line));
  }
  site.write('api/v1/openapi.json', `${JSON.stringify(openApi(origin), null, 1)}\n`);
  site.write('opensearch.xml', openSearch(origin));
  const page = apiPage();
  models.writeJson('api.json', page);
  site.write('api/index.json', `${JSON.stringify(page)}\n`);
  site.write('api/index.md', apiMarkdown(page));
  return [page.href, writeChanges(models, site, origin, servers)];
}
