import type { Attack, Attacks } from '../core/attacks/attack.ts';
import { isMetBy, partsPlayed } from '../core/attacks/meets.ts';
import type { Verdict } from '../core/classify/verdict.ts';
import { attackControl, bluntedRecords } from '../core/present/attacks/attack-control.ts';
import { attackIndex, attackIndexMarkdown } from '../core/present/attacks/attack-index.ts';
import { attackMarkdown } from '../core/present/attacks/attack-markdown.ts';
import { type AttackReach, attackPage } from '../core/present/attacks/attack-page.ts';
import type { AttackPage } from '../core/present/attacks/attack-page-model.ts';
import { navigatorLayer } from '../core/present/attacks/navigator-layer.ts';
import { attackHref, serverHref } from '../core/present/hrefs.ts';
import type { ToolRow } from '../core/present/page-model.ts';
import { namedFor, type ServerRecords, toolForms } from '../core/present/server-records.ts';
import { type Subject, subjectsOf } from '../core/present/subject.ts';
import { TARGETS } from '../core/targets/targets.ts';
import { heightOf } from '../core/taxonomy.ts';
import { readAttacks } from '../ingest/attacks.ts';
import { writeYaml } from '../ingest/yaml.ts';
import type { SiteFiles } from './site-files.ts';
import type { Survey, SurveyedServer } from './survey.ts';

/** The patterns that a catalogue folder describes; none where it has no such folder. What is wrong with them `check` tells. */
export function attacksIn(rulesDir: string): Attacks | null {
  const { attacks } = readAttacks(rulesDir);
  if (attacks === null) return null;
  return { ...attacks, patterns: attacks.files.map(({ attack }) => attack) };
}

/** Addresses of the pages of patterns, the list of them first. */
export function attackAddresses(attacks: Attacks | null): string[] {
  return ['/attacks/', ...(attacks?.patterns ?? []).map(({ id }) => attackHref(id))];
}

interface ToolSeen {
  server: SurveyedServer;
  row: ToolRow;
  verdict: Verdict;
}

/** Page, twins, records and machine form of every pattern, the list of them, and the Navigator layer. Returns their addresses. */
export function writeAttacks(
  models: SiteFiles,
  site: SiteFiles,
  origin: string,
  attacks: Attacks | null,
  survey: Survey,
): string[] {
  const tools = toolsOf(survey);
  const subjects = subjectsByServer(survey);
  const pages = (attacks?.patterns ?? []).map((attack) => {
    const met = tools.filter(({ verdict }) => isMetBy(attack, verdict));
    const shownFor = exampleOf(attack, met, subjects);
    const control = attackControl(attack, shownFor);
    const page = attackPage(
      attack,
      attacks as Attacks,
      reachOf(attack, met),
      control,
      writeYaml(attack.when),
    );
    writePattern(models, site, page, shownFor);
    writeRecord(site, page, attack, met);
    return page;
  });
  const index = attackIndex(pages, tools.length);
  models.writeJson('attacks.json', index);
  site.write('attacks/index.json', `${JSON.stringify(index)}\n`);
  site.write('attacks/index.md', attackIndexMarkdown(index));
  writeFeeds(site, origin, attacks, pages, tools);
  return attackAddresses(attacks);
}

function toolsOf({ servers }: Survey): ToolSeen[] {
  return servers.flatMap((server) =>
    server.rows.flatMap((row, at): ToolSeen[] => {
      const verdict = server.verdicts[at];
      return verdict === undefined ? [] : [{ server, row, verdict }];
    }),
  );
}

function reachOf(attack: Attack, met: readonly ToolSeen[]): AttackReach {
  const { parts, everyTool } = attack.when;
  const byServer = Map.groupBy(met, ({ server }) => server);
  const whole = [...byServer].filter(([, tools]) => {
    const played = new Set(tools.flatMap(({ verdict }) => partsPlayed(attack, verdict)));
    return played.size === (parts?.length ?? 0);
  });
  const lists =
    parts?.map((part) => met.filter(({ verdict }) => partsPlayed(attack, verdict).includes(part))) ??
    (everyTool === undefined ? [met] : []);
  return {
    tools: met.length,
    servers: whole.map(([{ entry, rows }]) => ({
      id: entry.id,
      title: rows[0]?.serverTitle ?? entry.title,
      href: serverHref(entry.id),
    })),
    lists: lists.map((list) => list.map(({ row }) => row)),
  };
}

/** What is advised on the tools of a server, worked out once for all patterns that take an example from it. */
function subjectsByServer({ known }: Survey): (server: SurveyedServer) => Subject[] {
  const held = new Map<SurveyedServer, Subject[]>();
  return (server) => {
    const before = held.get(server);
    if (before !== undefined) return before;
    const input = server.source.read().server;
    const subjects = input === null ? [] : subjectsOf(input, server, known);
    held.set(server, subjects);
    return subjects;
  };
}

interface Example {
  subject: Subject;
  records: ServerRecords;
}

/** The example that the pattern names; where it is not catalogued, a strong tool of the smallest server. */
function exampleOf(
  attack: Attack,
  met: readonly ToolSeen[],
  subjects: (server: SurveyedServer) => Subject[],
): Example | null {
  const part = attack.blunts.part === undefined ? undefined : attack.when.parts?.[attack.blunts.part - 1];
  const fitting =
    part === undefined ? met : met.filter(({ verdict }) => partsPlayed(attack, verdict).includes(part));
  const named = fitting.find(({ server, row }) => `${server.entry.id}/${row.name}` === attack.example);
  const chosen = named ?? fitting.toSorted(strongOnSmall)[0];
  if (chosen === undefined) return null;
  const all = subjects(chosen.server);
  const subject = all.find(({ row }) => row.href === chosen.row.href);
  if (subject === undefined) return null;
  return { subject, records: bluntedRecords(attack, chosen.server.entry.id, all) };
}

function strongOnSmall(a: ToolSeen, b: ToolSeen): number {
  return heightOf(b.row.risk) - heightOf(a.row.risk) || a.server.rows.length - b.server.rows.length;
}

function writePattern(models: SiteFiles, site: SiteFiles, page: AttackPage, example: Example | null): void {
  models.writeJson(`attacks/${page.id}.json`, page);
  site.write(`attacks/${page.id}/index.json`, `${JSON.stringify(page)}\n`);
  site.write(`attacks/${page.id}/index.md`, attackMarkdown(page, formsOf(example)));
  if (example !== null)
    site.write(`attacks/${page.id}/policy-records.json`, `${JSON.stringify(example.records)}\n`);
}

function formsOf(example: Example | null): ReturnType<typeof toolForms> {
  const record = example?.records.records[example.subject.index];
  if (example === null || record === undefined) return [];
  const targets = TARGETS.filter(({ id }) => id !== 'policylayer');
  return toolForms(
    targets.map((target) => ({ target, server: namedFor(target, example.records) })),
    record,
  );
}

/** `/api/v1/attacks/<id>.json`: the pattern as data, with every tool that meets it. */
function writeRecord(site: SiteFiles, page: AttackPage, attack: Attack, met: readonly ToolSeen[]): void {
  const { frameworks, happened, tactic, reach } = page;
  const everyTool = attack.when.everyTool !== undefined;
  const record = {
    version: '1',
    ...summaryOf(page, attack),
    tactic: tactic.id,
    reach,
    body: attack.body,
    incidents: happened,
    frameworks,
    signs: attack.signs,
    blunts: attack.blunts,
    tools: everyTool
      ? null
      : met.map(({ server, row }) => ({ id: `${server.entry.id}/${row.name}`, url: row.href })),
  };
  site.write(`api/v1/attacks/${attack.id}.json`, `${JSON.stringify(record)}\n`);
}

function summaryOf(
  { tools, servers }: AttackPage,
  { id, title, summary, scope, tactic, when }: Attack,
): object {
  return { id, url: attackHref(id), title, summary, tactic, scope, when, counts: { tools, servers } };
}

function writeFeeds(
  site: SiteFiles,
  origin: string,
  attacks: Attacks | null,
  pages: readonly AttackPage[],
  tools: readonly ToolSeen[],
): void {
  const patterns = attacks?.patterns ?? [];
  const lines = patterns.flatMap((attack, at) => {
    const page = pages[at];
    return page === undefined
      ? []
      : [{ ...summaryOf(page, attack), frameworks: attack.frameworks, incidents: attack.incidents }];
  });
  site.write(
    'api/v1/attacks.json',
    `${JSON.stringify({ version: '1', tools: tools.length, attacks: lines })}\n`,
  );
  if (attacks === null) return;
  const layer = navigatorLayer(attacks, scoresOf(patterns, tools), tools.length, origin);
  site.write('api/v1/attacks/navigator-layer.json', `${JSON.stringify(layer, null, 2)}\n`);
}

/** How many tools meet a pattern that names a technique, each tool once. */
function scoresOf(patterns: readonly Attack[], tools: readonly ToolSeen[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const { verdict } of tools) {
    const met = patterns.filter((pattern) => isMetBy(pattern, verdict));
    for (const id of new Set(met.flatMap(({ frameworks }) => frameworks.atlas ?? [])))
      scores.set(id, (scores.get(id) ?? 0) + 1);
  }
  return scores;
}
