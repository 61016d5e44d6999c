import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { noticeOf } from '../../src/ingest/notice.ts';
import { problem } from '../../src/ingest/problem.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

/** `toolwarden notice`: writes NOTICE from the catalogue; with `--check` only says whether it is up to date. */
export function register(program: Command, done: (exitCode: number) => void): void {
  program
    .command('notice')
    .description('Write NOTICE: every catalogued package with its licence')
    .option('--catalog <dir>', 'the catalogue', 'catalog')
    .option('--out <file>', 'the file', 'NOTICE')
    .option('--check', 'change nothing; exit 1 when the file is out of date')
    .action((flags: { catalog: string; out: string; check?: true }) => done(notice(flags)));
}

function notice({ catalog, out, check }: { catalog: string; out: string; check?: true }): number {
  const { text, findings } = noticeOf(catalog);
  if (findings.length > 0) throw new Unusable(findings);
  const isCurrent = existsSync(out) && readFileSync(out, 'utf8') === text;
  if (isCurrent) return 0;
  if (check !== true) {
    writeFileSync(out, text);
    process.stderr.write(`Wrote ${out}.\n`);
    return 0;
  }
  const message = 'The file differs from what the catalogue says.';
  reportFindings([problem('stale-notice', message, 'Run `toolwarden notice`.', { file: out, line: 1 })]);
  return 1;
}
