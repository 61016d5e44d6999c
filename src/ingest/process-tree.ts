import { readdirSync, readFileSync } from 'node:fs';

/** A process as /proc tells it; `started` tells a reused id from the process it once named. */
interface Row {
  pid: number;
  parent: number;
  group: number;
  session: number;
  started: string;
}

/** How long to wait for killed processes to disappear before giving up. */
const ROUNDS = 200;
const PAUSE_MS = 10;

/**
 * The processes that a contained server started, however they tried to get away: children of children, members of
 * its group or session, and any process that carries its marker in the environment. On Linux these are read from
 * /proc; elsewhere only the process group is known. In a PID namespace every process is a descendant of the root.
 * Without one, a process that drops the marker, opens a session of its own and loses its parent between two looks
 * is not seen.
 */
export class ProcessTree {
  readonly #root: number;
  readonly #marker: string;
  readonly #seen = new Map<number, string>();

  /** `root` leads its own process group; `marker` is `NAME=value` as it stands in its environment. */
  constructor(root: number, marker: string) {
    this.#root = root;
    this.#marker = marker;
  }

  /** Remembers who is alive now, so that an orphan which later drops its environment is still known. */
  look(): void {
    for (const row of this.#members()) this.#seen.set(row.pid, row.started);
  }

  /** Kills everything with SIGKILL, again and again until nothing is left; returns the ids that would not die. */
  kill(): number[] {
    for (let round = 0; round < ROUNDS; round++) {
      const members = this.#members();
      if (members.length === 0 && round > 0) return [];
      for (const { pid } of members) send(pid);
      send(-this.#root);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, round === 0 ? 1 : PAUSE_MS);
    }
    return this.#members().map((row) => row.pid);
  }

  #members(): Row[] {
    const rows = processes();
    const inside = new Set<number>();
    for (const row of rows) if (this.#belongs(row)) inside.add(row.pid);
    for (let grew = true; grew; ) {
      grew = false;
      for (const row of rows) {
        if (inside.has(row.pid) || !inside.has(row.parent)) continue;
        inside.add(row.pid);
        grew = true;
      }
    }
    return rows.filter((row) => inside.has(row.pid));
  }

  #belongs(row: Row): boolean {
    if (row.pid === process.pid) return false;
    if (row.pid === this.#root || row.group === this.#root || row.session === this.#root) return true;
    return this.#seen.get(row.pid) === row.started || environmentOf(row.pid).includes(this.#marker);
  }
}

function send(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Already gone, which is what was wanted.
  }
}

/** Every process that still runs; a zombie is dead already. Empty where there is no /proc. */
function processes(): Row[] {
  return folders('/proc').flatMap((name) => {
    const stat = text(`/proc/${name}/stat`);
    const [state, parent, group, session, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === undefined || state === '' || state === 'Z' || state === 'X') return [];
    return [
      {
        pid: Number(name),
        parent: Number(parent),
        group: Number(group),
        session: Number(session),
        started: rest[15] ?? '',
      },
    ];
  });
}

function environmentOf(pid: number): string[] {
  return text(`/proc/${pid}/environ`).split('\0');
}

function folders(path: string): string[] {
  try {
    return readdirSync(path).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
