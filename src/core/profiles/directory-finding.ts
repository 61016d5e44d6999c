import type { Finding } from '../finding.ts';

/** A finding of the profile; the reader of the file adds its place. */
export function found(
  code: string,
  severity: Finding['severity'],
  path: string,
  message: string,
  hint: string,
): Finding {
  return { code, severity, file: null, line: null, path, message, hint };
}
