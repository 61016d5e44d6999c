import type { Attack, Attacks } from '../../attacks/attack.ts';
import type { Prose } from '../../attacks/body.ts';
import { FRAMEWORKS, SCOPES, TACTICS } from '../../attacks/pattern.ts';
import { KINDS, SUPPORTS } from '../../attacks/sources.ts';
import { type Block, bullets, paragraph } from '../document.ts';
import { attackHref } from '../hrefs.ts';
import type { Link, ToolRow } from '../page-model.ts';
import { count } from '../phrase.ts';
import { shown } from '../shown.ts';
import type { AttackControl, AttackPage } from './attack-page-model.ts';
import { preconditionBlocks } from './predicate-words.ts';

/** What of a catalogue meets a pattern, in the order of the catalogue. */
export interface AttackReach {
  /** Each tool once. */
  tools: number;
  /** Servers on which it can happen without another server. */
  servers: { id: string; title: string; href: string }[];
  /** Page of the near miss, where it is catalogued. */
  nearMiss: string | null;
  /** One list for each part, one for a pattern of one tool, none where every tool meets it. */
  lists: ToolRow[][];
}

/** Tools linked from a page, over all its lists. */
const MOST_ROWS = 60;
const MOST_SERVERS = 30;

/** The page of one pattern. `predicate` is its `when` as YAML. */
export function attackPage(
  attack: Attack,
  { incidents, frameworks }: Omit<Attacks, 'patterns'>,
  reach: AttackReach,
  control: AttackControl,
  predicate: string,
): AttackPage {
  const { id, title, summary, body, when, scope, tactic } = attack;
  return {
    id,
    href: attackHref(id),
    title,
    summary,
    scope: SCOPES[scope],
    tactic: { id: tactic, label: TACTICS[tactic] },
    headTitle: `${title}: an attack pattern against MCP tools`,
    headDescription: `${summary} Preconditions, incidents with sources, the tools that meet it, and the policy that blunts it.`,
    tools: reach.tools,
    share: when.everyTool === undefined ? String(reach.tools) : 'every',
    servers: reach.servers.length,
    incidents: attack.incidents.length,
    reach: reachWords(attack, reach),
    sections: [
      { id: 'mechanism', heading: 'Mechanism', blocks: body.mechanism.map(block) },
      {
        id: 'preconditions',
        heading: 'Preconditions',
        blocks: [
          ...body.preconditions.map(block),
          ...preconditionBlocks(attack),
          ...(attack.broad === undefined ? [] : [paragraph(`Why it matches so many: ${attack.broad}`)]),
          ...(attack.rare === undefined || reach.tools > 0 ? [] : [paragraph(attack.rare)]),
          ...nearMissBlocks(attack, reach.nearMiss),
          { kind: 'code', label: 'The predicate that decides', text: shown(predicate) },
        ],
      },
      { id: 'response', heading: 'What to do', blocks: body.response.map(block) },
    ],
    happened: attack.incidents
      .flatMap((one) => incidents[one] ?? [])
      .map((one) => ({ ...one, kind: KINDS[one.kind], support: SUPPORTS[one.support] }))
      .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1)),
    signs: attack.signs,
    met: reach.lists.map((rows, at) => ({
      heading:
        when.parts?.[at] === undefined
          ? 'Tools that meet it'
          : `Tools that can play part ${at + 1}: ${when.parts[at].as}`,
      tools: rows.length,
      rows: rows.slice(0, Math.ceil(MOST_ROWS / reach.lists.length)),
    })),
    whole: when.parts === undefined ? [] : reach.servers.slice(0, MOST_SERVERS).map(linkTo),
    control,
    frameworks: FRAMEWORKS.flatMap((framework) => {
      const { title: name, url, read, entries } = frameworks[framework];
      const ids = attack.frameworks[framework] ?? [];
      if (ids.length === 0) return [];
      return [{ title: name, url, read, ids: ids.map((one) => ({ id: one, title: entries[one] ?? null })) }];
    }),
  };
}

/** Of a tool that is catalogued here: elsewhere a reader could not look it up. */
function nearMissBlocks({ nearMiss }: Attack, href: string | null): Block[] {
  if (nearMiss === undefined || href === null) return [];
  return [{ kind: 'text', text: shown(`A near miss: ${nearMiss.tool}`), href }, paragraph(nearMiss.why)];
}

function linkTo({ title, href }: AttackReach['servers'][number]): Link {
  return { text: shown(title), href };
}

function block(prose: Prose): Block {
  return typeof prose === 'string' ? paragraph(prose) : bullets(prose);
}

function reachWords({ when }: Attack, { tools, servers }: AttackReach): string {
  if (when.everyTool !== undefined) return `All ${count(tools, 'catalogued tool')} meet it.`;
  if (when.parts === undefined)
    return tools === 0
      ? 'No catalogued tool meets it.'
      : `${count(tools, 'catalogued tool')} of ${count(servers.length, 'server')} ${tools === 1 ? 'meets' : 'meet'} it.`;
  const alone =
    servers.length === 0
      ? 'no catalogued server holds all parts by itself'
      : `${count(servers.length, 'catalogued server')} ${servers.length === 1 ? 'holds' : 'hold'} all parts without another one`;
  return `${count(tools, 'catalogued tool')} can play a part in it, and ${alone}.`;
}
