import type { Finding } from '../finding.ts';

/** An error in a text that came from no file. */
export function problemAt(code: string, line: number, path: string, message: string, hint: string): Finding {
  return { code, severity: 'error', file: null, line, path, message, hint };
}
