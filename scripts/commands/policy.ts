import type { Command } from 'commander';
import { register as exportPolicy } from './policy-export.ts';
import { register as recommend } from './policy-recommend.ts';

type Register = (policy: Command, done: (exitCode: number) => void) => void;

const SUBCOMMANDS: Register[] = [recommend, exportPolicy];

/** `toolwarden policy …`: everything about policy.json; each subcommand is a file of its own. */
export function register(program: Command, done: (exitCode: number) => void): void {
  const policy = program.command('policy').description('Checks, tries and compares policies (policy.json)');
  for (const subcommand of SUBCOMMANDS) subcommand(policy, done);
}
