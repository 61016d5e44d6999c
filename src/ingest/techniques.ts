import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../core/finding.ts';
import { TechniqueCase } from '../core/indicators/recall.ts';
import { TechniqueRecord } from '../core/indicators/technique-record.ts';
import { problem } from './problem.ts';

/** The sets that the indicators are measured by, and what was measured elsewhere. */
export interface Techniques {
  own: TechniqueCase[];
  blind: TechniqueCase[];
  honest: TechniqueCase[];
  record: TechniqueRecord;
}

const HINT = 'catalog/techniques/README.md says what a line holds.';

/** Reads `DIR/techniques`; null without findings where there is none, null with every problem where it is unusable. */
export function readTechniques(dir: string): { techniques: Techniques | null; findings: Finding[] } {
  const folder = join(dir, 'techniques');
  if (!existsSync(folder)) return { techniques: null, findings: [] };
  const findings: Finding[] = [];
  const [own, blind, honest] = ['own.jsonl', 'blind.jsonl', 'honest.jsonl'].map((name) =>
    linesOf(join(folder, name), findings),
  );
  const record = parsedLine(
    join(folder, 'record.json'),
    1,
    TechniqueRecord,
    textOf(join(folder, 'record.json')),
    findings,
  );
  if (findings.length > 0 || record === null) return { techniques: null, findings };
  return { techniques: { own: own ?? [], blind: blind ?? [], honest: honest ?? [], record }, findings };
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function linesOf(file: string, findings: Finding[]): TechniqueCase[] {
  const lines = textOf(file).trimEnd().split('\n');
  return lines.flatMap((line, at) => parsedLine(file, at + 1, TechniqueCase, line, findings) ?? []);
}

function parsedLine<Value>(
  file: string,
  line: number,
  schema: z.ZodType<Value>,
  text: string,
  findings: Finding[],
): Value | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const reason =
      error instanceof z.ZodError ? z.prettifyError(error).replaceAll(/\s+/g, ' ') : (error as Error).message;
    findings.push(problem('technique-line', `This cannot be used: ${reason}`, HINT, { file, line }));
    return null;
  }
}
