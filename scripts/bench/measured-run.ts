import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took, its whole process tree included. */
export interface Run {
  seconds: number;
  /** Processor time of the tree, user and system. */
  processorSeconds: number;
  /** Largest sum of the proportional set sizes of the tree, sampled; null where /proc does not tell. */
  peakMegabytes: number | null;
}

const SAMPLE_EVERY = 250;

/** Runs a command to its end and measures it. Throws with what it printed when it fails. */
export async function measuredRun(command: string, parameters: readonly string[]): Promise<Run> {
  const before = childrenProcessorSeconds();
  const start = performance.now();
  const child = spawn(command, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-4000);
  });
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, treeKilobytes(child.pid ?? 0));
  }, SAMPLE_EVERY);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(sampler);
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${printed}`);
  return {
    seconds: (performance.now() - start) / 1000,
    processorSeconds: childrenProcessorSeconds() - before,
    peakMegabytes: peak === 0 ? null : peak / 1024,
  };
}

/** Processor time of all children that ended, with theirs. Source: proc(5), stat, fields cutime and cstime. */
function childrenProcessorSeconds(): number {
  const fields = readIfThere('/proc/self/stat').split(') ').at(-1)?.split(' ') ?? [];
  const ticksPerSecond = 100;
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / ticksPerSecond;
}

function treeKilobytes(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = readIfThere(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  let sum = 0;
  for (const id of parents.keys()) if (descends(id, root, parents)) sum += proportionalKilobytes(id);
  return sum;
}

function descends(id: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = id; at !== undefined && at > 1; at = parents.get(at))
    if (at === root) return true;
  return false;
}

function proportionalKilobytes(id: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readIfThere(`/proc/${id}/smaps_rollup`))?.[1] ?? 0);
}

/** Processes end while they are looked at. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
