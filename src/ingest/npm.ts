import { spawn } from 'node:child_process';
import { problem, Stopped } from './problem.ts';

/** More than any answer that is read. */
const MOST_WORDS = 1_000_000;

/**
 * Runs npm and returns what it printed. It is our own tool and keeps the user's settings; only the server that it
 * installs is a stranger. `spec`: the package, for messages. Throws {@link Stopped}.
 */
export async function npm(args: string[], cwd: string, spec: string, timeoutMs: number): Promise<string> {
  const cli = process.env['npm_execpath'];
  const isNpm = cli?.endsWith('npm-cli.js') === true;
  const [command, first] = isNpm ? [process.execPath, [cli]] : ['npm', []];
  const child = spawn(command, [...first, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  const end = (): boolean => child.kill('SIGKILL');
  process.once('exit', end);
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed = (printed + chunk.toString('utf8')).slice(0, MOST_WORDS);
  });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-2_000);
  });
  const ended = await new Promise<number | string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
  process.removeListener('exit', end);
  if (ended === 0) return printed;
  if (child.signalCode === 'SIGKILL') throw new Stopped([tooSlow(spec, timeoutMs)]);
  if (typeof ended === 'string') words = ended;
  const hint =
    'Check the name and version with `npm view NAME versions`, and that the npm registry can be reached.';
  throw new Stopped([
    problem('npm-install', `npm could not install ${spec}. ${words.trim().slice(-800)}`, hint),
  ]);
}

function tooSlow(spec: string, timeoutMs: number) {
  return problem(
    'npm-timeout',
    `npm had not installed ${spec} after ${timeoutMs / 1000} seconds.`,
    'Give it longer with --timeout SECONDS, and check that the npm registry can be reached.',
  );
}
