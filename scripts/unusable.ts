import type { Finding } from '../src/core/finding.ts';

/** Thrown by a command whose input or arguments cannot be used: every problem at once, exit code 2. */
export class Unusable extends Error {
  readonly findings: Finding[];

  constructor(findings: Finding[]) {
    super(findings.map((finding) => finding.message).join('\n'));
    this.findings = findings;
  }
}
