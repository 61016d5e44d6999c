import { once } from 'node:events';
import { escapeHidden } from '../src/core/tool/hidden.ts';

/** Writes data to standard output at the reader's pace; a reader that has gone away ends the program quietly. */
export async function print(text: string): Promise<void> {
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', endQuietly);
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A value as one line of JSON. Hidden characters stand as escapes: the same value, and nothing steers a terminal. */
export function jsonLine(value: object): string {
  return `${escapeHidden(JSON.stringify(value))}\n`;
}

function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
