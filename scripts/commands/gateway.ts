import { constants } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { Gateway, type GatewayOptions } from '../../src/gateway/gateway.ts';
import { Listener, type Loopback, loopback } from '../../src/gateway/listen.ts';
import { serveStdio } from '../../src/gateway/stdio.ts';
import { type Upstream, upstreamOf } from '../../src/gateway/upstream.ts';
import { problem, Stopped } from '../../src/ingest/problem.ts';
import { pairs, seconds } from '../ingest-flags.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

interface Flags {
  policy: string;
  ask?: string;
  askTimeout: number;
  audit?: string;
  counters?: string;
  listen?: Loopback;
  url?: string;
  header: Record<string, string>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** `toolwarden gateway`: enforces a policy between a client and a server. Standard output carries the protocol alone. */
export function register(program: Command, done: (exitCode: number) => void): void {
  const command = program
    .command('gateway [command...]')
    .description('Enforce a policy between a client and a server; write -- before the command of the server')
    .requiredOption('--policy <file>', 'policy.json; read again when it changes')
    .option(
      '--ask <file>',
      'tools that a person approves call by call, e.g. the approvals.json that policy export prints',
    )
    .addOption(
      new Option('--ask-timeout <seconds>', 'how long to wait for a person').argParser(seconds).default(120),
    )
    .option('--audit <file>', 'append every decision, as JSON Lines')
    .option('--counters <file>', 'keep the counts of limits here, so that they survive a restart')
    .addOption(
      new Option('--listen <host:port>', 'serve Streamable HTTP on this machine instead of stdio').argParser(
        address,
      ),
    )
    .option('--url <url>', 'a remote server (Streamable HTTP) instead of a command')
    .addOption(
      new Option('--header <name:value>', 'header for the remote server (repeatable)')
        .argParser(pairs(':'))
        .default({}),
    );
  command.action(async (words: string[], flags: Flags) => done(await run(flags, words)));
}

async function run(flags: Flags, words: string[]): Promise<number> {
  try {
    const upstream = upstreamOf(words, flags.url, flags.header);
    const gateway = new Gateway(optionsOf(flags));
    reportFindings(gateway.warnings);
    try {
      if (flags.listen === undefined) return await serveStdio(gateway, upstream, told(SIGNALS));
      return await listen(gateway, upstream, flags.listen);
    } finally {
      gateway.close();
    }
  } catch (error) {
    throw error instanceof Stopped ? new Unusable(error.findings) : error;
  }
}

function optionsOf(flags: Flags): GatewayOptions {
  return {
    policy: flags.policy,
    ask: flags.ask ?? null,
    audit: flags.audit ?? null,
    counters: flags.counters ?? null,
    askTimeoutMs: flags.askTimeout * 1000,
    now: Date.now,
    onReload: (loaded, findings) => {
      reportFindings(findings);
      const words = loaded
        ? 'The policy was read again.'
        : 'The policy changed and cannot be used; the one before stays.';
      process.stderr.write(`${words}\n`);
    },
  };
}

async function listen(gateway: Gateway, upstream: Upstream, where: Loopback): Promise<number> {
  const stopped = told(SIGNALS);
  const listener = new Listener(gateway, upstream);
  try {
    process.stderr.write(`Listening on ${await listener.start(where)}\n`);
  } catch (error) {
    const message = `This address cannot be listened on: ${error instanceof Error ? error.message : error}.`;
    throw new Stopped([problem('listen', message, 'Choose another port; 0 lets the system choose one.')]);
  }
  const signal = await stopped;
  await listener.close();
  return 128 + constants.signals[signal];
}

/** Resolves with the first of these signals; a second one ends the process at once. */
function told(signals: readonly NodeJS.Signals[]): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first = true;
    for (const signal of signals) {
      process.on(signal, () => {
        if (!first) process.exit(128 + constants.signals[signal]);
        first = false;
        resolve(signal);
      });
    }
  });
}

function address(text: string): Loopback {
  const found = loopback(text);
  if (found !== null) return found;
  throw new InvalidArgumentError(
    'Write 127.0.0.1:PORT, localhost:PORT or [::1]:PORT: only this machine may reach it.',
  );
}
