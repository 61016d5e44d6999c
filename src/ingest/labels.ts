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
      const { value, findings: syntax } = readJson(text, file, place.line);
      const parsed = schema.safeParse(value);
      findings.push(...syntax);
      if (syntax.length > 0) continue;
      const where = { file, line: place.line };
      if (!parsed.success) {
        for (const { path, message } of parsed.error.issues) {
          const at = path.reduce<string>((base, step) => pointer(base, String(step)), '');
          findings.push(problem('schema', `${message}.`, hint, { ...where, path: at }));
        }
      } else if (rows.has(parsed.data.id)) {
        const message = `The id "${parsed.data.id}" stands twice.`;
        findings.push(problem('duplicate-id', message, 'Keep one line for each id.', where));
      } else rows.set(parsed.data.id, parsed.data);
    }
  } finally {
    plain.close();
  }
  if (rows.size === 0 && findings.length === 0)
    findings.push(problem('no-rows', 'The file is empty.', hint, { file, line: 1 }));
  return { rows: [...rows.values()], findings };
}
