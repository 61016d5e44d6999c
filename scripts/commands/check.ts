import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { checkCatalogue } from '../../src/pipeline/check-catalogue.ts';
import { EMBEDDED_CATALOGUE } from '../embedded-catalogue.ts';
import { exitCodeFor, type FailOn, failOnOption } from '../fail-on.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

interface Flags {
  catalog: string;
  write?: true;
  failOn: FailOn;
}

/** `toolwarden check`: every problem of a catalogue at once; exit 2 when one of them is an error. */
export function register(program: Command, done: (exitCode: number) => void): void {
  program
    .command('check')
    .description('Checks rules, cases, lexicons, servers, verdict ledgers and NOTICE')
    .option('--catalog <dir>', 'the catalogue', EMBEDDED_CATALOGUE)
    .option('--write', 'bring the verdict ledgers up to date')
    .addOption(failOnOption())
    .action((flags: Flags) => done(run(flags)));
}

/** NOTICE speaks of the embedded catalogue alone. */
function run({ catalog, write, failOn }: Flags): number {
  const notice = relative(EMBEDDED_CATALOGUE, catalog) === '' ? join(catalog, '../NOTICE') : null;
  const rulesDir = existsSync(join(catalog, 'rules')) ? catalog : EMBEDDED_CATALOGUE;
  const request = { catalogDir: catalog, rulesDir, notice, write: write === true };
  const { findings, written } = checkCatalogue(request);
  if (write) process.stderr.write(`${written} ${written === 1 ? 'ledger' : 'ledgers'} written.\n`);
  if (findings.some(({ severity }) => severity === 'error')) throw new Unusable(findings);
  reportFindings(findings);
  if (findings.length === 0) process.stderr.write('Nothing to report.\n');
  return exitCodeFor(findings, failOn);
}
