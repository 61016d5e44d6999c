import type { Verdict } from '../core/classify/verdict.ts';
import type { ServerPage, ToolPage, ToolRecord, ToolRow } from '../core/present/page-model.ts';
import { shown, shownSegments } from '../core/present/shown.ts';
import { riskWord } from '../core/taxonomy.ts';
import type { ServerInput } from '../ingest/server-source.ts';
import type { SurveyedServer } from './survey.ts';

/** Stands in until the page models of core arrive. */
export function standInRow(server: ServerInput, surveyed: SurveyedServer, index: number): ToolRow {
  const verdict = surveyed.verdicts[index] as Verdict;
  const definition = server.definitions[index] as ServerInput['definitions'][number];
  return {
    server: server.entry.id,
    serverTitle: shown(server.entry.title),
    name: shown(definition.name),
    href: `/tools/${server.entry.id}/${surveyed.slugs[index]}/`,
    gist: shown(String(definition['description'] ?? '').slice(0, 160)),
    category: verdict.category,
    risk: verdict.risk,
    confidence: verdict.confidence,
    effects: verdict.effects,
    flags: verdict.flags,
    listed: server.provenance === 'listed',
  };
}

export function standInPage(
  server: ServerInput,
  surveyed: SurveyedServer,
  index: number,
  row: ToolRow,
): ToolPage {
  const definition = server.definitions[index] as ServerInput['definitions'][number];
  const text = shown('To be written.');
  return {
    id: `${row.server}/${definition.name}`,
    href: row.href,
    folder: row.href.slice(1, -1),
    name: row.name,
    title: null,
    server: {
      id: row.server,
      title: row.serverTitle,
      href: `/servers/${row.server}/`,
      vendor: shown(server.entry.vendor),
    },
    headTitle: shown(`${definition.name} of ${server.entry.title}`),
    headDescription: text,
    category: row.category,
    risk: row.risk,
    riskWord: riskWord(row.risk),
    confidence: row.confidence,
    confidenceWhy: [],
    effects: row.effects,
    flags: [],
    provenance: server.provenance,
    observed: {
      version: shown(server.observed.version ?? ''),
      date: server.observed.date,
      how: shown(server.observed.how),
      protocolVersion: null,
      source: null,
    },
    definitionHash: surveyed.hashes[index] ?? '',
    answer: text,
    role: [text],
    definition: {
      notes: [],
      description: shownSegments(String(definition['description'] ?? '')),
      json: shownSegments(JSON.stringify(definition, null, 2)),
    },
    parameters: [],
    why: {
      rationale: text,
      ledger: [],
      facts: [],
      doesNot: text,
      misuse: text,
      runnerUp: text,
      annotations: [],
      agreement: text,
      reasons: [],
    },
    control: { decision: text, policies: [], steps: [] },
    attacks: [],
    related: [],
    questions: [],
    deeper: [],
    history: [],
    contest: { text, href: '#contest' },
    findings: [],
    counts: { serverTools: 1, tools: 1, servers: 1 },
  };
}

export function standInServer(server: ServerInput, rows: ToolRow[]): ServerPage {
  const text = shown('To be written.');
  return {
    id: server.entry.id,
    href: `/servers/${server.entry.id}/`,
    folder: `servers/${server.entry.id}`,
    title: shown(server.entry.title),
    vendor: shown(server.entry.vendor),
    official: server.entry.official,
    summary: shown(server.entry.summary),
    headTitle: shown(server.entry.title),
    headDescription: text,
    headline: text,
    identity: [],
    notes: [],
    risks: [],
    categories: [],
    tools: rows,
    annotations: text,
    policy: {
      id: 'server',
      label: 'Whole server',
      fileName: 'policy.json',
      text: '{}',
      does: '',
      doesNot: '',
    },
    findings: [],
  };
}

export function standInRecord(
  page: ToolPage,
  server: ServerInput,
  surveyed: SurveyedServer,
  index: number,
  site: string,
): ToolRecord {
  return {
    id: page.id,
    server: page.server.id,
    url: site + page.href,
    provenance: page.provenance,
    observed: {
      version: server.observed.version,
      date: server.observed.date,
      how: server.observed.how,
      protocolVersion: server.observed.protocolVersion,
    },
    definition: server.definitions[index] as ServerInput['definitions'][number],
    definitionHash: page.definitionHash,
    verdict: surveyed.verdicts[index] as Verdict,
    rationale: page.why.rationale,
    policies: { tool: null, server: null },
    questions: [],
    findings: [],
  };
}
