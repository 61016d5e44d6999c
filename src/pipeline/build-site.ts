import { join } from 'node:path';
import type { Classifier } from '../core/classify/classifier.ts';
import type { Finding } from '../core/finding.ts';
import type { ToolRow } from '../core/present/page-model.ts';
import { ApiIndex } from './api-index.ts';
import { NameIndex } from './name-index.ts';
import { type PresentedServer, presentServer } from './present-server.ts';
import { type Render, startRender } from './render.ts';
import { SearchIndex } from './search-index.ts';
import { SiteFiles } from './site-files.ts';
import { type Place, writeSitemaps } from './sitemap.ts';
import { readSources } from './sources.ts';
import { openStage, type Stage } from './stage.ts';
import { type SurveyedServer, surveyServers } from './survey.ts';
import { type ServerRow, serverRow, writeOverview, writeShard } from './write-models.ts';
import { writeTwins } from './write-twins.ts';

export interface BuildRequest {
  /** Catalogue folders and files of definitions. */
  inputs: string[];
  out: string;
  /** Canonical origin, without a slash at the end. */
  site: string;
  classifier: Classifier;
  /** Called as work is done, with a name for the stage. */
  progress(stage: string, done: number, total: number): void;
}

export interface BuildOutcome {
  /** Null when findings make the input unusable: nothing was published. */
  built: { servers: number; tools: number } | null;
  findings: Finding[];
}

/** The whole way from catalogue to published site. The site at `out` changes at the very end, by one rename. */
export async function buildSite(request: BuildRequest): Promise<BuildOutcome> {
  const { stage, findings } = openStage(request.out);
  if (stage === null) return { built: null, findings };
  try {
    const outcome = await buildIn(stage, request);
    if (outcome.built === null) stage.discard();
    else stage.publish();
    return outcome;
  } catch (error) {
    stage.discard();
    throw error;
  }
}

async function buildIn(stage: Stage, request: BuildRequest): Promise<BuildOutcome> {
  const { sources, findings } = await readSources(request.inputs, stage.work);
  const survey = surveyServers(sources, request.classifier, () => {});
  findings.push(...survey.findings);
  if (findings.some((finding) => finding.severity === 'error')) return { built: null, findings };
  const models = join(stage.work, 'models');
  const render = startRender({ models, out: stage.site, site: request.site });
  const search = await SearchIndex.open();
  try {
    const tools = await writeEverything(
      survey.servers,
      request,
      { models, site: stage.site },
      render,
      search,
    );
    return { built: { servers: survey.servers.length, tools }, findings };
  } finally {
    render.stop();
    await search.close();
  }
}

async function writeEverything(
  servers: readonly SurveyedServer[],
  request: BuildRequest,
  folders: { models: string; site: string },
  render: Render,
  search: SearchIndex,
): Promise<number> {
  const models = new SiteFiles(folders.models);
  const site = new SiteFiles(folders.site);
  const names = new NameIndex();
  const api = new ApiIndex();
  const serverRows: ServerRow[] = [];
  const dated: { row: ToolRow; date: string }[] = [];
  const places: Place[] = [];
  for (const [index, surveyed] of servers.entries()) {
    const presented = present(surveyed, request.site);
    writeShard(models, presented);
    writeTwins(site, presented);
    api.add(presented);
    serverRows.push(serverRow(presented));
    places.push({ href: presented.page.href, date: presented.tools[0]?.date ?? null });
    for (const { row, name, date, page } of presented.tools) {
      names.add(row, name);
      dated.push({ row, date });
      places.push({ href: row.href, date });
      await search.add(row, page.definition.description.map((segment) => segment.text).join(''));
    }
    request.progress('servers', index + 1, servers.length);
  }
  const lists = writeOverview(models, request.site, serverRows, dated);
  render.modelsAreWritten();
  names.write(site);
  api.write(site);
  writeSitemaps(site, request.site, [
    { href: '/', date: null },
    { href: '/servers/', date: null },
    ...lists.map((href) => ({ href, date: null })),
    ...places,
  ]);
  await Promise.all([search.write(join(folders.site, 'pagefind')), render.finished]);
  return dated.length;
}

function present(surveyed: SurveyedServer, site: string): PresentedServer {
  const { server } = surveyed.source.read();
  if (server === null)
    throw new Error(`${surveyed.source.file} changed while the site was built; build again.`);
  return presentServer(surveyed, server, site);
}
