import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder with the only environment that a server gets. */
export interface Scratch {
  folder: string;
  /** Where the server runs. */
  work: string;
  env: Record<string, string>;
}

/** Lends a temporary folder to `use` and removes it afterwards, also when the process is told to end. */
export async function withScratch<T>(use: (scratch: Scratch) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'toolwarden-')));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  try {
    const [work, home, tmp] = ['work', 'home', 'tmp'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    for (const path of [work, home, tmp]) mkdirSync(path);
    const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: home, TMPDIR: tmp, LANG: 'C.UTF-8' };
    return await use({ folder, work, env });
  } finally {
    process.removeListener('exit', remove);
    remove();
  }
}
