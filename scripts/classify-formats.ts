import { escapeMarkdown } from '../src/core/present/escape-markdown.ts';
import { table } from '../src/core/present/markdown-table.ts';
import { shown } from '../src/core/present/shown.ts';
import type { Classification } from '../src/core/schemas/classification.ts';
import { riskWord } from '../src/core/taxonomy.ts';
import { jsonLine } from './print.ts';
import { columns } from './terminal-table.ts';

export const FORMATS = ['jsonl', 'table', 'md'] as const;
export type ClassifyFormat = (typeof FORMATS)[number];

/** Turns classifications into text: at once where a line stands alone, at the end where columns must fit. */
export interface Writer {
  add(record: Classification): string;
  end(): string;
}

const HEAD = ['Server', 'Tool', 'Category', 'Risk', 'Confidence', 'Effects', 'Flags'];

export function writerOf(format: ClassifyFormat): Writer {
  if (format === 'jsonl') return { add: jsonLine, end: () => '' };
  const rows: string[][] = [];
  const add = (record: Classification): string => {
    rows.push(rowOf(record));
    return '';
  };
  if (format === 'table') return { add, end: () => columns(HEAD, rows) };
  const cells = (): string[][] => rows.map((row) => row.map(escapeMarkdown));
  return { add, end: () => `${table(HEAD, cells())}\n` };
}

/** Names are a stranger's: hidden characters are spelled out before any format sees them. */
function rowOf({ server, tool, category, risk, confidence, effects, flags }: Classification): string[] {
  return [
    shown(server ?? ''),
    shown(tool),
    category,
    riskWord(risk),
    confidence,
    effects.join(', '),
    flags.join(', '),
  ];
}
