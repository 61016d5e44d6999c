import type { Attack, Attacks } from '../core/attacks/attack.ts';
import { isMetBy, partsPlayed } from '../core/attacks/meets.ts';
import { attackControl } from '../core/present/attacks/attack-control.ts';
import { attackLine, attackRecord } from '../core/present/attacks/attack-data.ts';
import { attackIndex, attackIndexMarkdown } from '../core/present/attacks/attack-index.ts';
import { attackMarkdown } from '../core/present/attacks/attack-markdown.ts';
import { type AttackReach, attackPage } from '../core/present/attacks/attack-page.ts';
import type { AttackPage } from '../core/present/attacks/attack-page-model.ts';
import { navigatorLayer } from '../core/present/attacks/navigator-layer.ts';
import { attackHref, serverHref } from '../core/present/hrefs.ts';
import { namedFor, toolForms } from '../core/present/server-records.ts';
import { TARGETS } from '../core/targets/targets.ts';
import { readAttacks } from '../ingest/attacks.ts';
import { writeYaml } from '../ingest/yaml.ts';
import { type Example, exampleOf, subjectsByServer, type ToolSeen } from './attack-example.ts';
import type { SiteFiles } from './site-files.ts';
import type { Survey } from './survey.ts';

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

/** A pattern with everything the catalogue says about it. */
interface Described {
  attack: Attack;
  page: AttackPage;
  met: ToolSeen[];
  example: Example | null;
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
  const described = attacks === null ? [] : describedBy(attacks, tools, survey);
  const index = attackIndex(
    described.map(({ page }) => page),
    tools.length,
  );
  models.writeJson('attacks.json', index);
  site.write('attacks/index.json', `${JSON.stringify(index)}\n`);
  site.write('attacks/index.md', attackIndexMarkdown(index));
  const lines = described.map(({ attack, page }) => attackLine(attack, page));
  site.write(
    'api/v1/attacks.json',
    `${JSON.stringify({ version: '1', tools: tools.length, attacks: lines })}\n`,
  );
  for (const one of described) writePattern(models, site, one);
  if (attacks !== null) writeData(site, origin, attacks, described, tools);
  return attackAddresses(attacks);
}

function toolsOf({ servers }: Survey): ToolSeen[] {
  return servers.flatMap((server) =>
    server.rows.flatMap((row, at): ToolSeen[] => {
      const verdict = server.verdicts[at];
      if (verdict === undefined) return [];
      return [{ server, id: `${server.entry.id}/${server.names[at]}`, row, verdict }];
    }),
  );
}

function describedBy(attacks: Attacks, tools: readonly ToolSeen[], survey: Survey): Described[] {
  const subjects = subjectsByServer(survey);
  return attacks.patterns.map((attack) => {
    const met = tools.filter(({ verdict }) => isMetBy(attack, verdict));
    const example = exampleOf(attack, met, subjects);
    const control = attackControl(attack, example);
    const nearMiss = tools.find(({ id }) => id === attack.nearMiss?.tool)?.row.href ?? null;
    const reach = { ...reachOf(attack, met), nearMiss };
    const page = attackPage(attack, attacks, reach, control, writeYaml(attack.when));
    return { attack, page, met, example };
  });
}

function reachOf(attack: Attack, met: readonly ToolSeen[]): Omit<AttackReach, 'nearMiss'> {
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

function writePattern(models: SiteFiles, site: SiteFiles, { page, example }: Described): void {
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

/** What programs read besides the list: a record for each pattern, and the layer. */
function writeData(
  site: SiteFiles,
  origin: string,
  attacks: Attacks,
  described: readonly Described[],
  tools: readonly ToolSeen[],
): void {
  for (const { attack, page, met } of described) {
    const seen = met.map(({ id, row }) => ({ id, url: row.href }));
    const record = attackRecord(attack, page, attacks, seen);
    site.write(`api/v1/attacks/${attack.id}.json`, `${JSON.stringify(record)}\n`);
  }
  const layer = navigatorLayer(attacks, scoresOf(described), tools.length, origin);
  site.write('api/v1/attacks/navigator-layer.json', `${JSON.stringify(layer, null, 2)}\n`);
}

/** How many tools meet a pattern that names a technique, each tool once. */
function scoresOf(described: readonly Described[]): Map<string, number> {
  const met = new Map<string, Set<ToolSeen>>();
  for (const { attack, met: tools } of described) {
    for (const id of attack.frameworks.atlas ?? []) {
      const known = met.get(id) ?? new Set();
      met.set(id, known);
      for (const tool of tools) known.add(tool);
    }
  }
  return new Map([...met].map(([id, tools]) => [id, tools.size]));
}
