export type Severity = 'info' | 'warning' | 'error';

/** Least to most severe; `--fail-on` compares positions in this list. */
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/**
 * The one shape for anything wrong with data. Stages collect findings and return them;
 * only the command line decides what to print and which exit code follows.
 */
export interface Finding {
  /** Permanent kebab-case id, e.g. `yaml-syntax`, `duplicate-tool-name`. */
  code: string;
  severity: Severity;
  /** Path as the person typed it or relative to the checkout; null when the value came from no file. */
  file: string | null;
  /** 1-based; null when the line is not known. */
  line: number | null;
  /** 1-based, in UTF-16 code units; only where the exact place is known. */
  column?: number;
  /** JSON Pointer (RFC 6901) within the value; '' for the whole. */
  path: string;
  /** What is wrong. Raw text of strangers: escape at the surface that prints it. */
  message: string;
  /** What to write instead. */
  hint: string;
}
