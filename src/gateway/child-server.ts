import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import { ProcessTree } from '../ingest/process-tree.ts';
import { LineTransport } from './line-transport.ts';
import { NotSent } from './messages.ts';

const MARKER = 'TOOLWARDEN_GATEWAY';

/** How long a server may take to end by itself once its input has ended, and then once it was told to end. */
const PATIENCE_MS = 700;

/**
 * A server that this process starts, with its own environment, folder and standard error, as a client would. It leads
 * a process group, and `close` leaves none of its processes behind.
 */
export class ChildServer implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T) => void;
  readonly #command: string;
  readonly #args: readonly string[];
  readonly #marker = randomUUID();
  readonly #killAll = (): void => void this.#tree?.kill();
  #child: ChildProcessByStdio<Writable, Readable, null> | null = null;
  #lines: LineTransport | null = null;
  #tree: ProcessTree | null = null;

  constructor(command: string, args: readonly string[]) {
    this.#command = command;
    this.#args = args;
  }

  /** The code it ended with; null while it runs or when a signal ended it. */
  get exitCode(): number | null {
    return this.#child?.exitCode ?? null;
  }

  /** Rejects when the program cannot be started. */
  async start(): Promise<void> {
    const env = { ...process.env, [MARKER]: this.#marker };
    const child = spawn(this.#command, this.#args, {
      env,
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child = child;
    await once(child, 'spawn');
    child.on('error', (error) => this.onerror?.(error));
    this.#tree = new ProcessTree(child.pid as number, `${MARKER}=${this.#marker}`);
    process.once('exit', this.#killAll);
    const lines = new LineTransport(child.stdout, child.stdin);
    this.#lines = lines;
    lines.onmessage = (message) => this.onmessage?.(message);
    lines.onerror = (error) => this.onerror?.(error);
    lines.onclose = () => this.onclose?.();
    await lines.start();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    if (this.#lines === null) throw new NotSent('it is not running');
    await this.#lines.send(message);
  }

  /** Passes on a signal that was meant for the server as well. */
  signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-(this.#child?.pid as number), signal);
    } catch {
      // It has ended already.
    }
  }

  /** Ends its input, so that it can answer what it was asked and end by itself. */
  endInput(): void {
    this.#child?.stdin.end();
  }

  /** Resolves when it has ended, or after a while. */
  async hasEnded(patienceMs: number): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    await Promise.race([once(child, 'exit'), pause(patienceMs, undefined, { ref: false })]);
  }

  /** First its input ends, then it is told to end, then whatever is left of it is ended. */
  async close(): Promise<void> {
    this.endInput();
    await this.hasEnded(PATIENCE_MS);
    this.signal('SIGTERM');
    await this.hasEnded(PATIENCE_MS);
    this.#tree?.kill();
    process.removeListener('exit', this.#killAll);
  }
}
