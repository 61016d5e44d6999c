import { escapeMarkdown as text } from '../escape-markdown.ts';
import { blocks } from '../markdown-table.ts';
import { count } from '../phrase.ts';
import { type ChangedTool, type ChangeItem, levelsOf } from './changes.ts';

/** Entries on the page: what a reader may scan; the feeds and `modified.csv` reach further back. */
const MOST_ITEMS = 200;
/** Names shown of one group. */
const MOST_NAMES = 24;

/** Everything that /changes/ shows. */
export interface ChangesPage {
  href: string;
  lead: string;
  /** Newest first. */
  days: { date: string; items: ChangeRow[] }[];
  /** How many older entries are left out. */
  more: number;
}

interface ChangeRow extends Pick<ChangeItem, 'id' | 'href' | 'title' | 'first'> {
  groups: { label: string; levels: string; tools: ChangedTool[]; more: number }[];
}

/** `items` newest first. */
export function changesPage(items: readonly ChangeItem[]): ChangesPage {
  const told = items.slice(0, MOST_ITEMS);
  const days = [...Map.groupBy(told, ({ date }) => date)];
  return {
    href: '/changes/',
    lead: leadOf(items),
    days: days.map(([date, ofDay]) => ({ date, items: ofDay.map(rowOf) })),
    more: items.length - told.length,
  };
}

function leadOf(items: readonly ChangeItem[]): string {
  if (items.length === 0)
    return 'No observation in this catalogue carries a date, so nothing can be told about changes.';
  const first = items.filter((item) => item.first).length;
  const later = items.length - first;
  const again =
    later === 0
      ? 'No later observation differs from the one before.'
      : `${count(later, 'later observation differs', 'later observations differ')} from the one before.`;
  return `What appeared, changed and left: ${count(first, 'server was', 'servers were')} first observed. ${again} A definition counts as changed when its hash differs; a verdict that moves because a rule got better is not told here.`;
}

function rowOf({ id, href, title, first, groups }: ChangeItem): ChangeRow {
  return {
    id,
    href,
    title,
    first,
    groups: groups.map(({ label, tools }) => {
      // Of a first observation the server page lists all tools; here their levels say enough.
      const named = first ? [] : tools.slice(0, MOST_NAMES);
      return { label, levels: levelsOf(tools), tools: named, more: tools.length - named.length };
    }),
  };
}

export function changesMarkdown(page: ChangesPage): string {
  return `${blocks([
    '# Changes',
    text(page.lead),
    'Feeds: [Atom](/changes/feed.atom), [JSON Feed](/changes/feed.json). Every tool with the date of its last change: [modified.csv](/api/v1/modified.csv).',
    ...page.days.flatMap(({ date, items }) => [`## ${date}`, items.map(itemMarkdown).join('\n')]),
    page.more === 0 ? null : `${count(page.more, 'older entry', 'older entries')} left out.`,
  ])}\n`;
}

function itemMarkdown({ href, title, groups }: ChangeRow): string {
  const parts = groups.map(({ label, levels, tools, more }) => {
    const names = tools.map(({ name, href: to }) =>
      to === null ? text(name) : `[${text(name)}](${to}index.md)`,
    );
    const rest = more === 0 ? [] : [names.length === 0 ? count(more, 'tool') : `${more} more`];
    return `${label}: ${[...names, ...rest].join(', ')}${levels === '' ? '' : ` (${levels})`}.`;
  });
  return `- [${text(title)}](${href}index.md). ${parts.join(' ')}`;
}
