import type { Command } from 'commander';
import type { PolicyCheck } from '../../src/core/schemas/policy-answers.ts';
import { readApprovals } from '../../src/gateway/approvals-file.ts';
import { readPolicyFile } from '../../src/ingest/policy-file.ts';
import { toolNamesOf } from '../../src/pipeline/server-tools.ts';
import { EMBEDDED_CATALOGUE } from '../embedded-catalogue.ts';
import { jsonLine, print } from '../print.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

interface Flags {
  server?: string;
  ask?: string;
  catalog: string;
}

/** `toolwarden policy validate`: every problem of a policy at its place; exit 2 when one of them is an error. */
export function register(policy: Command, done: (exitCode: number) => void): void {
  policy
    .command('validate')
    .description('Tells every mistake of a policy.json, with what to write instead')
    .argument('<file>', 'a policy.json, or - for standard input')
    .option('--server <id>', 'a catalogued server, whose tools the names must be')
    .option('--ask <file>', 'the record of what a person approves, to check beside the policy')
    .option('--catalog <dir>', 'the catalogue', EMBEDDED_CATALOGUE)
    .action(async (file: string, flags: Flags) => done(await validate(file, flags)));
}

async function validate(file: string, { server, ask, catalog }: Flags): Promise<number> {
  const tools = server === undefined ? undefined : namesOf(server, catalog);
  const { policy, problems, findings: ofPolicy } = await readPolicyFile(file, tools);
  if (policy === null && problems.length === 0) throw new Unusable(ofPolicy);
  const beside = ask === undefined ? null : readApprovals(ask, policy, tools);
  const findings = [...ofPolicy, ...(beside?.findings ?? [])];
  const valid = policy !== null && beside?.approvals !== null;
  const check: PolicyCheck = { valid, problems };
  await print(jsonLine(check));
  reportFindings(findings);
  if (findings.length === 0) process.stderr.write('This policy is in order.\n');
  return valid ? 0 : 2;
}

function namesOf(server: string, catalog: string): string[] {
  const { names, findings } = toolNamesOf(catalog, server);
  if (names === null) throw new Unusable(findings);
  return names;
}
