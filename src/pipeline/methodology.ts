import type { Classifier } from '../core/classify/classifier.ts';
import type { Benchmark } from '../core/evaluate/benchmark.ts';
import { sectionsMarkdown } from '../core/present/document-markdown.ts';
import { type MethodologyPage, methodologyPage } from '../core/present/methodology.ts';
import type { TechniqueFigures } from '../core/present/methodology-techniques.ts';
import { benchmarkOf } from './benchmark.ts';
import type { LabelledSet } from './labelled-tools.ts';
import type { SiteFiles } from './site-files.ts';
import type { SurveyedServer } from './survey.ts';

/** What the methodology page takes its figures from; null where the catalogue has none. */
export interface MeasuredSets {
  set: LabelledSet | null;
  techniques: TechniqueFigures | null;
}

/**
 * The methodology page, its Markdown twin, and as its JSON twin what `toolwarden eval --format json` prints; without
 * labels the page has no figures and no JSON twin. Returns its address.
 */
export function writeMethodology(
  models: SiteFiles,
  site: SiteFiles,
  { set, techniques }: MeasuredSets,
  classifier: Classifier,
  servers: readonly SurveyedServer[],
): string {
  const benchmark: Benchmark | null = set === null ? null : benchmarkOf(set, classifier, null);
  const hrefs = hrefsOf(servers);
  const page: MethodologyPage = methodologyPage(benchmark, techniques, (id) => hrefs.get(id));
  models.writeJson('methodology.json', { ...page, hasFigures: benchmark !== null });
  site.write('methodology/index.md', `# Methodology\n\n${page.lead}\n\n${sectionsMarkdown(page.sections)}\n`);
  if (benchmark !== null) site.write('methodology/index.json', `${JSON.stringify(benchmark)}\n`);
  return page.href;
}

/** Pages of this site by `server/tool`: labels may speak of a catalogue that this site does not show. */
function hrefsOf(servers: readonly SurveyedServer[]): Map<string, string> {
  const hrefs = new Map<string, string>();
  for (const { entry, names, rows } of servers)
    for (const [index, row] of rows.entries()) hrefs.set(`${entry.id}/${names[index]}`, row.href);
  return hrefs;
}
