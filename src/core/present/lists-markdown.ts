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
import { table } from './markdown-table.ts';
import type { Count } from './page-model.ts';
import { count } from './phrase.ts';
import { toolRowsMarkdown } from './tool-rows-markdown.ts';

/** One page of a browse list, with the way to the next. `pages`: of its order. */
export function browseMarkdown(list: BrowsePage, pages: number): string {
  const { kind, id, label, intro, tools, order, page, rows } = list;
  return document(
    label,
    [
      text(intro),
      `${count(tools, 'tool')}.`,
      ...(tools === 0 ? [] : [toolRowsMarkdown(rows, true)]),
      ...nextOf(page, pages, (to) => browseHref(kind, id, order, to)),
    ],
    [],
  );
}

/** One page of the list of all servers or of all vendors. */
export function overviewMarkdown<Row extends OverviewRow>(
  kind: OverviewKind,
  { order, page, pages, total, rows }: OverviewPage<Row>,
): string {
  const levels = rows[0]?.risks.map(({ label }) => label) ?? [];
  const what = kind === 'servers' ? 'Server' : 'Vendor';
  return document(
    kind === 'servers' ? 'Servers' : 'Vendors',
    [
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
      ...nextOf(page, pages, (to) => overviewHref(kind, order, to)),
    ],
    [],
  );
}

/** A list of lists, such as all levels: how many tools each holds. */
export function countsMarkdown(title: string, counts: readonly Count[]): string {
  return document(title, [countsTable(counts)], []);
}

/** The home page: what this is, and where to go on. */
export function homeMarkdown(tools: number, servers: number, groups: readonly [string, Count[]][]): string {
  return document(
    'Toolwarden',
    [
      `What can this tool do to you? An open catalogue that reads the definitions MCP servers give to models: ${count(tools, 'tool')} of ${count(servers, 'server')}, each with what one successful call can do, the words that show it, and the policy that controls it.`,
    ],
    [
      ...groups.map(([title, counts]): [string, string] => [title, countsTable(counts)]),
      [
        'Where to go on',
        [
          '[Servers](/servers/index.md)',
          '[Attack patterns](/attacks/index.md)',
          '[Guides](/guides/index.md)',
          '[For machines](/api/index.md)',
        ]
          .map((link) => `- ${link}`)
          .join('\n'),
      ],
    ],
  );
}

function countsTable(counts: readonly Count[]): string {
  return table(
    ['List', 'Tools'],
    counts.map(({ label, href, tools }) => [`[${text(label)}](${href}index.md)`, `${tools}`]),
  );
}

function nextOf(page: number, pages: number, hrefOf: (page: number) => string): string[] {
  if (pages < 2) return [];
  const next = page < pages ? `: [next](${hrefOf(page + 1)}index.md)` : '';
  return [`Page ${page} of ${pages}${next}.`];
}

function document(title: string, lead: readonly string[], sections: readonly [string, string][]): string {
  const parts = sections.map(([heading, body]) => `## ${heading}\n\n${body}`);
  return `${[`# ${text(title)}`, ...lead, ...parts].join('\n\n')}\n`;
}
