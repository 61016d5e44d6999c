import type { Classifier } from '../core/classify/classifier.ts';
import type { Verdict } from '../core/classify/verdict.ts';
import { heldReasons } from '../core/explain/held.ts';
import { type Trace, traceOf } from '../core/explain/trace.ts';
import type { Finding } from '../core/finding.ts';
import { indicatorFindings } from '../core/indicators/findings.ts';
import type { KnownTools } from '../core/indicators/known-tools.ts';
import { shown } from '../core/present/shown.ts';
import { apply } from '../core/rulings/apply.ts';
import type { Ruling } from '../core/rulings/ruling.ts';
import type { Definition, Provenance } from '../core/tool/definition.ts';
import { definitionFindings } from '../core/tool/findings.ts';
import { definitionHash } from '../core/tool/hash.ts';
import { readCatalogue } from '../ingest/catalogue.ts';
import { readRulings } from '../ingest/rulings.ts';
import { openToolInput } from '../ingest/tool-input.ts';
import { knownToolsIn } from './known-tools.ts';
import { unknown } from './unknown.ts';
import { variantsOf } from './variants.ts';

/** A definition that somebody asks about. */
export interface Asked {
  server: string | null;
  provenance: Provenance;
  definition: Definition;
  /** Stands over the rules on the pages of the catalogue; null outside it. */
  ruling: Ruling | null;
  /** The tools of its catalogue; null outside one. */
  known: KnownTools | null;
}

export interface Explanation extends Asked {
  /** What the rules conclude by themselves. */
  verdict: Verdict;
  /** The verdict with the ruling over it; null where the rules decide. */
  ruled: Verdict | null;
  trace: Trace;
  findings: Finding[];
  hash: string;
}

/** The tools of one name on a catalogued server; a finding with what is there when there is none. */
export function askCatalogue(
  catalogDir: string,
  id: string,
  tool: string,
): { asked: Asked[]; findings: Finding[] } {
  const { sources, findings } = readCatalogue(catalogDir);
  const source = sources.find((one) => one.id === id);
  if (source === undefined) {
    const known = sources.map((one) => one.id);
    return { asked: [], findings: [...findings, unknown('server', id, known)] };
  }
  const { server, findings: unread } = source.read();
  if (server === null) return { asked: [], findings: unread };
  const { definitions, provenance } = server;
  const rulings = readRulings(catalogDir).rulings.map(({ ruling }) => ruling);
  const rulingFor = (definition: Definition): Ruling | null =>
    rulings.find((one) => one.server === id && one.definitionHash === definitionHash(definition)) ?? null;
  const known = knownToolsIn(sources);
  const asked = definitions
    .filter(({ name }) => isCalled(name, tool))
    .map((definition) => ({ server: id, provenance, definition, ruling: rulingFor(definition), known }));
  const names = definitions.map(({ name }) => name);
  return { asked, findings: asked.length > 0 ? [] : [unknown('tool', tool, names)] };
}

/** The tools of one name in a file. */
export async function askFile(file: string, tool: string): Promise<{ asked: Asked[]; findings: Finding[] }> {
  const { input, findings } = await openToolInput(file, null);
  if (input === null) return { asked: [], findings };
  const asked: Asked[] = [];
  const names: string[] = [];
  for await (const { server, tool: definition } of input.entries()) {
    names.push(definition.name);
    if (isCalled(definition.name, tool))
      asked.push({ server, provenance: 'observed', definition, ruling: null, known: null });
  }
  input.close();
  return { asked, findings: asked.length > 0 ? [] : [unknown('tool', tool, names)] };
}

/** A name that holds hidden characters may be asked for as it is shown. */
function isCalled(name: string, asked: string): boolean {
  return name === asked || shown(name) === asked;
}

/** Explains each definition with the rules of a catalogue. `classifier` is made from the same rules. */
export function explain(asked: readonly Asked[], rulesDir: string, classifier: Classifier): Explanation[] {
  const { eager } = variantsOf(rulesDir);
  return asked.map((one) => {
    const { definition, provenance, ruling, known, server } = one;
    const options = known === null || server === null ? {} : { server, knownTools: known.owners };
    const verdict = classifier.classify(definition, provenance);
    const ruled = ruling === null ? null : apply(verdict, ruling);
    const held = heldReasons(eager, definition, provenance, verdict);
    const findings = definitionFindings(
      definition,
      provenance,
      verdict,
      indicatorFindings(definition, options),
    );
    return {
      ...one,
      verdict,
      ruled,
      trace: traceOf(verdict, held),
      findings,
      hash: definitionHash(definition),
    };
  });
}
