import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Frozen, labelId, PassLabel } from '../core/evaluate/pass.ts';
import type { Finding } from '../core/finding.ts';
import { rowOf } from './labels.ts';
import { problem } from './problem.ts';
import { validated } from './validated.ts';
import { readYaml } from './yaml.ts';

/** The labels of a catalogue: two passes over the same tools in the same order, and what is frozen. */
export interface LabelFiles {
  passA: PassLabel[];
  passB: PassLabel[];
  frozen: Frozen;
}

const HINT =
  'Write {"server", "tool", "definitionHash", "category", "alt", "confidence", "risk", "flags"}; catalog/labels/README.md says what each means.';

/** Where the labels of a catalogue are. */
export function labelFolder(catalogDir: string): string {
  return join(catalogDir, 'labels');
}

/** Reads `labels/` of a catalogue. Null without findings when there is no such folder; null with all of them when a file is unusable. */
export function readLabelPasses(catalogDir: string): { labels: LabelFiles | null; findings: Finding[] } {
  const folder = labelFolder(catalogDir);
  if (!existsSync(folder)) return { labels: null, findings: [] };
  const [a, b] = [readPass(join(folder, 'pass-a.jsonl')), readPass(join(folder, 'pass-b.jsonl'))];
  const frozen = readFrozen(join(folder, 'frozen.yaml'));
  const findings = [...a.findings, ...b.findings, ...frozen.findings];
  if (findings.length === 0) findings.push(...orderFindings(a.rows, b.rows, join(folder, 'pass-b.jsonl')));
  if (findings.length > 0 || frozen.value === null) return { labels: null, findings };
  return { labels: { passA: a.rows, passB: b.rows, frozen: frozen.value }, findings };
}

function readPass(file: string): { rows: PassLabel[]; findings: Finding[] } {
  if (!existsSync(file)) return { rows: [], findings: [missing(file)] };
  const rows = new Map<string, PassLabel>();
  const findings: Finding[] = [];
  for (const [index, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (text.trim() === '') continue;
    const where = { file, line: index + 1 };
    const { row, troubles } = rowOf(text, PassLabel, where, HINT);
    findings.push(...troubles);
    if (row === null) continue;
    const id = labelId(row);
    if (rows.has(id)) {
      const message = `The tool "${id}" is labelled twice.`;
      findings.push(problem('duplicate-label', message, 'Keep one line for each tool.', where));
    }
    rows.set(id, row);
  }
  return { rows: [...rows.values()], findings };
}

function readFrozen(file: string): { value: Frozen | null; findings: Finding[] } {
  if (!existsSync(file)) return { value: null, findings: [missing(file)] };
  const { source, findings } = readYaml(readFileSync(file, 'utf8'), file);
  return source === null ? { value: null, findings } : validated(Frozen, source);
}

/** The passes are compared line by line, so both must name the same tools in the same order. */
function orderFindings(passA: readonly PassLabel[], passB: readonly PassLabel[], file: string): Finding[] {
  const length = Math.max(passA.length, passB.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [passA[index], passB[index]];
    if (a !== undefined && b !== undefined && labelId(a) === labelId(b)) {
      if (a.definitionHash === b.definitionHash) continue;
    }
    const [said, wanted] = [b, a].map((row) => (row === undefined ? 'nothing' : `"${labelId(row)}"`));
    const message = `Here stands ${said}, where the first pass has ${wanted}, or of another definition.`;
    const hint = 'Label the same tools, in the same order and of the same definitions, in both passes.';
    return [problem('passes-differ', message, hint, { file, line: Math.min(index + 1, passB.length) || 1 })];
  }
  return [];
}

function missing(file: string): Finding {
  const hint = 'Both passes and frozen.yaml belong in labels/; restore the file, or remove the folder.';
  return problem('missing-file', 'This file is missing.', hint, { file });
}
