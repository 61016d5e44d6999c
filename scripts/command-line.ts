import { Command, CommanderError } from 'commander';
import { register as build } from './commands/build.ts';
import { register as check } from './commands/check.ts';
import { register as classify } from './commands/classify.ts';
import { register as evaluate } from './commands/eval.ts';
import { register as explain } from './commands/explain.ts';
import { register as gateway } from './commands/gateway.ts';
import { register as ingest } from './commands/ingest.ts';
import { register as notice } from './commands/notice.ts';
import { register as policy } from './commands/policy.ts';
import { register as serve } from './commands/serve.ts';
import { reportFindings } from './report.ts';
import { Unusable } from './unusable.ts';

const COMMANDS = [build, check, classify, evaluate, explain, gateway, ingest, notice, policy, serve];

/** Exit codes of every command: 0 done, 1 findings at or over `--fail-on`, 2 unusable input or arguments. */
export async function main(argv: string[]): Promise<number> {
  let code = 0;
  const program = new Command('toolwarden')
    .description('An open catalogue of what every MCP tool can do.')
    .exitOverride()
    .showHelpAfterError();
  const done = (exitCode: number): void => {
    code = exitCode;
  };
  for (const register of COMMANDS) register(program, done);
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
