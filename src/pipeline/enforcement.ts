import { clientForm } from '../core/present/client-form.ts';
import {
  enforcementCsv,
  enforcementMarkdown,
  enforcementPage,
} from '../core/present/enforcement/enforcement-page.ts';
import { type GuideExample, guideMarkdown, guidePage } from '../core/present/enforcement/guide-page.ts';
import { namedFor, type ServerRecords, serverRecords } from '../core/present/server-records.ts';
import { shown } from '../core/present/shown.ts';
import { subjectsOf } from '../core/present/subject.ts';
import type { Target } from '../core/targets/target.ts';
import { TARGETS } from '../core/targets/targets.ts';
import { writePolicyLanguage } from './policy-language.ts';
import type { SiteFiles } from './site-files.ts';
import type { Survey, SurveyedServer } from './survey.ts';

/** The server whose policy is the example of the guides, where it is catalogued. */
const PREFERRED = 'stripe';

/** The matrix of clients and gateways, a guide for each, the language of policy.json, and their twins. Returns their addresses. */
export function writeEnforcement(models: SiteFiles, site: SiteFiles, survey: Survey): string[] {
  const page = enforcementPage();
  models.writeJson('enforcement.json', page);
  site.write('enforcement/index.json', `${JSON.stringify(page)}\n`);
  site.write('enforcement/index.md', enforcementMarkdown(page));
  site.write('enforcement/matrix.csv', enforcementCsv(page));
  const server = exampleServer(survey.servers);
  const records = server === null ? null : recordsOf(server, survey);
  for (const target of TARGETS) {
    const example = server === null || records === null ? null : exampleFor(target, server, records);
    const guide = guidePage(target, example);
    models.writeJson(`enforcement/${target.id}.json`, guide);
    site.write(`enforcement/${target.id}/index.json`, `${JSON.stringify(guide)}\n`);
    site.write(`enforcement/${target.id}/index.md`, guideMarkdown(guide));
  }
  return [page.href, ...page.rows.map(({ href }) => href), writePolicyLanguage(models, site)];
}

/** The preferred one, else the one with the fewest tools among those that have three or more. */
function exampleServer(servers: readonly SurveyedServer[]): SurveyedServer | null {
  const preferred = servers.find(({ entry }) => entry.id === PREFERRED);
  const small = servers
    .filter(({ rows }) => rows.length > 2)
    .toSorted((a, b) => a.rows.length - b.rows.length);
  return preferred ?? small[0] ?? null;
}

/** Null where the files of the server changed since they were surveyed: presenting it says so. */
function recordsOf(surveyed: SurveyedServer, { known }: Survey): ServerRecords | null {
  const { server } = surveyed.source.read();
  return server === null ? null : serverRecords(surveyed.entry.id, subjectsOf(server, surveyed, known));
}

function exampleFor(target: Target, { entry }: SurveyedServer, all: ServerRecords): GuideExample | null {
  const { records } = all;
  // One that is not simply allowed shows more of what a target can say.
  const one = records.find(({ decision }) => decision !== 'allow') ?? records[0];
  if (one === undefined) return null;
  const server = namedFor(target, all);
  return {
    id: entry.id,
    title: shown(entry.title),
    whole: clientForm(target, server, records, false),
    one: clientForm(target, server, [one], true),
    tool: shown(one.tool),
  };
}
