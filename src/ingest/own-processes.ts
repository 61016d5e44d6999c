import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const NAMESPACE = ['--pid', '--fork', '--kill-child', '--mount-proc'];

/** For root, then for anybody where the kernel lends user namespaces. */
const WAYS = [
  NAMESPACE,
  ['--user', '--map-current-user', ...NAMESPACE],
  ['--user', '--map-root-user', ...NAMESPACE],
];
const PROBE_LIMIT_MS = 5_000;

let known: string[] | null = null;

/**
 * The words to put before a command so that it runs in a PID namespace of its own (Linux, `unshare` of util-linux):
 * its processes die with the first of them, whatever they did to get away. Empty where that does not work here;
 * tried once per process.
 * Source: pid_namespaces(7), unshare(1).
 */
export function ownProcesses(): readonly string[] {
  known ??= firstThatWorks();
  return known;
}

function firstThatWorks(): string[] {
  const unshare = process.platform === 'linux' ? programAt('unshare', process.env['PATH'], '/') : null;
  if (unshare === null) return [];
  const way = WAYS.find((flags) => {
    const probe = spawnSync(unshare, [...flags, '--', process.execPath, '--version'], {
      stdio: 'ignore',
      timeout: PROBE_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    return probe.status === 0;
  });
  return way === undefined ? [] : [unshare, ...way, '--'];
}

/** Where a command lies, looked up as the system does; null when there is nothing that can be run. */
export function programAt(command: string, path: string | undefined, cwd: string): string | null {
  const places = command.includes('/')
    ? [resolve(cwd, command)]
    : (path ?? '').split(delimiter).map((folder) => resolve(cwd, folder, command));
  return places.find(canBeRun) ?? null;
}

function canBeRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
