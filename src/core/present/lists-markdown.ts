import { riskWord } from '../taxonomy.ts';
import {
  type BrowsePage,
  browseHref,
  type OverviewKind,
  type OverviewPage,
  type OverviewRow,
  overviewHref,
} from './browse.ts';
import { escapeMarkdown as text } from './escape-markdown.ts';
import { blocks, table } from './markdown-table.ts';
import type { Count } from './page-model.ts';
import { count } from './phrase.ts';
import { toolRowsMarkdown } from './tool-rows-markdown.ts';

/** One page of a browse list, with the way to the next. `pages`: of its order. */
export function browseMarkdown(list: BrowsePage, pages: number): string {
  const { kind, id, label, intro, tools, order, page, rows } = list;
  return document(label, [
    text(intro),
    `${count(tools, 'tool')}.`,
    tools === 0 ? null : toolRowsMarkdown(rows, true),
    nextOf(page, pages, (to) => browseHref(kind, id, order, to)),
  ]);
}

/** One page of the list of all servers or of all vendors. */
export function overviewMarkdown<Row extends OverviewRow>(
  kind: OverviewKind,
  { order, page, pages, total, rows }: OverviewPage<Row>,
): string {
  const levels = rows[0]?.risks.map(({ label }) => label) ?? [];
  const what = kind === 'servers' ? 'Server' : 'Vendor';
  return document(kind === 'servers' ? 'Servers' : 'Vendors', [
    `${count(total, what.toLowerCase())}. The numbers count tools of each level.`,
    table(
      [what, 'Highest', 'Tools', ...levels],
      rows.map(({ title, href, tools, highest, risks }) => [
        `[${text(title)}](${href}index.md)`,
        riskWord(highest),
        `${tools}`,
        ...risks.map((one) => `${one.tools}`),
      ]),
    ),
    nextOf(page, pages, (to) => overviewHref(kind, order, to)),
  ]);
}

/** Lists of one kind, such as all levels, with how many tools each holds. */
export interface CountGroup {
  title: string;
  /** First segment of their addresses. */
  folder: string;
  counts: readonly Count[];
}

export function countsMarkdown({ title, counts }: CountGroup): string {
  return document(title, [countsTable(counts)]);
}

/** The home page: what this is, and where to go on. */
export function homeMarkdown(
  { tools, servers }: { tools: number; servers: number },
  groups: readonly CountGroup[],
): string {
  return document('Toolwarden', [
    `What can this tool do to you? An open catalogue that reads the definitions MCP servers give to models: ${count(tools, 'tool')} of ${count(servers, 'server')}, each with what one successful call can do, the words that show it, and the policy that controls it.`,
    ...groups.flatMap(({ title, counts }) => [`## ${title}`, countsTable(counts)]),
    '## Where to go on',
    ON.map((link) => `- ${link}`).join('\n'),
  ]);
}

const ON = [
  '[Servers](/servers/index.md)',
  '[Attack patterns](/attacks/index.md)',
  '[Guides](/guides/index.md)',
  '[For machines](/api/index.md)',
];

function countsTable(counts: readonly Count[]): string {
  return table(
    ['List', 'Tools'],
    counts.map(({ label, href, tools }) => [`[${text(label)}](${href}index.md)`, `${tools}`]),
  );
}

/** The way to the next page; null where there is one page. */
function nextOf(page: number, pages: number, hrefOf: (page: number) => string): string | null {
  if (pages < 2) return null;
  const next = page < pages ? `: [next](${hrefOf(page + 1)}index.md)` : '';
  return `Page ${page} of ${pages}${next}.`;
}

function document(title: string, parts: readonly (string | null)[]): string {
  return `${blocks([`# ${text(title)}`, ...parts])}\n`;
}
