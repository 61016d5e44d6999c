import type { Observation, ServerEntry } from '../catalogue/entry.ts';
import type { Classifier } from '../classify/classifier.ts';
import type { Verdict } from '../classify/verdict.ts';
import type { Finding } from '../finding.ts';
import { indicatorFindings } from '../indicators/findings.ts';
import { type KnownTools, knownToolsOf } from '../indicators/known-tools.ts';
import { nearNameFindings } from '../indicators/near-names.ts';
import { reasonToHide } from '../indicators/reason-to-hide.ts';
import { recommend, type ToolAdvice } from '../recommend/advice.ts';
import type { Definition, Provenance } from '../tool/definition.ts';
import { definitionFindings } from '../tool/findings.ts';
import { definitionHash } from '../tool/hash.ts';
import { type Parameter, readParameters } from '../tool/parameters.ts';
import { slugsOf } from '../tool/slug.ts';
import { toolHref } from './hrefs.ts';
import type { Shown, ToolRow } from './page-model.ts';
import { gist, oneLine } from './phrase.ts';
import { shown } from './shown.ts';

/** One tool with everything observed and concluded about it: what its page is made from. */
export interface Subject {
  entry: ServerEntry;
  observed: Observation['observed'];
  definition: Definition;
  provenance: Provenance;
  hash: string;
  /** Folder and URL segment of the tool below its server. */
  slug: string;
  /** Its place among the definitions of the server. */
  index: number;
  /** 0 for the first tool of its name on the server. */
  repeat: number;
  parameters: Parameter[];
  verdict: Verdict;
  advice: ToolAdvice;
  findings: Finding[];
  /** What the definition costs in the context of a model; null where nobody counted. */
  tokens: number | null;
  /** The tool as one row of any list. */
  row: ToolRow;
}

/** What is known of one server at one observation; what ingest reads fits it. */
export interface ServerFacts {
  entry: ServerEntry;
  observed: Observation['observed'];
  provenance: Provenance;
  definitions: readonly Definition[];
  /** A person's remarks, as plain paragraphs. */
  prose?: string | null;
}

/** What was concluded of each definition of a server, each list in the order of the definitions. */
export interface Conclusions {
  slugs: readonly string[];
  hashes: readonly string[];
  verdicts: readonly Verdict[];
  /** Of each definition, where somebody counted. */
  tokens?: readonly number[];
}

/** Names, hashes and rates every definition of a server; kept between two readings of a large catalogue. */
export function conclusionsOf(
  { definitions, provenance }: ServerFacts,
  classifier: Pick<Classifier, 'classify'>,
): Conclusions {
  return {
    slugs: slugsOf(definitions.map(({ name }) => name)),
    hashes: definitions.map(definitionHash),
    verdicts: definitions.map((definition) => classifier.classify(definition, provenance)),
  };
}

/**
 * Every tool of a server with its advice, findings and row, in the order observed. Linear in the definitions.
 * `known`: the tools of the whole catalogue; by itself a server knows its own.
 */
export function subjectsOf(
  server: ServerFacts,
  { slugs, hashes, verdicts, tokens = [] }: Conclusions,
  known: KnownTools = knownToolsOf([[server.entry.id, server.definitions.map(({ name }) => name)]]),
): Subject[] {
  const { entry, observed, provenance, definitions } = server;
  const seen = new Map<string, number>();
  return definitions.flatMap((definition, index): Subject[] => {
    const [slug, hash, verdict] = [slugs[index], hashes[index], verdicts[index]];
    if (slug === undefined || hash === undefined || verdict === undefined) return [];
    const repeat = seen.get(definition.name) ?? 0;
    seen.set(definition.name, repeat + 1);
    const parameters = readParameters(definition);
    const indicators = indicatorFindings(definition, { server: entry.id, knownTools: known.owners });
    const findings = [
      ...definitionFindings(definition, provenance, verdict, indicators),
      ...nearNameFindings(definition.name, known.near, known.owners),
    ];
    const advice = recommend(definition, verdict, parameters, reasonToHide(indicators));
    const row = toolRow(entry, definition, provenance, verdict, slug);
    return [
      {
        entry,
        observed,
        definition,
        provenance,
        hash,
        slug,
        index,
        repeat,
        parameters,
        verdict,
        advice,
        findings,
        tokens: tokens[index] ?? null,
        row,
      },
    ];
  });
}

/** A tool as one row of any list: all that other pages need to know of it. */
export function toolRow(
  entry: ServerEntry,
  definition: Definition,
  provenance: Provenance,
  verdict: Verdict,
  slug: string,
): ToolRow {
  const { description } = definition;
  return {
    server: entry.id,
    serverTitle: oneLine(shown(entry.title)) as Shown,
    name: shown(definition.name),
    href: toolHref(entry.id, slug),
    gist: gist(description),
    category: verdict.category,
    risk: verdict.risk,
    confidence: verdict.confidence,
    effects: verdict.effects,
    flags: verdict.flags,
    listed: provenance === 'listed',
  };
}
