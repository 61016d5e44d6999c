import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blastRadius } from '../core/catalogue/blast-radius.ts';
import { ledgerText } from '../core/catalogue/ledger.ts';
import { ledgerChanges } from '../core/catalogue/ledger-changes.ts';
import type { Classifier } from '../core/classify/classifier.ts';
import type { Verdict } from '../core/classify/verdict.ts';
import type { Finding } from '../core/finding.ts';
import { readCatalogue } from '../ingest/catalogue.ts';
import { problem } from '../ingest/problem.ts';
import type { RulingFile } from '../ingest/rulings.ts';
import { withRulings } from './rulings.ts';

/** The verdict ledger of one server, as it stands and as it should. */
export interface Ledger {
  server: string;
  file: string;
  /** Null where there is none. */
  found: string | null;
  wanted: string;
  verdicts: Verdict[];
}

/** The ledgers of every server that can be read; what is wrong with the others is reported by the survey. */
export function ledgersOf(
  catalogDir: string,
  classifier: Classifier,
  rulings: readonly RulingFile[] = [],
): Ledger[] {
  return readCatalogue(catalogDir).sources.flatMap((source): Ledger[] => {
    const { server } = source.read();
    if (server === null) return [];
    const { definitions, provenance } = server;
    const unruled = definitions.map((definition) => classifier.classify(definition, provenance));
    const own = rulings.filter(({ ruling }) => ruling.server === source.id);
    const { verdicts } = withRulings(definitions, unruled, own);
    const entries = verdicts.map((verdict, index) => ({ name: definitions[index]?.name ?? '', verdict }));
    const file = join(dirname(source.file), 'verdicts.tsv');
    const found = existsSync(file) ? readFileSync(file, 'utf8') : null;
    return [{ server: source.id, file, found, wanted: ledgerText(entries), verdicts: unruled }];
  });
}

/** Ledgers that do not say what the rules conclude now, each at the first line that differs. */
export function staleLedgers(ledgers: readonly Ledger[]): Finding[] {
  const hint =
    'Run `toolwarden check --write` and commit the difference, which shows what a change of rules reached.';
  return ledgers.flatMap(({ file, found, wanted }) => {
    if (found === wanted) return [];
    const message =
      found === null
        ? 'The verdict ledger is missing.'
        : 'The verdict ledger is not what the rules conclude now.';
    return [
      problem('stale-ledger', message, hint, {
        file,
        line: found === null ? 1 : firstDifference(found, wanted),
      }),
    ];
  });
}

function firstDifference(found: string, wanted: string): number {
  const [one, other] = [found.split('\n'), wanted.split('\n')];
  return other.findIndex((line, index) => line !== one[index]) + 1 || other.length;
}

/** What bringing the ledgers up to date changes, as lines for a person. */
export function reachOf(ledgers: readonly Ledger[]): string[] {
  return blastRadius(ledgers.flatMap(({ server, found, wanted }) => ledgerChanges(server, found, wanted)));
}

/** Writes the ledgers that differ, each replaced by one rename; how many there were. */
export function writeLedgers(ledgers: readonly Ledger[]): number {
  const stale = ledgers.filter(({ found, wanted }) => found !== wanted);
  for (const { file, wanted } of stale) {
    writeFileSync(`${file}.new`, wanted);
    renameSync(`${file}.new`, file);
  }
  return stale.length;
}
