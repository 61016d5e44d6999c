import type { z } from 'zod';
import { Label, Prediction } from '../core/evaluate/label.ts';
import type { Finding } from '../core/finding.ts';
import { pointer } from '../core/tool/json.ts';
import { linesOf } from './definition-lines.ts';
import { readJson } from './json.ts';
import { plainFile } from './plain-file.ts';
import { problem } from './problem.ts';

interface Read<Row> {
  rows: Row[];
  findings: Finding[];
}

const LABEL_HINT =
  'Write {"id", "category", "alt", "confidence": "sure" or "arguable", "risk", "flags"}, in the words of the taxonomy.';
const PREDICTION_HINT =
  'Write a line as `toolwarden classify` prints it: at least {"id", "category", "risk"}; confidence and flags may follow.';

/** Labelled tools, one JSON object a line. Every problem comes back at its line; an id may stand once. */
export function readLabels(file: string): Promise<Read<Label>> {
  return readRows(file, Label, LABEL_HINT);
}

/** Anybody's verdicts, one JSON object a line. Every problem comes back at its line; an id may stand once. */
export function readPredictions(file: string): Promise<Read<Prediction>> {
  return readRows(file, Prediction, PREDICTION_HINT);
}

async function readRows<Row extends { id: string }>(
  file: string,
  schema: z.ZodType<Row>,
  hint: string,
): Promise<Read<Row>> {
  const { plain, findings } = await plainFile(file);
  const rows = new Map<string, Row>();
  if (plain === null) return { rows: [], findings };
  try {
    for await (const { text, place } of linesOf(plain.file, null)) {
      if (text.trim() === '') continue;
      const { row, troubles } = rowOf(text, schema, { file, line: place.line }, hint);
      findings.push(...troubles);
      if (row === null) continue;
      if (rows.has(row.id)) findings.push(repeated(row.id, { file, line: place.line }));
      rows.set(row.id, row);
    }
  } finally {
    plain.close();
  }
  if (rows.size === 0 && findings.length === 0)
    findings.push(problem('no-rows', 'The file is empty.', hint, { file, line: 1 }));
  return { rows: [...rows.values()], findings };
}

export interface LinePlace {
  file: string;
  line: number;
}

/** One line of JSON against a schema; null with every problem at that line. */
export function rowOf<Row>(
  text: string,
  schema: z.ZodType<Row>,
  where: LinePlace,
  hint: string,
): { row: Row | null; troubles: Finding[] } {
  const { value, findings } = readJson(text, where.file, where.line);
  if (findings.length > 0) return { row: null, troubles: findings };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { row: parsed.data, troubles: [] };
  const troubles = parsed.error.issues.map(({ path, message }) => {
    const at = path.reduce<string>((base, step) => pointer(base, String(step)), '');
    return problem('schema', `${message}.`, hint, { ...where, path: at });
  });
  return { row: null, troubles };
}

function repeated(id: string, where: LinePlace): Finding {
  return problem('duplicate-id', `The id "${id}" stands twice.`, 'Keep one line for each id.', where);
}
