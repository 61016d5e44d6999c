import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import type { Finding } from '../core/finding.ts';
import type { Counters } from '../core/policy/decide.ts';
import { isObject } from '../core/tool/json.ts';
import { readJson } from '../ingest/json.ts';
import { problem, Stopped } from '../ingest/problem.ts';
import { wordsOf } from './messages.ts';

/** The counts of limits, in memory and, where a file is given, on disk before a counted call is made. */
export class CounterStore {
  /** Why the file cannot be written as things stand; null when it can. */
  trouble: Finding | null = null;
  #current: Counters = {};
  readonly #file: string | null;
  #descriptor: number | null = null;
  readonly #release: () => void = () => undefined;

  /**
   * Takes the file for this process alone: two gateways that count in one file would each grant the whole limit. Null
   * counts in memory. Throws {@link Stopped} when another gateway has it or what it holds are no counters.
   */
  constructor(file: string | null) {
    this.#file = file;
    if (file === null) return;
    try {
      this.#release = lock(file);
      process.once('exit', this.#release);
      if (existsSync(file)) this.#current = read(file);
      this.#write(this.#current);
    } catch (error) {
      this.close();
      if (error instanceof Stopped) throw error;
      this.trouble = unwritable(file, error);
    }
  }

  get current(): Counters {
    return this.#current;
  }

  /** Throws, and keeps what was, when the file cannot be written; then nothing passes until it can, counted or not. */
  replace(next: Counters): void {
    if (next === this.#current && this.trouble === null) return;
    try {
      this.#write(next);
    } catch (error) {
      this.trouble = unwritable(this.#file ?? '', error);
      throw error;
    }
    this.trouble = null;
    this.#current = next;
  }

  /** Lets another gateway use the file. */
  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
    process.removeListener('exit', this.#release);
    this.#release();
  }

  /**
   * In place and in one write, so that a gateway that dies leaves the counts of before or of after: what a shorter text
   * leaves over is filled with spaces. A file renamed over another would be as good and costs milliseconds a call, as
   * some file systems then write to the disk at once.
   */
  #write(counters: Counters): void {
    if (this.#file === null) return;
    const text = Buffer.from(`${JSON.stringify(counters)}\n`);
    const size = this.#openStill();
    const whole = Buffer.concat([text, Buffer.alloc(Math.max(0, size - text.length), ' ')]);
    const written = writeSync(this.#descriptor as number, whole, 0, whole.length, 0);
    if (written < whole.length) throw new Error('there is no room for it');
  }

  /** Opens the file where it is not open or was taken away meanwhile; returns its size. */
  #openStill(): number {
    if (this.#descriptor !== null) {
      const { nlink, size } = fstatSync(this.#descriptor);
      if (nlink > 0) return size;
      closeSync(this.#descriptor);
      this.#descriptor = null;
    }
    this.#descriptor = openSync(this.#file as string, constants.O_RDWR | constants.O_CREAT, 0o600);
    return fstatSync(this.#descriptor).size;
  }
}

function read(file: string): Counters {
  const { value, findings } = readJson(readFileSync(file, 'utf8'), file);
  // Whether each count can be read is decided call by call: one that cannot be denies its limit.
  if (isObject(value)) return value as unknown as Counters;
  const hint = 'Give the file that a gateway wrote, or a new name: counting then starts at nothing.';
  throw new Stopped([
    ...findings,
    problem('counters-file', 'This file does not hold counters.', hint, { file }),
  ]);
}

/** Takes `FILE.lock`, which holds the id of the process that has the file; one that is gone leaves it to us. */
function lock(file: string): () => void {
  const path = `${file}.lock`;
  try {
    if (existsSync(path) && !isHeld(path, Number(readFileSync(path, 'utf8')))) rmSync(path);
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    held.add(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const hint = `Give each gateway a file of its own; if none runs, remove ${path}.`;
    throw new Stopped([problem('counters-in-use', 'Another gateway counts in this file.', hint, { file })]);
  }
  return () => {
    held.delete(path);
    rmSync(path, { force: true });
  };
}

/** Locks that this very process holds. */
const held = new Set<string>();

/**
 * A lock with our own id that we do not hold is of an earlier life: in a container each start has the same id.
 */
function isHeld(path: string, pid: number): boolean {
  return pid === process.pid ? held.has(path) : isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    // 0 would ask about ourselves.
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function unwritable(file: string, error: unknown): Finding {
  const message = `The counters cannot be kept here, so no call passes: ${wordsOf(error)}.`;
  return problem('counters-file', message, 'Name a file in a folder that this process may write to.', {
    file,
  });
}
