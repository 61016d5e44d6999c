import type { Command } from 'commander';
import { type Difference, diffPolicies } from '../../src/core/policy/diff.ts';
import { readPolicyFile } from '../../src/ingest/policy-file.ts';
import { jsonLine, print } from '../print.ts';
import { reportFindings } from '../report.ts';
import { Unusable } from '../unusable.ts';

/** `toolwarden policy diff`: what becomes allowed and what becomes denied. Mistakes of both policies at once. */
export function register(policy: Command, done: (exitCode: number) => void): void {
  policy
    .command('diff')
    .description('Tells what becomes allowed and what becomes denied')
    .argument('<old>', 'the policy.json that stands')
    .argument('<new>', 'the one to take its place')
    .action(async (old: string, next: string) => {
      const before = await readPolicyFile(old);
      const after = await readPolicyFile(next);
      const findings = [...before.findings, ...after.findings];
      if (before.policy === null || after.policy === null) throw new Unusable(findings);
      reportFindings(findings);
      const difference: Difference = diffPolicies(before.policy, after.policy);
      await print(jsonLine(difference));
      done(0);
    });
}
