import { riskWord } from '../../taxonomy.ts';
import { csvText } from '../csv.ts';
import { shownLine } from '../shown.ts';
import { dayOf, type ServerFacts } from './server-data.ts';

/** `/api/v1/tools.csv`: one line a tool. */
export function toolsCsv(servers: readonly ServerFacts[]): string {
  const lines = servers.flatMap(({ entry, names, rows, hashes }) =>
    rows.map((row, index) => [
      entry.id,
      shownLine(names[index] ?? ''),
      row.category,
      riskWord(row.risk),
      row.confidence,
      row.effects.join(' '),
      row.flags.join(' '),
      hashes[index] ?? '',
      row.href,
      row.gist ?? '',
    ]),
  );
  return csvText([HEAD, ...lines]);
}

const HEAD = [
  'server',
  'tool',
  'category',
  'risk',
  'confidence',
  'effects',
  'flags',
  'definitionHash',
  'page',
  'gist',
];

/**
 * `/api/v1/modified.csv`: every tool with the date of its last change, newest first, then by id in code units. Tools
 * without a date stand last.
 */
export function modifiedCsv(servers: readonly ServerFacts[]): string {
  const lines = servers.flatMap(({ entry, names, rows, date, past }) => [
    ...rows.map((row, index) => [
      past.since.get(names[index] ?? '') ?? dayOf(date) ?? '',
      `${entry.id}/${shownLine(names[index] ?? '')}`,
      `${row.href}index.json`,
    ]),
    ...past.gone.map((tool) => [past.since.get(tool) ?? '', `${entry.id}/${shownLine(tool)}`, '']),
  ]);
  return csvText([['date', 'id', 'url'], ...lines.sort(newestFirst)]);
}

function newestFirst(a: readonly string[], b: readonly string[]): number {
  const [[dateA = '', idA = ''], [dateB = '', idB = '']] = [a, b];
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  return idA < idB ? -1 : idA > idB ? 1 : 0;
}
