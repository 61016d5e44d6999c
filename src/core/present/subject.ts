import type { Observation, ServerEntry } from '../catalogue/entry.ts';
import type { Classifier } from '../classify/classifier.ts';
import type { Verdict } from '../classify/verdict.ts';
import type { Finding } from '../finding.ts';
import { recommend, type ToolAdvice } from '../recommend/advice.ts';
import type { Definition, Provenance } from '../tool/definition.ts';
import { definitionFindings } from '../tool/findings.ts';
import { definitionHash } from '../tool/hash.ts';
import { type Parameter, readParameters } from '../tool/parameters.ts';
import { slugsOf } from '../tool/slug.ts';
import { toolHref } from './hrefs.ts';
import type { ToolRow } from './page-model.ts';
import { gist } from './phrase.ts';
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
  /** 0 for the first tool of its name on the server. */
  repeat: number;
  parameters: Parameter[];
  verdict: Verdict;
  advice: ToolAdvice;
  findings: Finding[];
  /** The tool as one row of any list. */
  row: ToolRow;
}

/** What is known of one server at one observation. */
export interface ServerInput {
  entry: ServerEntry;
  observed: Observation['observed'];
  definitions: readonly Definition[];
}

/** Only what `tools/list` or a copy of its answer gave counts as observed. */
export function provenanceOf(entry: ServerEntry): Provenance {
  return entry.source.kind === 'listing' ? 'listed' : 'observed';
}

/** Classifies and advises on every tool of a server, in the order observed. Time linear in the definitions. */
export function subjectsOf({ entry, observed, definitions }: ServerInput, classifier: Classifier): Subject[] {
  const slugs = slugsOf(definitions.map(({ name }) => name));
  const provenance = provenanceOf(entry);
  const seen = new Map<string, number>();
  return definitions.map((definition, index) => {
    const repeat = seen.get(definition.name) ?? 0;
    seen.set(definition.name, repeat + 1);
    const slug = slugs[index] ?? '';
    const verdict = classifier.classify(definition, provenance);
    const parameters = readParameters(definition);
    return {
      entry,
      observed,
      definition,
      provenance,
      hash: definitionHash(definition),
      slug,
      repeat,
      parameters,
      verdict,
      advice: recommend(definition, verdict, parameters),
      findings: definitionFindings(definition, provenance, verdict),
      row: rowOfTool(entry, definition, provenance, verdict, slug),
    };
  });
}

function rowOfTool(
  entry: ServerEntry,
  definition: Definition,
  provenance: Provenance,
  verdict: Verdict,
  slug: string,
): ToolRow {
  const { description } = definition;
  return {
    server: entry.id,
    serverTitle: shown(entry.title),
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
