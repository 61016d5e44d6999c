import { appendFileSync } from 'node:fs';
import type { Finding } from '../core/finding.ts';
import type { AuditLine } from '../core/schemas/gateway.ts';
import { escapeHidden } from '../core/tool/hidden.ts';
import { problem } from '../ingest/problem.ts';
import { wordsOf } from './messages.ts';

/** JSON Lines, each written before the call it tells of is made; hidden characters stand as escapes. */
export class Audit {
  readonly #file: string | null;

  constructor(file: string | null) {
    this.#file = file;
  }

  /** Why the file cannot be written; null when it can. */
  get trouble(): Finding | null {
    try {
      this.#append('');
      return null;
    } catch (error) {
      const message = `The audit file cannot be written, so no call passes: ${wordsOf(error)}.`;
      const hint = 'Name a file that this process may write to.';
      return problem('audit-file', message, hint, { file: this.#file });
    }
  }

  /** Throws when the file cannot be written. */
  write(line: AuditLine): void {
    this.#append(`${escapeHidden(JSON.stringify(line))}\n`);
  }

  #append(text: string): void {
    if (this.#file !== null) appendFileSync(this.#file, text, { mode: 0o600 });
  }
}
