import type { Finding } from '../core/finding.ts';
import { problem } from '../ingest/problem.ts';

/** Warnings where verdicts and labels do not cover each other: labelled tools left out, and verdicts of tools that have no label. */
export function coverageFindings(
  file: string | null,
  labelled: readonly string[],
  said: readonly string[],
): Finding[] {
  const [known, answered] = [new Set(labelled), new Set(said)];
  const missing = labelled.filter((id) => !answered.has(id));
  const foreign = said.filter((id) => !known.has(id));
  const findings: Finding[] = [];
  if (missing.length > 0) {
    const message = `${missing.length} labelled tools have no verdict and count as unclassified: ${some(missing)}.`;
    const hint = 'Give a line with the id of each labelled tool.';
    findings.push(problem('no-verdict', message, hint, { file, severity: 'warning' }));
  }
  if (foreign.length > 0) {
    const message = `No label has the ids of ${foreign.length} of these verdicts, which count for nothing: ${some(foreign)}.`;
    const hint = 'Write the ids as the labels have them, or leave these lines out.';
    findings.push(problem('no-label', message, hint, { file, severity: 'warning' }));
  }
  return findings;
}

function some(ids: readonly string[]): string {
  return `${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''}`;
}
