import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../core/finding.ts';
import { readCatalogue } from '../ingest/catalogue.ts';
import { readCorpus } from '../ingest/corpus.ts';
import type { ServerSource } from '../ingest/server-source.ts';

/** The servers of several inputs, each a catalogue folder or a file of definitions. Unpacks into `work`. */
export async function readSources(
  inputs: readonly string[],
  work: string,
): Promise<{ sources: ServerSource[]; findings: Finding[] }> {
  const sources: ServerSource[] = [];
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
  }
  return { sources, findings };
}

function missing(input: string): Finding {
  const message = `There is no file or folder "${input}".`;
  const hint =
    'Name a catalogue folder (with servers/<id>/ in it) or a JSON Lines file of definitions after --catalog.';
  return { code: 'missing-input', severity: 'error', file: input, line: null, path: '', message, hint };
}
