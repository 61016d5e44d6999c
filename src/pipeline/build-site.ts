import { join } from 'node:path';
import type { Classifier } from '../core/classify/classifier.ts';
import type { Finding } from '../core/finding.ts';
import { FullTextIndex } from './full-text-index.ts';
import { readReading } from './guides.ts';
import type { LabelledSet } from './labelled-tools.ts';
import { startRender } from './render.ts';
import { SearchIndex } from './search-index.ts';
import { SiteFiles } from './site-files.ts';
import { readSources } from './sources.ts';
import { openStage, type Stage, writingFailed } from './stage.ts';
import { type Survey, surveyServers } from './survey.ts';
import { noFigures } from './text-figures.ts';
import { type Followers, writeSite } from './write-site.ts';

/** Called as servers pass a stage of the build. */
export type Progress = (stage: string, done: number, total: number) => void;

export interface BuildRequest {
  /** Catalogue folders and files of definitions. */
  inputs: string[];
  out: string;
  /** Canonical origin, without a slash at the end. */
  site: string;
  contactEndpoint: string | null;
  contactMail: string | null;
  /** What the pages may load; sent as a header as well. */
  contentSecurityPolicy: string;
  classifier: Classifier;
  /** The catalogue folder whose rules the classifier was made of. */
  rulesDir: string;
  /** The catalogue folder whose guides and glossary the site has. */
  readingDir: string;
  /** Labelled tools to measure the classifier on; null where that catalogue has none. */
  labels: LabelledSet | null;
  progress: Progress;
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
    const finding = writingFailed(request.out, error);
    if (finding === null) throw error;
    return { built: null, findings: [finding] };
  }
}

async function buildIn(stage: Stage, request: BuildRequest): Promise<BuildOutcome> {
  const { sources, rulings, findings } = await readSources(request.inputs, stage.work);
  const progress = (done: number): void => request.progress('classified', done, sources.length);
  // Its vocabulary takes a tenth of a second to load, which no other command should pay.
  const { countTokens } = await import('../core/tokens/count-tokens.ts');
  const survey = surveyServers(sources, request.classifier, progress, rulings, countTokens);
  findings.push(...survey.findings, ...readReading(request.readingDir, noFigures()).findings);
  findings.sort(byPlace);
  if (findings.some((finding) => finding.severity === 'error')) return { built: null, findings };
  findings.push(...(await renderAndIndex(stage, request, survey)));
  return { built: { servers: survey.catalogue.servers, tools: survey.catalogue.tools }, findings };
}

/** Pages are rendered and full text is indexed in processes of their own, while this one writes models. */
async function renderAndIndex(stage: Stage, request: BuildRequest, survey: Survey): Promise<Finding[]> {
  const models = join(stage.work, 'models');
  const fullText = await FullTextIndex.open();
  const render = startRender({
    models,
    out: stage.site,
    root: stage.root,
    site: request.site,
    contactEndpoint: request.contactEndpoint,
    contactMail: request.contactMail,
  });
  const names = new SearchIndex();
  const search: Followers['search'] = {
    add: (subject) => {
      names.add(subject);
      return fullText.add(subject);
    },
  };
  try {
    const warnings = await writeSite({ models, site: stage.site }, request, survey, { search, render });
    names.write(new SiteFiles(stage.site));
    await Promise.all([fullText.write(join(stage.site, 'pagefind')), render.finished]);
    return warnings;
  } finally {
    render.stop();
    await fullText.close();
  }
}

/** By file, then by line, so that a person mends one file after the other. */
function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return (a.file ?? '') < (b.file ?? '') ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
