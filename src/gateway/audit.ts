import { appendFileSync } from 'node:fs';
import type { RequestId } from '@modelcontextprotocol/client';
import type { Finding } from '../core/finding.ts';
import { escapeHidden } from '../core/tool/hidden.ts';
import { problem } from '../ingest/problem.ts';
import { wordsOf } from './messages.ts';

/** One line of the audit file. It names arguments and never holds what was in them. */
export interface AuditLine {
  /** ISO 8601, UTC. */
  time: string;
  /** Null for what is no call of a tool. */
  tool: string | null;
  /** Names of the top-level arguments, sorted. */
  argumentKeys: string[];
  decision: 'allow' | 'deny' | 'hide' | 'policy-loaded' | 'policy-rejected';
  /** JSON Pointer into the policy, or in parentheses what decided instead of it; null when nothing denied. */
  rule: string | null;
  /** The id of the request in its session. */
  id: RequestId | null;
}

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
