import type { HistoryLine, ServerEntry } from '../../src/core/catalogue/entry.ts';
import type { Reason, Verdict } from '../../src/core/classify/verdict.ts';
import { addServer, emptyCatalogueIndex } from '../../src/core/present/catalogue-index.ts';
import { serverSnippet } from '../../src/core/present/policy-snippets.ts';
import { serverIndex } from '../../src/core/present/server-index.ts';
import { conclusionsOf, type ServerFacts, type Subject, subjectsOf } from '../../src/core/present/subject.ts';
import { toolPage } from '../../src/core/present/tool-page.ts';
import type { ToolPage } from '../../src/core/present/tool-page-model.ts';
import { EFFECTS, type Effect, heightOf, type Risk, rowOf } from '../../src/core/taxonomy.ts';
import type { Definition } from '../../src/core/tool/definition.ts';
import { attacksIn } from '../../src/pipeline/attacks.ts';

const attacks = attacksIn('catalog')?.patterns ?? [];

/** A verdict whose category and risk follow from its effects by the effect table. */
export function verdictOf(partial: Partial<Verdict>): Verdict {
  const effects: Effect[] = partial.effects ?? [];
  const facts = partial.facts ?? [];
  const risks = effects.map((effect) => rowOf(effect, facts).risk);
  const risk = risks.reduce<Risk | null>((top, next) => (heightOf(next) > heightOf(top) ? next : top), null);
  const [first] = effects;
  return {
    category: first === undefined ? 'Unclassified' : EFFECTS[first].category,
    risk,
    confidence: 'high',
    confidenceWhy: [],
    effects,
    facts,
    flags: [],
    signals: [],
    actions: [],
    reasons: [],
    runnerUp: null,
    ...partial,
  };
}

export function reason(emits: Reason['emits'], field: string, start: number, end: number): Reason {
  return { rule: 'a-rule', why: 'The word says so.', emits, spans: [{ field, start, end }] };
}

const ENTRY: ServerEntry = {
  id: 'acme',
  title: 'Acme MCP Server',
  vendor: 'Acme',
  official: true,
  summary: 'Connects an agent to Acme.',
  source: { kind: 'npm', package: '@acme/mcp', version: '1.2.3' },
};

export interface Sample {
  definition: Definition;
  verdict?: Partial<Verdict>;
}

/** A server with these tools, each with the verdict given. */
export function serverOf(
  samples: readonly Sample[],
  entry: Partial<ServerEntry> = {},
): { facts: ServerFacts; subjects: Subject[] } {
  const whole = { ...ENTRY, ...entry };
  const facts: ServerFacts = {
    entry: whole,
    observed: {
      version: '1.2.3',
      integrity: null,
      date: '2026-11-20',
      protocolVersion: '2025-11-25',
      how: 'tools/list over stdio',
    },
    provenance: whole.source.kind === 'listing' ? 'listed' : 'observed',
    definitions: samples.map(({ definition }) => definition),
  };
  const verdicts = samples.map(({ verdict }) => verdictOf(verdict ?? {}));
  const { slugs, hashes } = conclusionsOf(facts, { classify: () => verdictOf({}) });
  return { facts, subjects: subjectsOf(facts, { slugs, hashes, verdicts }) };
}

/** The pages of a server that is alone in its catalogue. */
export function pagesOf(
  samples: readonly Sample[],
  entry: Partial<ServerEntry> = {},
  history: HistoryLine[] = [],
): ToolPage[] {
  const { facts, subjects } = serverOf(samples, entry);
  const catalogue = emptyCatalogueIndex();
  addServer(catalogue, subjects);
  const serverPolicy = serverSnippet(
    subjects.map(({ advice }) => advice),
    facts.entry.title,
  );
  const server = serverIndex(subjects);
  return subjects.map((subject) =>
    toolPage(subject, { server, catalogue, history, serverPolicy, heldBack: () => [], guides: [], attacks }),
  );
}

export function pageOf(
  definition: Definition,
  verdict: Partial<Verdict> = {},
  entry: Partial<ServerEntry> = {},
): ToolPage {
  return pagesOf([{ definition, verdict }], entry)[0] as ToolPage;
}
