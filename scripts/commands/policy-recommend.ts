import type { Command } from 'commander';
import { recommendationNotes } from '../policy-notes.ts';
import { renderSubject, type SubjectFlags, withSubjectOptions } from '../policy-subject.ts';
import { print } from '../print.ts';

/** `toolwarden policy recommend`: the recommended policy, and why it is what it is. */
export function register(policy: Command, done: (exitCode: number) => void): void {
  withSubjectOptions(policy.command('recommend'))
    .description('Prints the recommended policy, with the reason for each decision on standard error')
    .option('--target <target>', 'the client or gateway to write it for', 'policylayer')
    .action(async (subject: string, flags: SubjectFlags) => {
      const rendered = renderSubject(subject, flags);
      process.stderr.write(recommendationNotes(rendered));
      await print(rendered.file.text);
      done(0);
    });
}
