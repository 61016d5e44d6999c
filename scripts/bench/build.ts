import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Classifier } from '../../src/core/classify/classifier.ts';
import { readSources } from '../../src/pipeline/sources.ts';
import { surveyServers } from '../../src/pipeline/survey.ts';
import { writeSite } from '../../src/pipeline/write-site.ts';
import { EMBEDDED_CATALOGUE } from '../embedded-catalogue.ts';
import { writeGeneratedTools } from './generated-tools.ts';
import { pagesOf, writeHugoProject } from './hugo.ts';
import { measuredRun, type Run } from './measured-run.ts';
import type { Figure } from './table.ts';

const ROUNDS = 2;
const SIZES = [25_000, 50_000, 100_000];

function build(input: string, out: string): Promise<Run> {
  return measuredRun(process.execPath, ['scripts/toolwarden.mjs', 'build', '--catalog', input, '--out', out]);
}

/**
 * The whole build and Hugo's rendering of the same models to the same pages, in turns, so that both meet the
 * same machine. Nothing is removed in between: ext4 makes new files slowly for minutes after it removed many.
 */
export async function benchAgainstHugo(
  input: string,
  folder: string,
  classifier: Classifier,
): Promise<Figure[]> {
  const [out, project] = [join(folder, 'dist'), join(folder, 'hugo')];
  const rendered = (round: number): string => join(folder, `hugo-${round}`);
  const ours = [await build(input, out)];
  const memory: Figure = {
    what: 'peak memory of that build, its renderer and Pagefind included',
    result: megabytes(ours[0]),
    aim: 'under 1500 MB',
  };
  const whole = (run: Run | undefined): string =>
    `${run?.seconds.toFixed(1)} s (processor ${run?.processorSeconds.toFixed(1)} s)`;
  if (spawnSync('hugo', ['version']).status !== 0) {
    const built: Figure = {
      what: `build ${input}`,
      result: whole(ours[0]),
      aim: 'Hugo is not installed: nothing to compare with',
    };
    return [built, memory];
  }
  await writeModels(input, folder, classifier);
  writeHugoProject(join(folder, 'models'), project, out);
  const hugo: Run[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    hugo.push(await measuredRun('hugo', ['--quiet', '--source', project, '--destination', rendered(round)]));
    ours.push(await build(input, join(folder, `again-${round}`)));
  }
  const [fast, fastHugo] = [fastest(ours), fastest(hugo)];
  const [pages, hugoPages] = [pagesOf(out), pagesOf(rendered(0))];
  const ratio = fast.seconds / fastHugo.seconds;
  return [
    {
      what: `build ${input}: all of it, best of ${ours.length}`,
      result: whole(fast),
      aim: 'no more than Hugo',
    },
    { what: `hugo, pages only, best of ${hugo.length}`, result: whole(fastHugo), aim: '' },
    { what: 'ratio of the two', result: ratio.toFixed(2), aim: '1.00 or less' },
    { what: 'pages: ours, Hugo', result: `${pages.pages}, ${hugoPages.pages}`, aim: 'equal' },
    {
      what: 'bytes of HTML, ours to Hugo',
      result: (pages.bytes / hugoPages.bytes).toFixed(3),
      aim: '0.950 to 1.050',
    },
    memory,
  ];
}

/** The page models that the build gives to the pages, kept for Hugo. */
async function writeModels(input: string, folder: string, classifier: Classifier): Promise<void> {
  const { sources } = await readSources([input], folder);
  const survey = surveyServers(sources, classifier, () => {});
  const folders = { models: join(folder, 'models'), site: join(folder, 'twins') };
  const request = {
    inputs: [input],
    out: '',
    site: 'http://localhost:4321',
    contactEndpoint: null,
    contactMail: null,
    contentSecurityPolicy: '',
    classifier,
    readingDir: 'catalog',
    rulesDir: EMBEDDED_CATALOGUE,
    labels: null,
    progress: () => {},
  };
  const nobody = {
    search: { add: async () => {} },
    render: { overviewIsWritten: () => {}, serverIsWritten: () => {} },
  };
  await writeSite(folders, request, survey, nobody);
}

function fastest(runs: readonly Run[]): Run {
  return runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));
}

function megabytes(run: Run | undefined): string {
  return run?.peakMegabytes == null ? 'not known here' : `${Math.round(run.peakMegabytes)} MB`;
}

/** Time and memory of builds of growing size: time per tool must not grow. */
export async function benchScale(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  let first = 0;
  for (const size of SIZES) {
    const input = join(folder, `generated-${size}.jsonl`);
    writeGeneratedTools(input, size);
    const run = await build(input, join(folder, `scale-${size}`));
    const perTool = (run.seconds / size) * 1e6;
    first = first === 0 ? perTool : first;
    const result = `${run.seconds.toFixed(1)} s, ${perTool.toFixed(0)} µs a tool (x${(perTool / first).toFixed(2)}), ${megabytes(run)}`;
    figures.push({
      what: `build ${size} generated tools`,
      result,
      aim: size === 100_000 ? 'linear, under 3500 MB' : 'linear',
    });
  }
  return figures;
}
