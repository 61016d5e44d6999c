import type { Finding } from '../core/finding.ts';

/** An error finding; `where` names the file, line or pointer when they are known. */
export function problem(
  code: string,
  message: string,
  hint: string,
  where: Partial<Pick<Finding, 'file' | 'line' | 'path' | 'severity'>> = {},
): Finding {
  return { code, severity: 'error', file: null, line: null, path: '', message, hint, ...where };
}

/** Ends an ingest: carries every finding to the command, which prints them and exits with 2. */
export class Stopped extends Error {
  readonly findings: Finding[];

  constructor(findings: Finding[]) {
    super(findings.map((finding) => finding.message).join('\n'));
    this.findings = findings;
  }
}
