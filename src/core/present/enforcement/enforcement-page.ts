import { csvText } from '../csv.ts';
import { escapeMarkdown as text } from '../escape-markdown.ts';
import { table } from '../markdown-table.ts';
import { count } from '../phrase.ts';
import {
  ABILITIES,
  ADVISORY,
  CELL_STATES,
  isWritten,
  KINDS,
  type MatrixCell,
  type MatrixRow,
  matrixRows,
} from './matrix.ts';

/** Everything that /enforcement/ shows; its JSON twin as it is. */
export interface EnforcementPage {
  href: string;
  lead: string;
  abilities: typeof ABILITIES;
  states: typeof CELL_STATES;
  advisory: typeof ADVISORY;
  kinds: typeof KINDS;
  rows: MatrixRow[];
}

export function enforcementPage(): EnforcementPage {
  const rows = matrixRows();
  const cells = rows.flatMap((row) => row.cells);
  const proven = cells.filter(({ state }) => state === 'vendor' || state === 'matcher').length;
  const advised = cells.filter(({ advisory }) => advisory).length;
  const possible = cells.filter(isWritten).length;
  return {
    href: '/enforcement/',
    lead: `What ${count(rows.length, 'client and gateway', 'clients and gateways')} can be told about one MCP tool. Of ${possible} things that our files tell them to do, ${proven === 0 ? 'none is proven yet' : `${proven} are proven`} by reading our own files back for every catalogued server; the others are as their documentation says. ${advised} are advisory: they hold only while the user lets them.`,
    abilities: ABILITIES,
    states: CELL_STATES,
    advisory: ADVISORY,
    kinds: KINDS,
    rows,
  };
}

/** The words of a cell: "vendor", "matcher, advisory", "not possible (denied instead)". */
export function cellWords({ state, note, advisory, source }: MatrixCell): string {
  const label = CELL_STATES.find(({ id }) => id === state)?.label ?? state;
  const word = advisory ? `${label}, ${ADVISORY.label}` : label;
  const beside = [note, source].filter((one) => one !== null);
  return beside.length === 0 ? word : `${word} (${beside.join('; ')})`;
}

export function enforcementMarkdown(page: EnforcementPage): string {
  const legend = [...page.states, page.advisory].map(({ label, means }) => `- **${label}**: ${means}`);
  const asked = page.abilities.map(({ label, means }) => `- **${label}**: ${means}.`);
  const rows = page.rows.map((row) => [
    `[${text(row.title)}](${row.href}index.md)`,
    row.kind,
    ...row.cells.map(cellWords),
    text(row.version),
    row.evaluator === null ? '' : text(row.evaluator),
    `${text(row.source.url)}, read ${row.source.read}`,
  ]);
  const head = ['Target', 'Kind', ...page.abilities.map(({ label }) => label)];
  return `${[
    '# What clients and gateways can enforce',
    page.lead,
    asked.join('\n'),
    legend.join('\n'),
    table([...head, 'Version read', 'Evaluator', 'Source'], rows),
    'As data: [index.json](/enforcement/index.json), [matrix.csv](/enforcement/matrix.csv).',
  ].join('\n\n')}\n`;
}

/** The matrix as CSV (RFC 4180): one line a target. */
export function enforcementCsv(page: EnforcementPage): string {
  const head = ['target', 'title', 'kind', ...page.abilities.map(({ id }) => id)];
  const lines = page.rows.map((row) => [
    row.id,
    row.title,
    row.kind,
    ...row.cells.map(cellWords),
    row.version,
    row.evaluator ?? '',
    row.source.url,
    row.source.read,
  ]);
  return csvText([[...head, 'version', 'evaluator', 'source', 'read'], ...lines]);
}
