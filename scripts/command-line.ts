import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { reportFindings } from './report.ts';
import { Unusable } from './unusable.ts';

type Register = (program: Command, done: (exitCode: number) => void) => void;

/** By name, each loaded where it is called: all of them together take a second. */
const COMMANDS = new Map<string, () => Promise<{ register: Register }>>([
  ['build', () => import('./commands/build.ts')],
  ['check', () => import('./commands/check.ts')],
  ['classify', () => import('./commands/classify.ts')],
  ['eval', () => import('./commands/eval.ts')],
  ['explain', () => import('./commands/explain.ts')],
  ['gateway', () => import('./commands/gateway.ts')],
  ['ingest', () => import('./commands/ingest.ts')],
  ['notice', () => import('./commands/notice.ts')],
  ['policy', () => import('./commands/policy.ts')],
  ['serve', () => import('./commands/serve.ts')],
]);

/** Exit codes of every command: 0 done, 1 findings at or over `--fail-on`, 2 unusable input or arguments. */
export async function main(argv: string[]): Promise<number> {
  let code = 0;
  const program = new Command('toolwarden')
    .description('An open catalogue of what every MCP tool can do.')
    .version(versionIn(join(import.meta.dirname, '../package.json')))
    .exitOverride()
    .showHelpAfterError();
  const done = (exitCode: number): void => {
    code = exitCode;
  };
  for (const load of loadersFor(argv[0])) (await load()).register(program, done);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Unusable) {
      reportFindings(error.findings);
      return 2;
    }
    throw error;
  }
}

/** Whoever names no command gets the help, which lists them all. */
function loadersFor(word = ''): Iterable<() => Promise<{ register: Register }>> {
  const called = COMMANDS.get(word);
  if (called !== undefined) return [called];
  return word === '--version' || word === '-V' ? [] : COMMANDS.values();
}

function versionIn(manifest: string): string {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return version;
}
