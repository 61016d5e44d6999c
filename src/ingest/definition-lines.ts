import { createReadStream, openSync, readSync, writeSync } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** Where a line stands in an uncompressed file. */
export interface LinePlace {
  line: number;
  offset: number;
  length: number;
}

/** A line longer than this is no tool definition; it would have to be held whole. */
const LONGEST = 64 * 1024 * 1024;
const NEWLINE = 10;

/** The lines of a file, `.gz` accepted, of any size: one line is held at a time. `copy` receives the plain bytes. */
export async function* linesOf(
  file: string,
  copy: number | null,
): AsyncGenerator<{ text: string; place: LinePlace }> {
  const raw = createReadStream(file, { highWaterMark: 1 << 20 });
  const plain = file.endsWith('.gz') ? raw.compose(createGunzip()) : raw;
  let held: Buffer = Buffer.alloc(0);
  let offset = 0;
  let line = 0;
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    if (copy !== null) writeSync(copy, chunk);
    let rest = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
      yield { text: rest.toString('utf8', 0, end), place: { line: ++line, offset, length: end } };
      rest = rest.subarray(end + 1);
      offset += end + 1;
    }
    if (rest.length > LONGEST) throw new RangeError(`line ${line + 1} is longer than ${LONGEST} bytes`);
    held = rest;
  }
  if (held.length > 0)
    yield { text: held.toString('utf8'), place: { line: line + 1, offset, length: held.length } };
}

/** Reads lines back from an uncompressed file by their places. */
export function readLines(file: string, places: readonly LinePlace[]): string[] {
  const descriptor = openedFor(file);
  return places.map(({ offset, length }) => {
    const bytes = Buffer.allocUnsafe(length);
    readSync(descriptor, bytes, 0, length, offset);
    return bytes.toString('utf8');
  });
}

const opened = new Map<string, number>();

/** One descriptor per file for the life of the process: a corpus is read back once per server and stage. */
function openedFor(file: string): number {
  const known = opened.get(file);
  if (known !== undefined) return known;
  const descriptor = openSync(file, 'r');
  opened.set(file, descriptor);
  return descriptor;
}
