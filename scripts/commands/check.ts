import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Command, Option } from 'commander';
import type { Finding } from '../../src/core/finding.ts';
import { CLAUDE_DIRECTORY } from '../../src/core/profiles/claude-directory.ts';
import { problem } from '../../src/ingest/problem.ts';
import { checkCatalogue } from '../../src/pipeline/check-catalogue.ts';
import { checkProfile } from '../check-profile.ts';
import { type Earlier, readEarlier } from '../earlier-tools.ts';
import { EMBEDDED_CATALOGUE } from '../embedded-catalogue.ts';
import { exitCodeFor, type FailOn, failOnOption } from '../fail-on.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

interface Flags {
  catalog: string;
  write?: true;
  profile?: string;
  previous?: string;
  failOn: FailOn;
}

/**
 * `toolwarden check`: every problem of a catalogue at once; exit 2 when one of them is an error. With `--profile` it
 * holds tools against the review criteria of a directory instead, with `--previous` it also tells what became of each
 * definition since an earlier observation.
 */
export function register(program: Command, done: (exitCode: number) => void): void {
  program
    .command('check')
    .description(
      'Checks rules, cases, lexicons, servers, rulings, verdict ledgers and NOTICE; or tools against a profile',
    )
    .argument(
      '[subject]',
      'with --profile: a file of definitions, - or a server of the catalogue; else every server',
    )
    .option('--catalog <dir>', 'the catalogue', EMBEDDED_CATALOGUE)
    .option('--write', 'bring the verdict ledgers up to date')
    .addOption(
      new Option('--profile <name>', 'what the criteria of a directory would reject').choices([
        CLAUDE_DIRECTORY.id,
      ]),
    )
    .addOption(
      new Option(
        '--previous <dir or file>',
        'an earlier catalogue, or tools as they were observed before, to report what changed',
      ).conflicts('profile'),
    )
    .addOption(failOnOption())
    .action(async (subject: string | undefined, flags: Flags) => {
      if (flags.profile !== undefined)
        return done(await checkProfile(subject ?? null, flags.catalog, flags.failOn));
      if (subject !== undefined) throw new Unusable([subjectless(subject)]);
      const earlier = flags.previous === undefined ? null : await readEarlier(flags.previous, null);
      done(run(flags, earlier));
    });
}

/** NOTICE speaks of the embedded catalogue alone. */
function run({ catalog, write, failOn }: Flags, earlier: Earlier | null): number {
  const notice = relative(EMBEDDED_CATALOGUE, catalog) === '' ? join(catalog, '../NOTICE') : null;
  const rulesDir = existsSync(join(catalog, 'rules')) ? catalog : EMBEDDED_CATALOGUE;
  const request = { catalogDir: catalog, rulesDir, notice, write: write === true, earlier };
  const { findings, written, reach } = checkCatalogue(request);
  for (const line of reach) process.stderr.write(`${line}\n`);
  if (write) process.stderr.write(`${written} ${written === 1 ? 'ledger' : 'ledgers'} written.\n`);
  if (findings.some(({ severity }) => severity === 'error')) throw new Unusable(findings);
  reportFindings(findings);
  if (findings.length === 0) process.stderr.write('Nothing to report.\n');
  return exitCodeFor(findings, failOn);
}

function subjectless(subject: string): Finding {
  const message = `"${subject}" is named, and a check of the catalogue takes no file or server.`;
  return problem(
    'no-subject',
    message,
    'Add --profile claude-directory, or name the catalogue with --catalog.',
  );
}
