import { type Command, Option } from 'commander';
import { problem } from '../../src/ingest/problem.ts';
import { evaluate } from '../../src/pipeline/evaluate.ts';
import { evaluationText } from '../evaluation-text.ts';
import { exitCodeFor, type FailOn, failOnOption } from '../fail-on.ts';
import { embeddedClassifier } from '../load-rules.ts';
import { print } from '../print.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

interface Flags {
  gold: string;
  tools?: string;
  predictions?: string;
  format: 'text' | 'json';
  failOn: FailOn;
}

/** `toolwarden eval`: how often verdicts agree with labelled tools. */
export function register(program: Command, done: (exitCode: number) => void): void {
  program
    .command('eval')
    .description('Scores verdicts against labelled tools')
    .requiredOption('--gold <file>', 'labelled tools, JSON Lines')
    .option('--tools <file>', 'definitions of the labelled tools, JSON Lines with ids')
    .option('--predictions <file>', 'verdicts to score in place of our own, JSON Lines with ids')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(failOnOption())
    .action(async (flags: Flags) => done(await run(flags)));
}

async function run({ gold, tools, predictions, format, failOn }: Flags): Promise<number> {
  if (tools === undefined && predictions === undefined) {
    const hint = 'Add --tools FILE with the definitions, or --predictions FILE with verdicts.';
    throw new Unusable([problem('no-tools', 'There is nothing to score.', hint)]);
  }
  const request = { gold, tools: tools ?? null, predictions: predictions ?? null };
  const { report, findings } = await evaluate({ ...request, classifier: embeddedClassifier() });
  if (report === null) throw new Unusable(findings);
  await print(format === 'json' ? `${JSON.stringify(report)}\n` : evaluationText(report));
  reportFindings(findings);
  return exitCodeFor(findings, failOn);
}
