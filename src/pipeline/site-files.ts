import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files below one folder; a folder is made once. Paths are of our making: no text of a definition is in them. */
export class SiteFiles {
  readonly #root: string;
  readonly #made = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  write(path: string, content: string | Uint8Array): void {
    const file = join(this.#root, path);
    const folder = dirname(file);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    writeFileSync(file, content);
  }

  writeJson(path: string, value: unknown): void {
    this.write(path, JSON.stringify(value));
  }
}
