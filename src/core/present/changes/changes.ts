import type { ServerChange } from '../../catalogue/past.ts';
import { RISKS, type Risk, riskWord } from '../../taxonomy.ts';
import { serverHref } from '../hrefs.ts';
import type { Shown, ToolRow } from '../page-model.ts';
import { bareTitle, count, list, oneLine } from '../phrase.ts';
import { shown, shownLine } from '../shown.ts';

/** A tool as a list of changes names it; without an address where the server lists it no longer. */
export interface ChangedTool {
  name: Shown;
  href: string | null;
  risk: Risk | null;
}

/** One observation of one server that changed something: an entry of /changes/ and of the feeds. */
export interface ChangeItem {
  /** `stripe/3`: the server and the place of the observation in its history; permanent. */
  id: string;
  server: string;
  serverTitle: Shown;
  href: string;
  date: string;
  version: Shown | null;
  first: boolean;
  /** What happened, in one line. */
  title: Shown;
  /** The tools in groups: "Appeared", "Changed", "Left". Of a first observation one group holds all. */
  groups: { label: string; tools: ChangedTool[] }[];
}

/** What a server is called, its tools as they stand now, and what its history tells. */
export interface ChangingServer {
  id: string;
  title: string;
  /** Names as the server lists them, one for each row. */
  names: readonly string[];
  rows: readonly ToolRow[];
  changes: readonly ServerChange[];
}

/** The changes of one server, newest first. Only definitions have a history: a verdict is as the rules conclude today. */
export function changeItems({ id, title, names, rows, changes }: ChangingServer): ChangeItem[] {
  const rowOf = new Map(names.map((name, index) => [name, rows[index]]));
  const told = (tools: readonly string[]): ChangedTool[] =>
    tools.map((name) => {
      const row = rowOf.get(name);
      return { name: shownLine(name), href: row?.href ?? null, risk: row?.risk ?? null };
    });
  return changes.toReversed().map((change): ChangeItem => {
    const groups = [
      { label: change.first ? 'First observed' : 'Appeared', tools: told(change.appeared) },
      { label: 'Changed', tools: told(change.changed) },
      { label: 'Left', tools: told(change.left) },
    ].filter(({ tools }) => tools.length > 0);
    const version = change.version === null ? null : (oneLine(shown(change.version)) as Shown);
    const bare = oneLine(bareTitle(shown(title)));
    return {
      id: `${id}/${change.place}`,
      server: id,
      serverTitle: bare as Shown,
      href: serverHref(id),
      date: change.date,
      version,
      first: change.first,
      title: shown(`${bare}${version === null ? '' : ` ${version}`}: ${happened(change.first, groups)}`),
      groups,
    };
  });
}

/** Newest first; of one day in the order of the servers. */
export function newestFirst(items: readonly ChangeItem[]): ChangeItem[] {
  return items.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
}

/** What of each change is about tools of one level as they are rated now; changes without such tools are left out. */
export function atLevel(items: readonly ChangeItem[], risk: Risk | null): ChangeItem[] {
  return items.flatMap((item) => {
    const groups = item.groups
      .map(({ label, tools }) => ({
        label,
        tools: tools.filter((tool) => tool.href !== null && tool.risk === risk),
      }))
      .filter(({ tools }) => tools.length > 0);
    if (groups.length === 0) return [];
    const version = item.version === null ? '' : ` ${item.version}`;
    const title = shown(
      `${item.serverTitle}${version}: ${happened(item.first, groups)}, rated ${riskWord(risk)}`,
    );
    return [{ ...item, title, groups }];
  });
}

function happened(first: boolean, groups: ChangeItem['groups']): string {
  if (first)
    return `first observed with ${count(
      groups.reduce((sum, group) => sum + group.tools.length, 0),
      'tool',
    )}`;
  return list(groups.map(({ label, tools }) => `${count(tools.length, 'tool')} ${label.toLowerCase()}`));
}

/** "2 Critical, 5 High": how the tools of a group are rated, strongest first. */
export function levelsOf(tools: readonly ChangedTool[]): string {
  const levels = [...RISKS.toReversed(), null].map((risk) => {
    const rated = tools.filter((tool) => tool.href !== null && tool.risk === risk).length;
    return rated === 0 ? [] : [`${rated} ${riskWord(risk)}`];
  });
  return levels.flat().join(', ');
}
