import type { Finding } from '../core/finding.ts';
import { alteredByParsing, notUtf8 } from './altered.ts';

/** Gathers, while a server prints, what of its lists cannot be kept as it came. */
export class Alterations {
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  readonly #found: Finding[] = [];
  #isUtf8 = true;

  /** The next bytes, wherever they are cut. */
  bytes(chunk: Buffer): void {
    try {
      if (this.#isUtf8) this.#strict.decode(chunk, { stream: true });
    } catch {
      this.#isUtf8 = false;
    }
  }

  /** One message that holds a list of tools. */
  list(json: string): void {
    this.#found.push(...alteredByParsing(json));
  }

  get findings(): Finding[] {
    return this.#isUtf8 ? this.#found : [...this.#found, notUtf8('What the server printed')];
  }
}
