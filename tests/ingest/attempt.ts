import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Observation } from '../../src/core/catalogue/entry.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { Ingested } from '../../src/core/schemas/ingested.ts';
import { type IngestOptions, ingest } from '../../src/ingest/ingest.ts';
import { limitsWithin } from '../../src/ingest/limits.ts';
import { Stopped } from '../../src/ingest/problem.ts';
import type { About, Source } from '../../src/ingest/source.ts';

// These start real programs, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const DATE = '2026-11-20';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A program of `hostile/` as a source. */
export function hostile(name: string, env: Record<string, string> = {}): Source {
  const args = [join(import.meta.dirname, 'hostile', `${name}.mjs`)];
  return { kind: 'stdio', command: process.execPath, args, env, cwd: process.cwd() };
}

/** Ingests into `catalogDir`; what it did, or the findings it stopped with. */
export async function attempt(
  source: Source,
  catalogDir: string,
  more: Partial<IngestOptions> = {},
  about: About = {},
): Promise<{ ingested: Ingested | null; findings: Finding[] }> {
  const limits = limitsWithin(10_000);
  const rate = () => ({ category: 'Unclassified', risk: null });
  try {
    const options = { catalogDir, id: 'subject', date: DATE, limits, rate, ...more };
    const ingested = await ingest(source, about, options);
    return { ingested, findings: ingested.findings };
  } catch (error) {
    if (error instanceof Stopped) return { ingested: null, findings: error.findings };
    throw error;
  }
}

/** What stands in an entry. */
export function stored(catalogDir: string, id = 'subject') {
  const read = (name: string) => readFileSync(join(catalogDir, 'servers', id, name), 'utf8');
  const history = read('history.jsonl').trimEnd().split('\n');
  return {
    server: read('server.yaml'),
    text: read('tools.json'),
    observation: JSON.parse(read('tools.json')) as Observation,
    history: history.map((line) => JSON.parse(line) as { date: string; tools: Record<string, string> }),
  };
}

/** Ids of the processes that still run with these words on their command line; a server may know other ids. */
export function alive(words: string): string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandLine(pid).includes(words));
}

/** Empty for a zombie, and for who ended meanwhile. */
function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
