import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { ChildServer } from './child-server.ts';
import type { Gateway } from './gateway.ts';
import { LineTransport } from './line-transport.ts';
import type { Upstream } from './upstream.ts';

/** How long answers that are still due may take once the client has closed its end. */
const LAST_ANSWERS_MS = 1_500;

/**
 * Serves the one client at standard input and output until it leaves, the server ends or a signal comes. Returns the
 * exit code: 0 when the client left, 128 and its number for a signal, else that of the server, at least 1.
 */
export async function serveStdio(
  gateway: Gateway,
  open: Upstream,
  stopped: Promise<NodeJS.Signals>,
): Promise<number> {
  const server = open();
  const client = new LineTransport(process.stdin, process.stdout);
  const session = await gateway.join(client, server);
  const reason = await Promise.race([session.ended, stopped]);
  // The client may have sent its last request and still wait for the answer.
  if (reason === 'client') await lastAnswers(server);
  else if (reason !== 'server' && server instanceof ChildServer) server.signal(reason);
  await server.close();
  // What is in the pipe must reach the client before this process ends.
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  process.stdin.destroy();
  if (reason === 'client') return 0;
  if (reason !== 'server') return 128 + constants.signals[reason];
  return (server instanceof ChildServer ? server.exitCode : null) || 1;
}

async function lastAnswers(server: ReturnType<Upstream>): Promise<void> {
  if (!(server instanceof ChildServer)) return pause(LAST_ANSWERS_MS);
  server.endInput();
  await server.hasEnded(LAST_ANSWERS_MS);
}
