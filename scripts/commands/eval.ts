import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import type { Finding } from '../../src/core/finding.ts';
import { readPredictions } from '../../src/ingest/labels.ts';
import { problem } from '../../src/ingest/problem.ts';
import { benchmarkOf, type Entrant } from '../../src/pipeline/benchmark.ts';
import { evaluate } from '../../src/pipeline/evaluate.ts';
import { type LabelledSet, labelledTools } from '../../src/pipeline/labelled-tools.ts';
import { coverageFindings } from '../../src/pipeline/prediction-coverage.ts';
import { benchmarkText } from '../benchmark-text.ts';
import { EMBEDDED_CATALOGUE } from '../embedded-catalogue.ts';
import { evaluationText } from '../evaluation-text.ts';
import { exitCodeFor, type FailOn, failOnOption } from '../fail-on.ts';
import { halvesText } from '../halves-text.ts';
import { embeddedClassifier } from '../load-rules.ts';
import { jsonLine, print } from '../print.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

interface Flags {
  gold?: string;
  tools?: string;
  predictions?: string;
  ablate?: true;
  halves?: boolean;
  format: 'text' | 'json';
  failOn: FailOn;
}

/** `toolwarden eval`: how often verdicts agree with labelled tools. */
export function register(program: Command, done: (exitCode: number) => void): void {
  program
    .command('eval')
    .description('Scores verdicts against labelled tools: those of the catalogue, or those of --gold')
    .option('--gold <file>', 'other labelled tools, JSON Lines')
    .option('--tools <file>', 'definitions of the tools of --gold, JSON Lines with ids')
    .option('--predictions <file>', 'verdicts to score, JSON Lines with ids (server/tool without --gold)')
    .option(
      '--ablate',
      'also print what each part of a definition and its negations add (JSON always says it)',
    )
    .option('--halves', 'also score --gold by halves, split by server: tuning and validation')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(failOnOption())
    .action(async (flags: Flags) => done(await run(flags)));
}

async function run(flags: Flags): Promise<number> {
  const { text, findings } =
    flags.gold === undefined ? await scoredOnCatalogue(flags) : await scoredOnGold(flags, flags.gold);
  await print(text);
  reportFindings(findings);
  return exitCodeFor(findings, flags.failOn);
}

interface Scored {
  text: string;
  findings: Finding[];
}

async function scoredOnGold(
  { tools, predictions, format, ablate, halves = false }: Flags,
  gold: string,
): Promise<Scored> {
  if (ablate === true)
    throw new Unusable([
      problem('no-ablation', '--ablate needs the labels of the catalogue.', 'Leave out --gold.'),
    ]);
  if (tools === undefined && predictions === undefined) {
    const hint = 'Add --tools FILE with the definitions, or --predictions FILE with verdicts.';
    throw new Unusable([problem('no-tools', 'There is nothing to score.', hint)]);
  }
  const request = { gold, tools: tools ?? null, predictions: predictions ?? null, halves };
  const { report, findings } = await evaluate({ ...request, classifier: embeddedClassifier() });
  if (report === null) throw new Unusable(findings);
  if (format === 'json') return { text: jsonLine(report), findings };
  const split = report.halves === undefined ? '' : halvesText(report.halves);
  return { text: evaluationText(report) + split, findings };
}

async function scoredOnCatalogue({ tools, predictions, format, ablate, halves }: Flags): Promise<Scored> {
  if (halves === true)
    throw new Unusable([
      problem('no-halves', '--halves splits the labels of --gold.', 'Add --gold FILE, or leave it out.'),
    ]);
  if (tools !== undefined)
    throw new Unusable([
      problem('no-labels', '--tools has no labels to go with.', 'Add --gold FILE with them.'),
    ]);
  const { set, findings } = labelledTools(EMBEDDED_CATALOGUE);
  if (set === null) throw new Unusable(findings);
  const entrant = predictions === undefined ? null : await entrantFrom(predictions, set, findings);
  const benchmark = benchmarkOf(set, embeddedClassifier(), entrant);
  const text = format === 'json' ? jsonLine(benchmark) : benchmarkText(benchmark, ablate === true);
  return { text, findings };
}

async function entrantFrom(file: string, { tools }: LabelledSet, findings: Finding[]): Promise<Entrant> {
  const read = await readPredictions(file);
  if (read.findings.length > 0) throw new Unusable(read.findings);
  findings.push(
    ...coverageFindings(
      file,
      tools.map(({ label }) => label.id),
      read.rows.map(({ id }) => id),
    ),
  );
  return { title: basename(file), predictions: read.rows };
}
