import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../core/finding.ts';
import { readCatalogue } from '../ingest/catalogue.ts';
import { readCorpus } from '../ingest/corpus.ts';
import { type RulingFile, readRulings } from '../ingest/rulings.ts';
import type { ServerSource } from '../ingest/server-source.ts';

/** The servers and rulings of several inputs, each a catalogue folder or a file of definitions. Unpacks into `work`. */
export async function readSources(
  inputs: readonly string[],
  work: string,
): Promise<{ sources: ServerSource[]; rulings: RulingFile[]; findings: Finding[] }> {
  const sources: ServerSource[] = [];
  const rulings: RulingFile[] = [];
  const findings: Finding[] = [];
  for (const [index, input] of inputs.entries()) {
    const kind = statSync(input, { throwIfNoEntry: false });
    if (kind === undefined) {
      findings.push(missing(input));
      continue;
    }
    const read = kind.isDirectory()
      ? readCatalogue(input)
      : await readCorpus(input, join(work, `definitions-${index}.jsonl`));
    sources.push(...read.sources);
    findings.push(...read.findings);
    if (kind.isDirectory()) {
      const people = readRulings(input);
      rulings.push(...people.rulings);
      findings.push(...people.findings);
    }
  }
  return { sources, rulings, findings };
}

function missing(input: string): Finding {
  const message = `There is no file or folder "${input}".`;
  const hint =
    'Name a catalogue folder (with servers/<id>/ in it) or a JSON Lines file of definitions after --catalog.';
  return { code: 'missing-input', severity: 'error', file: input, line: null, path: '', message, hint };
}
