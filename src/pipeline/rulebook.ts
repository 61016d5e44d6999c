import { type Classifier, compileRules } from '../core/classify/classifier.ts';
import type { Finding } from '../core/finding.ts';
import { readRulebook } from '../ingest/rules.ts';

/** Reads rules and lexicons below a catalogue folder and compiles them; null with findings when they are unusable. */
export function loadClassifier(catalogDir: string): { classifier: Classifier | null; findings: Finding[] } {
  const { files, findings } = readRulebook(catalogDir);
  if (findings.some((finding) => finding.severity === 'error')) return { classifier: null, findings };
  const compiled = compileRules(
    files.rules.map(({ rule }) => rule),
    files.lexicons,
  );
  return { classifier: compiled.classifier, findings: [...findings, ...compiled.findings] };
}
