import type { Command } from 'commander';

type Register = (policy: Command, done: (exitCode: number) => void) => void;

const SUBCOMMANDS: Register[] = [];

/** `toolwarden policy …`: everything about policy.json; each subcommand is a file of its own. */
export function register(program: Command, done: (exitCode: number) => void): void {
  const policy = program.command('policy').description('Checks, tries and compares policies (policy.json)');
  for (const subcommand of SUBCOMMANDS) subcommand(policy, done);
}
