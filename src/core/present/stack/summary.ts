import { mentionsOf } from '../../combinations/mentions.ts';
import type { Decision } from '../../recommend/decision-table.ts';
import type { Effect, Flag, Risk, Signal, VerdictCategory } from '../../taxonomy.ts';
import { isObject } from '../../tool/json.ts';
import type { Shown } from '../page-model.ts';
import type { ServerPage } from '../server-page-model.ts';
import type { Subject } from '../subject.ts';

/** What a stack or a comparison must know of a tool, without its definition. */
export interface SummarisedTool {
  /** As the server calls it: text of a stranger. */
  name: string;
  /** Null where it has no page. */
  href: string | null;
  category: VerdictCategory;
  risk: Risk | null;
  flags: Flag[];
  effects: Effect[];
  signals: Signal[];
  decision: Decision;
  /** True where some calls pass by their arguments although the decision is not allow. */
  partly: boolean;
  tokens: number | null;
  /** Words of its texts that are spelt like names of tools. */
  mentions: string[];
}

/** One catalogued server, as `/servers/<id>/summary.json`. */
export interface ServerSummary {
  version: '1';
  id: string;
  title: Shown;
  vendor: Shown;
  href: string;
  /** How it is reached, under which licence, and when it was seen; what is not known is left out. */
  facts: { label: string; value: Shown }[];
  /** Tools that state at least one hint, and tools on which a claim contradicts the verdict. */
  annotated: number;
  contradicted: number;
  /** In the order observed. */
  tools: SummarisedTool[];
}

const FACTS = ['Package', 'Version', 'Licence', 'Transport', 'Authentication', 'Last observed', 'Listed'];

/** The summary of a server whose page is made. */
export function summaryOf(page: ServerPage, subjects: readonly Subject[]): ServerSummary {
  const { id, title, vendor, href, identity, contradictions } = page;
  return {
    version: '1',
    id,
    title,
    vendor,
    href,
    facts: identity.flatMap(({ label, value }) => (FACTS.includes(label) ? [{ label, value }] : [])),
    annotated: subjects.filter(statesHint).length,
    contradicted: contradictions.length,
    tools: subjects.map(summarised),
  };
}

function summarised({ definition, row, verdict, advice, tokens, parameters }: Subject): SummarisedTool {
  return {
    name: definition.name,
    href: row.href,
    category: verdict.category,
    risk: verdict.risk,
    flags: verdict.flags,
    effects: verdict.effects,
    signals: verdict.signals,
    decision: advice.decision,
    partly: advice.passes !== null,
    tokens,
    mentions: mentionsOf(definition, parameters),
  };
}

function statesHint({ definition: { annotations } }: Subject): boolean {
  return isObject(annotations) && Object.values(annotations).some((value) => typeof value === 'boolean');
}
