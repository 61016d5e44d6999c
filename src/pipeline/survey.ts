import type { ServerEntry } from '../core/catalogue/entry.ts';
import { pastOf, type ServerPast } from '../core/catalogue/past.ts';
import type { Classifier } from '../core/classify/classifier.ts';
import type { Finding } from '../core/finding.ts';
import { type KnownTools, knownToolsOf } from '../core/indicators/known-tools.ts';
import { addServer, type CatalogueIndex, emptyCatalogueIndex } from '../core/present/catalogue-index.ts';
import type { ToolRow } from '../core/present/page-model.ts';
import { type Conclusions, conclusionsOf, toolRow } from '../core/present/subject.ts';
import type { UsualTokens } from '../core/present/token-cost.ts';
import { medianOf } from '../core/tokens/median.ts';
import { modelText } from '../core/tokens/model-text.ts';
import type { Definition } from '../core/tool/definition.ts';
import type { RulingFile } from '../ingest/rulings.ts';
import type { ServerInput, ServerSource } from '../ingest/server-source.ts';
import { rulingsAtLarge, withRulings } from './rulings.ts';

/** What is kept of a server between the two readings: conclusions and rows, never definitions. */
export interface SurveyedServer extends Conclusions {
  source: ServerSource;
  entry: ServerEntry;
  /** Each list in the order of the definitions. */
  names: string[];
  rows: ToolRow[];
  date: string;
  version: string | null;
  past: ServerPast;
}

/** What the second reading needs to know of all servers. */
export interface Survey {
  servers: SurveyedServer[];
  catalogue: CatalogueIndex;
  known: KnownTools;
  /** Over all that was counted; null where nothing was. */
  usualTokens: UsualTokens | null;
  findings: Finding[];
}

/** Tokens of a text; see `src/core/tokens/count-tokens.ts`. */
export type CountTokens = (text: string) => number;

/**
 * First reading of every server: validates, classifies, names. All problems of all servers come back at
 * once; the second reading (see `present-server.ts`) starts only when none of them is an error.
 */
export function surveyServers(
  sources: readonly ServerSource[],
  classifier: Classifier,
  progress: (done: number) => void,
  rulings: readonly RulingFile[] = [],
  countTokens: CountTokens | null = null,
): Survey {
  const servers: SurveyedServer[] = [];
  const findings = repeatedIds(sources);
  const ruled = Map.groupBy(rulings, ({ ruling }) => ruling.server);
  for (const [index, source] of sources.entries()) {
    const read = source.read();
    findings.push(...read.findings);
    if (read.server !== null) {
      const concluded = surveyServer(source, read.server, classifier, ruled.get(source.id) ?? []);
      servers.push(withTokens(concluded.server, read.server.definitions, countTokens));
      findings.push(...concluded.findings);
    }
    progress(index + 1);
  }
  findings.push(...rulingsAtLarge(rulings, new Set(sources.map(({ id }) => id)), newestOf(servers)));
  servers.sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  const catalogue = emptyCatalogueIndex();
  for (const { rows, hashes } of servers) {
    addServer(
      catalogue,
      rows.map((row, index) => ({ row, hash: hashes[index] ?? '' })),
    );
  }
  const known = knownToolsOf(servers.map(({ entry, names }) => [entry.id, names]));
  return { servers, catalogue, known, usualTokens: usualTokensOf(servers), findings };
}

function withTokens(
  server: SurveyedServer,
  definitions: readonly Definition[],
  countTokens: CountTokens | null,
): SurveyedServer {
  if (countTokens === null) return server;
  return { ...server, tokens: definitions.map((definition) => countTokens(modelText(definition))) };
}

function usualTokensOf(servers: readonly SurveyedServer[]): UsualTokens | null {
  const counted = servers.flatMap(({ tokens = [] }) => (tokens.length === 0 ? [] : [tokens]));
  const [tool, server] = [medianOf(counted.flat()), medianOf(counted.map(sum))];
  return tool === null || server === null ? null : { tool, server };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Null for a catalogue in which nothing was observed. */
function newestOf(servers: readonly SurveyedServer[]): string | null {
  return servers.reduce<string | null>(
    (newest, { date }) => (newest === null || date > newest ? date : newest),
    null,
  );
}

function surveyServer(
  source: ServerSource,
  server: ServerInput,
  classifier: Classifier,
  rulings: readonly RulingFile[],
): { server: SurveyedServer; findings: Finding[] } {
  const { entry, definitions, provenance, observed } = server;
  const unruled = conclusionsOf(server, classifier);
  const { verdicts, findings } = withRulings(definitions, unruled.verdicts, rulings);
  const conclusions = { ...unruled, verdicts };
  const rows = definitions.flatMap((definition, index) => {
    const [verdict, slug] = [conclusions.verdicts[index], conclusions.slugs[index]];
    if (verdict === undefined || slug === undefined) return [];
    return [toolRow(entry, definition, provenance, verdict, slug)];
  });
  const names = definitions.map(({ name }) => name);
  const hashes = new Map(names.map((name, index) => [name, conclusions.hashes[index] ?? '']));
  const { date, version } = observed;
  const past = pastOf(server.history, observed, hashes);
  return { server: { source, entry, names, rows, date, version, past, ...conclusions }, findings };
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
