import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import type { Finding } from '../core/finding.ts';
import { isObject } from '../core/tool/json.ts';
import { Alterations } from './alterations.ts';
import type { Limits } from './limits.ts';
import { ownProcesses, programAt } from './own-processes.ts';
import { problem, Stopped } from './problem.ts';
import { ProcessTree } from './process-tree.ts';

/** How to start a server. The environment is complete: nothing else is passed on. */
export interface Launch {
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd: string;
}

const MARKER = 'TOOLWARDEN_CONTAINED';
/** Short: without a namespace, who drops the marker and loses its parent between two looks is not found. */
const LOOK_EVERY_MS = 40;

/**
 * A transport over the stdin and stdout of a server that nobody trusts: its own PID namespace where there is one,
 * else its own process group (see {@link ProcessTree} for what that cannot see), limits on what it may print, and an
 * end that leaves no process behind. `failed` rejects with {@link Stopped} as soon as a limit is
 * passed or the server exits; messages keep every key they came with.
 */
export class ContainedServer implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T) => void;
  readonly failed: Promise<never>;
  readonly #launch: Launch;
  readonly #limits: Limits;
  readonly #marker = randomUUID();
  readonly #onExit = (): void => this.#kill();
  #fail: (reason: Stopped) => void = () => undefined;
  #child: ChildProcess | null = null;
  #tree: ProcessTree | null = null;
  #looking: NodeJS.Timeout | undefined;
  #ended = false;
  #stdoutBytes = 0;
  #stderrBytes = 0;
  #strayLines: string[] = [];
  readonly #alterations = new Alterations();
  #line = '';
  #firstWords = '';
  #lastWords = '';

  constructor(launch: Launch, limits: Limits) {
    this.#launch = launch;
    this.#limits = limits;
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failed.catch(() => undefined);
  }

  async start(): Promise<void> {
    const { command, args, env, cwd } = this.#launch;
    const apart = programAt(command, env['PATH'], cwd) === null ? [] : ownProcesses();
    const [program = command, ...words] = [...apart, command, ...args];
    const child = spawn(program, words, {
      cwd,
      env: { ...env, [MARKER]: this.#marker },
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.once('error', (error) =>
      this.#stop('server-start', `The server could not be started: ${error.message}.`),
    );
    child.once('exit', (code, signal) => this.#exited(code, signal));
    child.stdin.on('error', () => undefined);
    const decoder = new StringDecoder('utf8');
    child.stdout.on('data', (chunk: Buffer) => {
      this.#alterations.bytes(chunk);
      this.#heard(chunk.length, decoder.write(chunk));
    });
    child.stderr.on('data', (chunk: Buffer) => this.#muttered(chunk));
    if (child.pid === undefined) return;
    this.#tree = new ProcessTree(child.pid, `${MARKER}=${this.#marker}`);
    if (apart.length === 0) this.#watch();
    process.once('exit', this.#onExit);
  }

  #watch(): void {
    this.#tree?.look();
    this.#looking = setInterval(() => this.#tree?.look(), LOOK_EVERY_MS);
  }

  async send(message: JSONRPCMessage): Promise<void> {
    this.#child?.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  async close(): Promise<void> {
    this.#kill();
    this.onclose?.();
  }

  /** What the server said that was not an answer, for a person who must find out why it failed. */
  get lastWords(): string {
    const stray =
      this.#strayLines.length > 0 ? ` It printed on stdout: ${this.#strayLines.at(-1)?.slice(0, 300)}` : '';
    const first = this.#firstWords.trim();
    const last = this.#lastWords.trim().slice(-600);
    if (first === '') return stray;
    return `${stray} On stderr it said: ${last.includes(first) ? last : `${first} … ${last}`}`;
  }

  /** What its lists of tools hold that could not be kept as it came. */
  get altered(): Finding[] {
    return this.#alterations.findings;
  }

  #kill(): void {
    this.#ended = true;
    clearInterval(this.#looking);
    process.removeListener('exit', this.#onExit);
    this.#child?.stdout?.destroy();
    this.#child?.stderr?.destroy();
    this.#child?.stdin?.destroy();
    const left = this.#tree?.kill() ?? [];
    this.#tree = null;
    if (left.length > 0) this.onerror?.(new Error(`Processes ${left.join(', ')} could not be ended.`));
  }

  #exited(code: number | null, signal: NodeJS.Signals | null): void {
    const how = signal === null ? `with code ${code}` : `through ${signal}`;
    // What it wrote last may still be in the pipe.
    setTimeout(
      () => this.#stop('server-exit', `The server ended ${how} before it had listed its tools.`),
      100,
    );
  }

  #heard(bytes: number, text: string): void {
    this.#stdoutBytes += bytes;
    if (this.#stdoutBytes > this.#limits.stdoutBytes) {
      this.#tooMuch('stdout', this.#limits.stdoutBytes);
      return;
    }
    const lines = text.split('\n');
    lines[0] = this.#line + (lines[0] ?? '');
    this.#line = lines.pop() ?? '';
    for (const line of lines) this.#said(line);
  }

  #said(line: string): void {
    if (line.trim() === '') return;
    const message = parsed(line);
    if (message !== null) {
      if ('result' in message && Array.isArray(message.result?.['tools'])) this.#alterations.list(line);
      this.onmessage?.(message);
      return;
    }
    this.#strayLines.push(line);
    if (this.#strayLines.length > this.#limits.strayLines) {
      this.#stop(
        'server-garbage',
        `The server printed more than ${this.#limits.strayLines} lines that are not JSON-RPC.`,
      );
    }
  }

  #muttered(chunk: Buffer): void {
    this.#stderrBytes += chunk.length;
    if (this.#firstWords.length < 300) this.#firstWords += chunk.toString('utf8').slice(0, 300);
    this.#lastWords = (this.#lastWords + chunk.toString('utf8')).slice(-2_000);
    if (this.#stderrBytes > this.#limits.stderrBytes) this.#tooMuch('stderr', this.#limits.stderrBytes);
  }

  #tooMuch(stream: string, limit: number): void {
    this.#stop('server-flood', `The server wrote more than ${limit} bytes to ${stream}.`);
  }

  #stop(code: string, message: string): void {
    // What we ended ourselves, once it had answered or been given up, is no failure of the server.
    if (this.#ended) return;
    const hint =
      'Run the same command by hand to see what it needs; variables are given with --env NAME=value.';
    this.#fail(new Stopped([problem(code, `${message}${this.lastWords}`, hint)]));
    this.#kill();
  }
}

function parsed(line: string): JSONRPCMessage | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) && value['jsonrpc'] === '2.0' ? (value as unknown as JSONRPCMessage) : null;
  } catch {
    return null;
  }
}
