import { type Command, Option } from 'commander';
import type { Finding } from '../../src/core/finding.ts';
import { STDIN } from '../../src/ingest/plain-file.ts';
import { openToolInput, type ToolInput } from '../../src/ingest/tool-input.ts';
import { classificationOf } from '../../src/pipeline/classification.ts';
import { namesOf } from '../../src/pipeline/input-names.ts';
import { type ClassifyFormat, FORMATS, writerOf } from '../classify-formats.ts';
import { type Earlier, readEarlier } from '../earlier-tools.ts';
import { exitCodeFor, type FailOn, failOnOption } from '../fail-on.ts';
import { embeddedClassifier } from '../load-rules.ts';
import { print } from '../print.ts';
import { Unusable } from '../unusable.ts';

interface Flags {
  format: ClassifyFormat;
  server?: string;
  previous?: string;
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
    .option('--previous <file>', 'the tools as they were observed before, to report what changed')
    .addOption(failOnOption())
    .action(async (file: string, flags: Flags) => {
      const { input, findings } = await openToolInput(file, flags.server ?? null);
      if (input === null) throw new Unusable(findings);
      const earlier = await readEarlier(flags.previous, flags.server ?? null);
      done(await run(input, flags, earlier));
    });
}

async function run(input: ToolInput, { format, failOn }: Flags, earlier: Earlier): Promise<number> {
  const classifier = embeddedClassifier();
  const writer = writerOf(format);
  const worst = new Map<Finding['severity'], Finding>();
  let tools = 0;
  try {
    const names = await namesOf(input.entries());
    for await (const entry of input.entries()) {
      const record = classificationOf(entry, classifier, earlier.of(entry.server, entry.tool.name));
      const findings = [...record.findings, ...names.findingsOf(entry)];
      for (const finding of findings) worst.set(finding.severity, finding);
      tools++;
      const text = writer.add({ ...record, findings });
      if (text !== '') await print(text);
    }
    await print(writer.end());
  } finally {
    input.close();
  }
  process.stderr.write(`${tools} ${tools === 1 ? 'tool' : 'tools'} classified.\n`);
  return exitCodeFor([...worst.values()], failOn);
}
