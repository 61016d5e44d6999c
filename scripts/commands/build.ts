import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { type Command, InvalidArgumentError } from 'commander';
import { buildSite } from '../../src/pipeline/build-site.ts';
import { loadClassifier } from '../../src/pipeline/rulebook.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

interface BuildOptions {
  catalog: string[];
  out: string;
  site: string;
  contactEndpoint?: string;
}

const EMBEDDED = 'catalog';

export function register(program: Command, done: (exitCode: number) => void): void {
  program
    .command('build')
    .description('Builds the site from catalogue folders and files of definitions.')
    .option('--catalog <path>', 'catalogue folder or file of definitions; may be repeated', collect, [])
    .option('--out <dir>', 'where the site is published', 'dist')
    .option('--site <url>', 'origin the site is published at', origin, 'http://localhost:4321')
    .option('--contact-endpoint <url>', 'where the contact form posts to')
    .action(async (options: BuildOptions) => {
      await run(options);
      done(0);
    });
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function origin(value: string): string {
  const url = URL.parse(value);
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new InvalidArgumentError('Write an origin such as https://tools.example.org, without a path.');
  }
  return url.origin;
}

async function run(options: BuildOptions): Promise<void> {
  const inputs = options.catalog.length === 0 ? [EMBEDDED] : options.catalog;
  const rules = inputs.find((input) => existsSync(join(input, 'rules'))) ?? EMBEDDED;
  const { classifier, findings: ruleFindings } = loadClassifier(rules);
  if (classifier === null) throw new Unusable(ruleFindings);
  const bar = new SingleBar({ format: '{stage} [{bar}] {value}/{total}', clearOnComplete: true });
  const isShown = process.stderr.isTTY;
  const { built, findings } = await buildSite({
    inputs,
    out: options.out,
    site: options.site,
    classifier,
    progress: (stage, value, total) => {
      if (!isShown) return;
      if (value === 1) bar.start(total, 0, { stage });
      bar.update(value, { stage });
    },
  });
  bar.stop();
  if (built === null) throw new Unusable([...ruleFindings, ...findings]);
  reportFindings([...ruleFindings, ...findings]);
  process.stderr.write(`Built ${built.tools} tools of ${built.servers} servers into ${options.out}.\n`);
}
