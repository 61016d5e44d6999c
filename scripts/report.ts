import type { Finding } from '../src/core/finding.ts';
import { shownLine } from '../src/core/present/shown.ts';

/**
 * Prints findings on stderr, one block each, hidden characters spelled out line breaks included, so that no text
 * steers the terminal or poses as a line of ours.
 */
export function reportFindings(findings: readonly Finding[]): void {
  for (const finding of findings) {
    const where = [finding.file, finding.line, finding.column ?? null]
      .filter((part) => part !== null)
      .join(':');
    const path = finding.path === '' ? '' : ` ${finding.path}`;
    const head = `${where === '' ? '' : `${where}: `}${finding.severity}[${finding.code}]${path}: ${finding.message}`;
    process.stderr.write(`${shownLine(head)}\n  → ${shownLine(finding.hint)}\n`);
  }
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  if (findings.length > 0) process.stderr.write(`${findings.length} findings, ${errors} of them errors.\n`);
}
