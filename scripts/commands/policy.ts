import type { Command } from 'commander';
import { register as diff } from './policy-diff.ts';
import { register as evaluate } from './policy-evaluate.ts';
import { register as exportPolicy } from './policy-export.ts';
import { register as recommend } from './policy-recommend.ts';
import { register as validate } from './policy-validate.ts';

type Register = (policy: Command, done: (exitCode: number) => void) => void;

const SUBCOMMANDS: Register[] = [recommend, exportPolicy, validate, evaluate, diff];

/** `toolwarden policy …`: everything about policy.json; each subcommand is a file of its own. */
export function register(program: Command, done: (exitCode: number) => void): void {
  const policy = program.command('policy').description('Checks, tries and compares policies (policy.json)');
  for (const subcommand of SUBCOMMANDS) subcommand(policy, done);
}
