import type { Command } from 'commander';
import type { PolicyCheck } from '../../src/core/schemas/policy-answers.ts';
import { readPolicyFile } from '../../src/ingest/policy-file.ts';
import { toolNamesOf } from '../../src/pipeline/server-tools.ts';
import { EMBEDDED_CATALOGUE } from '../embedded-catalogue.ts';
import { jsonLine, print } from '../print.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

interface Flags {
  server?: string;
  catalog: string;
}

/** `toolwarden policy validate`: every problem of a policy at its place; exit 2 when one of them is an error. */
export function register(policy: Command, done: (exitCode: number) => void): void {
  policy
    .command('validate')
    .description('Tells every mistake of a policy.json, with what to write instead')
    .argument('<file>', 'a policy.json, or - for standard input')
    .option('--server <id>', 'a catalogued server, whose tools the names must be')
    .option('--catalog <dir>', 'the catalogue', EMBEDDED_CATALOGUE)
    .action(async (file: string, flags: Flags) => done(await validate(file, flags)));
}

async function validate(file: string, { server, catalog }: Flags): Promise<number> {
  const tools = server === undefined ? undefined : namesOf(server, catalog);
  const { policy, problems, findings } = await readPolicyFile(file, tools);
  if (policy === null && problems.length === 0) throw new Unusable(findings);
  const check: PolicyCheck = { valid: policy !== null, problems };
  await print(jsonLine(check));
  reportFindings(findings);
  if (findings.length === 0) process.stderr.write('This policy is in order.\n');
  return policy === null ? 2 : 0;
}

function namesOf(server: string, catalog: string): string[] {
  const { names, findings } = toolNamesOf(catalog, server);
  if (names === null) throw new Unusable(findings);
  return names;
}
