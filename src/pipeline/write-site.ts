import { join } from 'node:path';
import type { Attacks } from '../core/attacks/attack.ts';
import { heldReasons } from '../core/explain/held.ts';
import type { Finding } from '../core/finding.ts';
import type { GuideLink } from '../core/present/guides/fitting.ts';
import { llmsText } from '../core/present/llms-text.ts';
import type { Subject } from '../core/present/subject.ts';
import type { PageContext } from '../core/present/tool-page.ts';
import { addressesOf } from './addresses.ts';
import { attacksIn, writeAttacks } from './attacks.ts';
import type { BuildRequest } from './build-site.ts';
import { writeCards } from './cards.ts';
import { DefinitionWarnings } from './definition-warnings.ts';
import { writeEnforcement } from './enforcement.ts';
import { guideLinks, type Reading, readReading, writeReading } from './guides.ts';
import { BulkFile } from './machine/bulk-file.ts';
import { writeMachine } from './machine/machine.ts';
import { type MeasuredSets, writeMethodology } from './methodology.ts';
import { presentServer } from './present-server.ts';
import type { Render } from './render.ts';
import { writeRulePages } from './rule-pages.ts';
import { SiteFiles } from './site-files.ts';
import { siteHeaders } from './site-headers.ts';
import { type Place, writeSitemaps } from './sitemap.ts';
import { writeStackPages, writeSummary } from './summaries.ts';
import type { Survey } from './survey.ts';
import { techniqueFigures } from './techniques.ts';
import { textFigures } from './text-figures.ts';
import { variantsOf } from './variants.ts';
import { serverRows, writeOverview, writeShard } from './write-models.ts';
import { writeRedirects } from './write-redirects.ts';
import { writeRulebook } from './write-rulebook.ts';
import { writeSchemas } from './write-schemas.ts';
import { writeTwins } from './write-twins.ts';

interface Folders {
  models: string;
  site: string;
}

/** Whoever works beside the writer, while the models come out. */
export interface Followers {
  search: { add: (subject: Subject) => Promise<void> };
  render: Pick<Render, 'overviewIsWritten' | 'serverIsWritten'>;
}

/**
 * Writes page models, twins and indexes: first what spans the catalogue, so that rendering can begin, then one
 * server after the other; one server is held at a time. Returns what is wrong with definitions.
 */
export async function writeSite(
  folders: Folders,
  request: BuildRequest,
  survey: Survey,
  { search, render }: Followers,
): Promise<Finding[]> {
  const models = new SiteFiles(folders.models);
  const site = new SiteFiles(folders.site);
  const attacks = attacksIn(request.rulesDir);
  const guides = writeSpanning(models, site, request, survey, attacks);
  render.overviewIsWritten();
  const cards = writeCards(site, survey);
  // Whoever awaits it hears of a failure; until then it must not end the process.
  cards.catch(() => {});
  const warnings = new DefinitionWarnings();
  const bulk = new BulkFile(join(folders.site, 'api/v1/tools.jsonl.gz'));
  const { eager } = variantsOf(request.rulesDir);
  const heldBack: PageContext['heldBack'] = ({ definition, provenance, verdict }) =>
    heldReasons(eager, definition, provenance, verdict);
  for (const [index, surveyed] of survey.servers.entries()) {
    const presented = presentServer(surveyed, survey, heldBack, guides, attacks?.patterns);
    writeShard(models, presented);
    render.serverIsWritten(surveyed.entry.id);
    await bulk.add(writeTwins(site, presented));
    writeSummary(site, presented);
    warnings.add(presented);
    for (const { subject } of presented.tools) await search.add(subject);
    request.progress('written', index + 1, survey.servers.length);
  }
  await bulk.finish();
  await cards;
  return warnings.findings();
}

/**
 * Everything that needs no definition: lists, indexes, and what crawlers, hosts and programs look for. Returns the
 * guides that tool pages choose from.
 */
function writeSpanning(
  models: SiteFiles,
  site: SiteFiles,
  request: BuildRequest,
  survey: Survey,
  attacks: Attacks | null,
): GuideLink[] {
  const servers = serverRows(survey.servers);
  const rulePages = writeRulePages(models, site, request.rulesDir, survey.servers);
  const attackPages = writeAttacks(models, site, request.site, attacks, survey);
  const reading = readingOf(request, survey, rulePages.length - 1);
  const guides = guideLinks(reading);
  const addresses = addressesOf(survey, [...rulePages, ...attackPages, ...guides.map(({ href }) => href)]);
  const lists = [
    ...writeOverview(models, site, request.site, servers, survey),
    ...rulePages,
    ...attackPages,
    ...writeReading(models, site, reading, addresses),
    ...writeEnforcement(models, site, survey),
    ...writeMachine(models, site, request.site, survey.servers),
    ...writeStackPages(models, site, survey),
    writeMethodology(models, site, measuredBy(request), request.classifier, survey.servers),
  ];
  writeRedirects(site, request.site, survey.servers);
  writeSchemas(site);
  writeRulebook(site, request.rulesDir);
  site.write('llms.txt', llmsText(request.site, servers));
  site.write('_headers', siteHeaders(request.contentSecurityPolicy));
  site.write('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${request.site}/sitemap-index.xml\n`);
  writeSitemaps(site, request.site, placesOf(survey, lists));
  return guides;
}

/** What is wrong with guides was told before anything was written. */
function readingOf({ readingDir, labels, classifier }: BuildRequest, survey: Survey, rules: number): Reading {
  return readReading(readingDir, textFigures(survey, rules, labels, classifier)).reading;
}

function placesOf({ servers }: Survey, lists: readonly string[]): Place[] {
  const pages = ['/', '/servers/', '/policy/', '/contact/', ...lists].map(
    (href): Place => ({ href, date: null }),
  );
  const dated = servers.flatMap(({ entry, rows, date }) =>
    [`/servers/${entry.id}/`, ...rows.map((row) => row.href)].map((href): Place => ({ href, date })),
  );
  return [...pages, ...dated];
}

/** A set that cannot be used is told by `toolwarden check`. */
function measuredBy({ labels, rulesDir }: BuildRequest): MeasuredSets {
  return { set: labels, techniques: techniqueFigures(rulesDir).figures };
}
