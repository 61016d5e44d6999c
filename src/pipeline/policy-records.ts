import type { Classifier } from '../core/classify/classifier.ts';
import type { Verdict } from '../core/classify/verdict.ts';
import type { Finding } from '../core/finding.ts';
import { indicatorFindings } from '../core/indicators/findings.ts';
import type { KnownTools } from '../core/indicators/known-tools.ts';
import { reasonToHide } from '../core/indicators/reason-to-hide.ts';
import { recommend, type ToolAdvice } from '../core/recommend/advice.ts';
import type { Profile } from '../core/recommend/decision-table.ts';
import { type PolicyRecord, recordOf } from '../core/targets/record.ts';
import type { Definition } from '../core/tool/definition.ts';
import { readParameters } from '../core/tool/parameters.ts';
import { readCatalogue } from '../ingest/catalogue.ts';
import { readRulings } from '../ingest/rulings.ts';
import type { ServerInput } from '../ingest/server-source.ts';
import { knownToolsIn } from './known-tools.ts';
import { withRulings } from './rulings.ts';
import { unknown } from './unknown.ts';

/** One tool of a catalogued server, with what is advised about it. */
export interface AdvisedTool {
  record: PolicyRecord;
  advice: ToolAdvice;
}

/** Every tool of a catalogued server, advised on for a profile, as the pages have it. */
export interface AdvisedServer {
  id: string;
  tools: AdvisedTool[];
}

/** Null with findings when there is no such server, or it cannot be read. */
export function adviseServer(
  catalogDir: string,
  id: string,
  classifier: Pick<Classifier, 'classify'>,
  profile: Profile,
): { server: AdvisedServer | null; findings: Finding[] } {
  const { sources, findings } = readCatalogue(catalogDir);
  const source = sources.find((one) => one.id === id);
  if (source === undefined) {
    const known = sources.map((one) => one.id);
    return { server: null, findings: [...findings, unknown('server', id, known)] };
  }
  const { server, findings: unread } = source.read();
  if (server === null) return { server: null, findings: unread };
  const rulings = readRulings(catalogDir).rulings.filter(({ ruling }) => ruling.server === id);
  const known = knownToolsIn(sources);
  return { server: { id, tools: toolsOf(server, classifier, rulings, profile, known) }, findings: [] };
}

function toolsOf(
  { entry, definitions, provenance }: ServerInput,
  classifier: Pick<Classifier, 'classify'>,
  rulings: Parameters<typeof withRulings>[2],
  profile: Profile,
  known: KnownTools,
): AdvisedTool[] {
  const concluded = definitions.map((definition) => classifier.classify(definition, provenance));
  const { verdicts } = withRulings(definitions, concluded, rulings);
  const adviseOn = (definition: Definition, verdict: Verdict): AdvisedTool => {
    const hide = reasonToHide(indicatorFindings(definition, { server: entry.id, knownTools: known.owners }));
    const advice = recommend(definition, verdict, readParameters(definition), hide, profile);
    return { record: recordOf(definition, verdict, advice), advice };
  };
  return definitions.flatMap((definition, index) => {
    const verdict = verdicts[index];
    return verdict === undefined ? [] : [adviseOn(definition, verdict)];
  });
}
