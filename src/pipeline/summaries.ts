import { serverHref } from '../core/present/hrefs.ts';
import { serverPage } from '../core/present/server-page.ts';
import { shown } from '../core/present/shown.ts';
import type { ComparePage } from '../core/present/stack/compare-page.ts';
import { comparisonOf } from '../core/present/stack/comparison.ts';
import { lookupRow } from '../core/present/stack/lookup.ts';
import { pairsOf } from '../core/present/stack/pairs.ts';
import { type ServerSummary, summaryOf } from '../core/present/stack/summary.ts';
import { subjectsOf } from '../core/present/subject.ts';
import type { PresentedServer } from './present-server.ts';
import type { SiteFiles } from './site-files.ts';
import type { Survey, SurveyedServer } from './survey.ts';

const MOST_PAIRS = 24;

/** What stacks and comparisons know of one server, beside its page. */
export function writeSummary(site: SiteFiles, { page, tools }: PresentedServer): void {
  const summary = summaryOf(
    page,
    tools.map(({ subject }) => subject),
  );
  site.write(`${page.folder}/summary.json`, `${JSON.stringify(summary)}\n`);
}

/** By what servers are found in a configuration, and what `/compare/` shows at first. Returns the addresses of both pages. */
export function writeStackPages(models: SiteFiles, site: SiteFiles, survey: Survey): string[] {
  const rows = survey.servers.map(({ entry, names }) => lookupRow(entry, names.length));
  site.write('servers/lookup.json', `${JSON.stringify({ version: '1', servers: rows })}\n`);
  models.writeJson('compare.json', comparePage(survey));
  return ['/stack/', '/compare/'];
}

function comparePage(survey: Survey): ComparePage {
  const byId = new Map(survey.servers.map((server) => [server.entry.id, server]));
  const pairs = pairsOf(survey.servers.map(({ entry, names }) => ({ id: entry.id, names })));
  const ids = pairs[0]?.ids ?? survey.servers.slice(0, 2).map(({ entry }) => entry.id);
  const summaries = ids.flatMap((id) => summaryFrom(byId.get(id), survey) ?? []);
  return {
    pairs: pairs.slice(0, MOST_PAIRS).map(({ ids: both, shared }) => ({
      servers: both.map((id) => ({
        id,
        title: shown(byId.get(id)?.entry.title ?? id),
        href: serverHref(id),
      })),
      shared,
    })),
    example: summaries.length < 2 ? null : comparisonOf(summaries),
  };
}

/** Null where the files of the server changed since they were surveyed: presenting it says so. */
function summaryFrom(surveyed: SurveyedServer | undefined, survey: Survey): ServerSummary | null {
  const server = surveyed?.source.read().server ?? null;
  if (surveyed === undefined || server === null) return null;
  const subjects = subjectsOf(server, surveyed, survey.known);
  return summaryOf(serverPage(server, subjects, survey.usualTokens), subjects);
}
