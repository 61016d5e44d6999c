import { TACTICS } from '../../attacks/pattern.ts';
import { escapeMarkdown as text } from '../escape-markdown.ts';
import { blocks, table } from '../markdown-table.ts';
import { count } from '../phrase.ts';
import type { AttackIndex, AttackPage, AttackRow } from './attack-page-model.ts';

/** The list of patterns; `tools` is how many tools the catalogue has. */
export function attackIndex(pages: readonly AttackPage[], tools: number): AttackIndex {
  const groups = Object.entries(TACTICS).map(([id, label]) => ({
    id,
    label,
    rows: pages
      .filter(({ tactic }) => tactic.id === id)
      .toSorted(byReach)
      .map(rowOf),
  }));
  return {
    href: '/attacks/',
    lead: `${count(pages.length, 'way')} in which tools of agents are turned against their users, each with the preconditions that decide which of ${count(tools, 'catalogued tool')} it concerns. A tool that meets one is not malicious: it is what an attacker would look for.`,
    groups: groups.filter(({ rows }) => rows.length > 0),
  };
}

/** Patterns that hold for some tools come before those that hold for every one, the more tools the earlier. */
function byReach(a: AttackPage, b: AttackPage): number {
  const isEvery = ({ share }: AttackPage): number => (share === 'every' ? 1 : 0);
  return isEvery(a) - isEvery(b) || b.tools - a.tools || (a.id < b.id ? -1 : 1);
}

function rowOf({ id, href, title, summary, scope, tools, share, servers, incidents }: AttackPage): AttackRow {
  return { id, href, title, summary, scope, tools, share, servers, incidents };
}

/** The Markdown twin of the list. */
export function attackIndexMarkdown({ lead, groups }: AttackIndex): string {
  const parts = groups.flatMap(({ label, rows }) => [
    `## ${text(label)}`,
    table(
      ['Pattern', 'What happens', 'Holds for', 'Tools', 'Incidents'],
      rows.map((row) => [
        `[${text(row.title)}](${row.href}index.md)`,
        text(row.summary),
        row.scope,
        row.share,
        String(row.incidents),
      ]),
    ),
  ]);
  return `${blocks(['# Attack patterns', text(lead), ...parts])}\n`;
}
