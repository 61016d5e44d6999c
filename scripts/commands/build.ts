import { SingleBar } from 'cli-progress';
import { type Command, InvalidArgumentError } from 'commander';
import type { Progress } from '../../src/pipeline/build-site.ts';
import { reportFindings } from '../report.ts';
import { type BuildOptions, runBuild } from '../run-build.ts';
import { Unusable } from '../unusable.ts';

export function register(program: Command, done: (exitCode: number) => void): void {
  program
    .command('build')
    .description('Builds the site from catalogue folders and files of definitions.')
    .option('--catalog <path>', 'catalogue folder or file of definitions; may be repeated', collect, [])
    .option('--out <dir>', 'where the site is published', 'dist')
    .option('--site <url>', 'origin the site is published at', origin, 'http://localhost:4321')
    .option('--contact-endpoint <url>', 'where the contact form posts to', endpoint)
    .option(
      '--contact-mail <address>',
      'where visitors may write to, beside or in the place of the form',
      address,
    )
    .action(async (options: BuildOptions) => {
      await run(options);
      done(0);
    });
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function endpoint(value: string): string {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new InvalidArgumentError(
      'Write an address such as https://example.org/contact, without a name or password.',
    );
  }
  return url.href;
}

/** Strict enough that the address means itself in a mail link. */
function address(value: string): string {
  if (/^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(value)) return value;
  throw new InvalidArgumentError('Write an address such as catalogue@example.org.');
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
  const { progress, stop } = progressBar();
  const { built, findings } = await runBuild(options, progress).finally(stop);
  if (built === null) throw new Unusable(findings);
  reportFindings(findings);
  process.stderr.write(`Built ${built.tools} tools of ${built.servers} servers into ${options.out}.\n`);
}

/** A bar on a terminal, nothing elsewhere: logs of a build are not made of bars. */
function progressBar(): { progress: Progress; stop(): void } {
  if (!process.stderr.isTTY) return { progress: () => {}, stop: () => {} };
  const bar = new SingleBar({ format: '{stage} [{bar}] {value} of {total} servers', clearOnComplete: true });
  const progress: Progress = (stage, done, total) => {
    if (done === 1) bar.start(total, 0, { stage });
    bar.update(done, { stage });
  };
  return { progress, stop: () => bar.stop() };
}
