import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Finding } from '../core/finding.ts';
import { problem } from './problem.ts';

/** An uncompressed regular file that can be read as often as needed. */
export interface PlainFile {
  file: string;
  bytes: number;
  /** Removes what was unpacked. */
  close(): void;
}

/** Stands for standard input where a path is asked for. */
export const STDIN = '-';

/**
 * Makes a path readable more than once: a plain file as it is; a pipe, standard input (`-`) and gzip, told by its
 * first bytes whatever the name, unpacked into a temporary file. Never throws: what cannot be read is a finding.
 */
export async function plainFile(path: string): Promise<{ plain: PlainFile | null; findings: Finding[] }> {
  try {
    const stat = path === STDIN ? null : statSync(path);
    if (stat?.isFile() && !path.endsWith('.gz') && !isGzip(firstBytes(path))) {
      return { plain: { file: path, bytes: stat.size, close: () => undefined }, findings: [] };
    }
    return { plain: await unpacked(path === STDIN ? process.stdin : createReadStream(path)), findings: [] };
  } catch (error) {
    return { plain: null, findings: [unreadable(path, error)] };
  }
}

async function unpacked(raw: AsyncIterable<Buffer>): Promise<PlainFile> {
  const folder = mkdtempSync(join(tmpdir(), 'toolwarden-'));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  const file = join(folder, 'input');
  try {
    const chunks = raw[Symbol.asyncIterator]();
    let head = Buffer.alloc(0);
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      head = Buffer.concat([head, next.value]);
      if (head.length >= 2) break;
    }
    const whole = Readable.from(joined(head, { [Symbol.asyncIterator]: () => chunks }));
    if (isGzip(head)) await pipeline(whole, createGunzip(), createWriteStream(file));
    else await pipeline(whole, createWriteStream(file));
    return { file, bytes: statSync(file).size, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function* joined(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}

function firstBytes(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(2);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, 2, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Source: RFC 1952, section 2.3.1. */
function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unreadable(path: string, error: unknown): Finding {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason =
    code === 'ENOENT'
      ? 'it does not exist'
      : code === 'EISDIR'
        ? 'it is a folder'
        : (message ?? String(error));
  const hint = 'Name a readable file, plain or gzip, or write - to read standard input.';
  return problem('unreadable-file', `This file cannot be read: ${reason}.`, hint, { file: path });
}
