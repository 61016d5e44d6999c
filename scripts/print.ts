import { once } from 'node:events';

/** Writes data to standard output at the reader's pace; a reader that has gone away ends the program quietly. */
export async function print(text: string): Promise<void> {
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', endQuietly);
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
