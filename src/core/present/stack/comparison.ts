import { combinationsIn } from '../../combinations/combination.ts';
import { standingOf } from '../../combinations/standing.ts';
import { CATEGORIES, FLAG_IDS, FLAGS, heightOf, RISKS, type Risk, riskWord } from '../../taxonomy.ts';
import type { Link, Shown } from '../page-model.ts';
import { capitalised, count, list, shorten } from '../phrase.ts';
import { shown, shownLine } from '../shown.ts';
import { thousands } from '../token-cost.ts';
import type { ServerSummary, SummarisedTool } from './summary.ts';

/** One cell: a text, and what it links. */
interface Cell {
  text: Shown;
  links: Link[];
}

/** One line of a comparison, a cell for each server. */
interface ComparedRow {
  label: string;
  /** Set where the line counts the tools of a level. */
  risk: Risk | 'Unrated' | null;
  cells: Cell[];
}

/** Servers side by side: everything that the page shows. */
export interface Comparison {
  servers: { id: string; title: Shown; href: string; vendor: Shown }[];
  groups: { label: string; rows: ComparedRow[] }[];
  /** Names that two or more of them give to a tool, with the level it has on each; by name. */
  shared: { name: Shown; cells: Cell[] }[];
  /** How many more names they share. */
  more: number;
}

const MOST_NAMED = 5;
const MOST_SHARED = 60;

/** The comparison of some servers, in the order given. Pure; equal servers give equal cells. */
export function comparisonOf(servers: readonly ServerSummary[]): Comparison {
  const row = (label: string, cell: (server: ServerSummary) => string | Cell): ComparedRow => ({
    label,
    risk: null,
    cells: servers.map((server) => asCell(cell(server))),
  });
  const counted = (label: string, holds: (tool: SummarisedTool) => boolean): ComparedRow =>
    row(label, ({ tools }) => String(tools.filter(holds).length));
  const shared = sharedNames(servers);
  return {
    servers: servers.map(({ id, title, href, vendor }) => ({ id, title, href, vendor })),
    groups: [
      {
        label: 'Risk',
        rows: [
          row('Tools', ({ tools }) => String(tools.length)),
          ...[...RISKS.toReversed(), null].map((risk) => ({
            ...counted(riskWord(risk), (tool) => tool.risk === risk),
            risk: riskWord(risk),
          })),
          row('Riskiest tools', ({ tools }) => highest(tools)),
        ],
      },
      {
        label: 'What they do',
        rows: CATEGORIES.toReversed().map((one) => counted(one, ({ category }) => category === one)),
      },
      {
        label: 'What matters in combination',
        rows: [
          ...FLAG_IDS.map((flag) => counted(capitalised(FLAGS[flag]), ({ flags }) => flags.includes(flag))),
          row('Toxic combinations inside', toxicIn),
        ],
      },
      {
        label: 'Under the recommended policy',
        rows: [
          counted('Usable without a person', ({ decision }) => decision === 'allow'),
          counted('Asked about', ({ decision }) => decision === 'ask'),
          counted('Denied', ({ decision }) => decision === 'deny'),
          counted('Hidden', ({ decision }) => decision === 'hide'),
          counted('In part usable by their arguments', ({ partly }) => partly),
        ],
      },
      { label: 'Definitions', rows: definitionRows(row) },
      { label: 'The server', rows: factRows(servers, row) },
    ].filter(({ rows }) => rows.length > 0),
    shared: shared.slice(0, MOST_SHARED),
    more: Math.max(0, shared.length - MOST_SHARED),
  };
}

type RowMaker = (label: string, cell: (server: ServerSummary) => string | Cell) => ComparedRow;

function definitionRows(row: RowMaker): ComparedRow[] {
  return [
    row('Tokens of all definitions', ({ tools }) => {
      const sum = tools.reduce((all, { tokens }) => all + (tokens ?? 0), 0);
      return tools.some(({ tokens }) => tokens === null) ? 'not counted' : thousands(sum);
    }),
    row('Tools that state a hint', ({ annotated, tools }) => `${annotated} of ${tools.length}`),
    row('Tools with a claim that contradicts the verdict', ({ contradicted }) => String(contradicted)),
  ];
}

/** A fact that none of them has gets no line; where one has it, the others say that it is not known. */
function factRows(servers: readonly ServerSummary[], row: RowMaker): ComparedRow[] {
  const labels = new Set(servers.flatMap(({ facts }) => facts.map(({ label }) => label)));
  return ['Transport', 'Authentication', 'Licence', 'Package', 'Version', 'Last observed', 'Listed']
    .filter((label) => labels.has(label))
    .map((label) =>
      row(label, ({ facts }) => facts.find((fact) => fact.label === label)?.value ?? 'not known'),
    );
}

function highest(tools: readonly SummarisedTool[]): Cell {
  const top = Math.max(...tools.map(({ risk }) => heightOf(risk)));
  const risky = tools.filter(({ risk }) => heightOf(risk) === top && top >= 0);
  const more = risky.length - MOST_NAMED;
  return {
    text: shown(risky.length === 0 ? 'none' : more > 0 ? `and ${more} more` : ''),
    links: risky.slice(0, MOST_NAMED).map(linkTo),
  };
}

function linkTo({ name, href }: SummarisedTool): Link {
  return { text: shorten(shownLine(name), 60) as Shown, href: href ?? '' };
}

const LEFT = { open: 'stays open', asked: 'needs a person to approve', closed: 'is closed' } as const;

function toxicIn({ id, tools }: ServerSummary): string {
  const found = combinationsIn(tools.map((tool) => ({ ...tool, server: id, tool: tool.name })));
  const decisions = new Map(tools.map((tool) => [tool.name, tool.partly ? 'allow' : tool.decision]));
  const told = found.map((combination) => {
    const standing = standingOf(combination, ({ tool }) => decisions.get(tool) ?? 'allow');
    return `${combination.title.replace(/^[A-Z]/, (letter) => letter.toLowerCase())} (under the policy it ${LEFT[standing]})`;
  });
  return told.length === 0 ? 'none' : `${count(told.length, 'combination')}: ${list(told)}`;
}

function sharedNames(servers: readonly ServerSummary[]): Comparison['shared'] {
  const owners = new Map<string, Map<string, SummarisedTool>>();
  for (const { id, tools } of servers)
    for (const tool of tools) owners.set(tool.name, (owners.get(tool.name) ?? new Map()).set(id, tool));
  return [...owners]
    .filter(([, its]) => its.size > 1)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, its]) => ({
      name: shorten(shownLine(name), 60) as Shown,
      cells: servers.map(({ id }): Cell => {
        const tool = its.get(id);
        return tool === undefined
          ? asCell('')
          : { text: shown(''), links: [{ text: shown(tool.risk ?? 'Unrated'), href: tool.href ?? '' }] };
      }),
    }));
}

function asCell(cell: string | Cell): Cell {
  return typeof cell === 'string' ? { text: shown(cell), links: [] } : cell;
}
