import type { ServerEntry } from '../core/catalogue/entry.ts';
import type { Classifier } from '../core/classify/classifier.ts';
import type { Verdict } from '../core/classify/verdict.ts';
import type { Finding } from '../core/finding.ts';
import { definitionHash } from '../core/tool/hash.ts';
import { slugsOf } from '../core/tool/slug.ts';
import type { ServerInput, ServerSource } from '../ingest/server-source.ts';

/** What is kept of a server between the two readings: conclusions and names, never definitions. */
export interface SurveyedServer {
  source: ServerSource;
  entry: ServerEntry;
  /** Each in the order of the definitions. */
  names: string[];
  slugs: string[];
  hashes: string[];
  verdicts: Verdict[];
}

/**
 * First reading of every server: validates, classifies, names. All problems of all servers come back at
 * once; the second reading (see `models.ts`) starts only when none of them is an error.
 */
export function surveyServers(
  sources: readonly ServerSource[],
  classifier: Classifier,
  step: (server: string) => void,
): { servers: SurveyedServer[]; findings: Finding[] } {
  const servers: SurveyedServer[] = [];
  const findings = repeatedIds(sources);
  for (const source of sources) {
    const read = source.read();
    findings.push(...read.findings);
    if (read.server !== null) servers.push(surveyServer(source, read.server, classifier));
    step(source.id);
  }
  return { servers: servers.sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1)), findings };
}

function surveyServer(source: ServerSource, server: ServerInput, classifier: Classifier): SurveyedServer {
  const { entry, definitions, provenance } = server;
  const names = definitions.map((definition) => definition.name);
  return {
    source,
    entry,
    names,
    slugs: slugsOf(names),
    hashes: definitions.map(definitionHash),
    verdicts: definitions.map((definition) => classifier.classify(definition, provenance)),
  };
}

/** Ids, former ones included, name folders and URLs: each may be claimed once over all catalogues. */
function repeatedIds(sources: readonly ServerSource[]): Finding[] {
  const claimed = new Map<string, string>();
  const findings: Finding[] = [];
  for (const source of sources) {
    for (const id of [source.id, ...source.formerly]) {
      const before = claimed.get(id);
      if (before === undefined) claimed.set(id, source.file);
      else findings.push(repeatedId(source, id, before));
    }
  }
  return findings;
}

function repeatedId(source: ServerSource, id: string, before: string): Finding {
  const message = `The server id "${id}" is taken by ${before}.`;
  const hint =
    'Give one of them another id; ids (and former ids) are permanent addresses and name one server each.';
  return {
    code: 'duplicate-server-id',
    severity: 'error',
    file: source.file,
    line: 1,
    path: '/id',
    message,
    hint,
  };
}
