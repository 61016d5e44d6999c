import { type Command, Option } from 'commander';
import type { Finding } from '../../src/core/finding.ts';
import { STDIN } from '../../src/ingest/plain-file.ts';
import { openToolInput, type ToolInput } from '../../src/ingest/tool-input.ts';
import { classificationOf } from '../../src/pipeline/classification.ts';
import { type ClassifyFormat, FORMATS, writerOf } from '../classify-formats.ts';
import { exitCodeFor, type FailOn, failOnOption } from '../fail-on.ts';
import { embeddedClassifier } from '../load-rules.ts';
import { print } from '../print.ts';
import { Unusable } from '../unusable.ts';

interface Flags {
  format: ClassifyFormat;
  server?: string;
  failOn: FailOn;
}

/** `toolwarden classify [FILE or -]`: the verdict of every tool of an input, in the order of the input. */
export function register(program: Command, done: (exitCode: number) => void): void {
  program
    .command('classify')
    .description('Classifies tools: JSON Lines of definitions, or a tools/list result; gzip accepted')
    .argument('[file]', 'what to read; - is standard input', STDIN)
    .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('jsonl'))
    .option('--server <name>', 'the server, where the input names none')
    .addOption(failOnOption())
    .action(async (file: string, flags: Flags) => {
      const { input, findings } = await openToolInput(file, flags.server ?? null);
      if (input === null) throw new Unusable(findings);
      done(await run(input, flags));
    });
}

async function run(input: ToolInput, { format, failOn }: Flags): Promise<number> {
  const classifier = embeddedClassifier();
  const writer = writerOf(format);
  const worst = new Map<Finding['severity'], Finding>();
  let tools = 0;
  try {
    for await (const entry of input.entries()) {
      const record = classificationOf(entry, classifier);
      for (const finding of record.findings) worst.set(finding.severity, finding);
      tools++;
      const text = writer.add(record);
      if (text !== '') await print(text);
    }
    await print(writer.end());
  } finally {
    input.close();
  }
  process.stderr.write(`${tools} ${tools === 1 ? 'tool' : 'tools'} classified.\n`);
  return exitCodeFor([...worst.values()], failOn);
}
