import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type SiteServer, serveSite } from '../site-server.ts';
import { Unusable } from '../unusable.ts';

interface ServeOptions {
  port: number;
  host: string;
  out: string;
}

export function register(program: Command, done: (exitCode: number) => void): void {
  program
    .command('serve')
    .description('Serves a built site with its headers, until interrupted.')
    .option('--port <number>', 'port to listen on; 0 takes any', portOf, 4321)
    .option('--host <name>', 'name or address to listen on', 'localhost')
    .option('--out <dir>', 'the built site', 'dist')
    .action(async (options: ServeOptions) => {
      await run(options);
      done(0);
    });
}

function portOf(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('Write a port from 0 to 65535.');
  return port;
}

async function run({ out, host, port }: ServeOptions): Promise<void> {
  if (!existsSync(join(out, 'index.html'))) {
    throw unusable(
      'no-site',
      out,
      `There is no built site in "${out}".`,
      'Run `toolwarden build` first, or name its folder with --out.',
    );
  }
  const interrupted = interruption();
  const server = await opened(out, host, port);
  process.stdout.write(`${server.url}\n`);
  await interrupted;
  await server.close();
}

async function opened(out: string, host: string, port: number): Promise<SiteServer> {
  try {
    return await serveSite(out, host, port);
  } catch (error) {
    const message = `Cannot listen on ${host}:${port}: ${(error as Error).message}.`;
    throw unusable(
      'port-unavailable',
      null,
      message,
      'Stop what listens there, or choose another port with --port.',
    );
  }
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function unusable(code: string, file: string | null, message: string, hint: string): Unusable {
  return new Unusable([{ code, severity: 'error', file, line: null, path: '', message, hint }]);
}
