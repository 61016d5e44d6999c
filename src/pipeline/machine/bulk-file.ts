import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { createGzip, type Gzip } from 'node:zlib';

/** Ninth byte of a gzip header: the system it was made on. 255 is "unknown". Source: RFC 1952, section 2.3.1. */
const SYSTEM = 9;

/**
 * A compressed file that is written line by line while the site is: compression has a thread of its own. The same lines
 * give the same bytes, on every system: zlib writes no time, and the byte that names the system is overwritten.
 */
export class BulkFile {
  readonly #gzip: Gzip;
  readonly #closed: Promise<unknown>;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'w');
    this.#gzip = createGzip({ chunkSize: 256 * 1024 });
    let isFirst = true;
    this.#gzip.on('data', (chunk: Buffer) => {
      if (isFirst) chunk[SYSTEM] = 255;
      isFirst = false;
      writeSync(file, chunk);
    });
    this.#closed = once(this.#gzip, 'end').finally(() => closeSync(file));
    // Whoever awaits it hears of a failure; until then it must not end the process.
    this.#closed.catch(() => {});
  }

  /** Resolves when more may follow. */
  async add(lines: string): Promise<void> {
    if (!this.#gzip.write(lines)) await once(this.#gzip, 'drain');
  }

  async finish(): Promise<void> {
    this.#gzip.end();
    await this.#closed;
  }
}
