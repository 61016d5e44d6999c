import type { Command } from 'commander';
import { statusNotes } from '../policy-notes.ts';
import { renderSubject, type SubjectFlags, withSubjectOptions } from '../policy-subject.ts';
import { print } from '../print.ts';

/** `toolwarden policy export`: the recommended policy as the file of one client or gateway. */
export function register(policy: Command, done: (exitCode: number) => void): void {
  withSubjectOptions(policy.command('export'))
    .description('Prints the recommended policy in the form of one client or gateway')
    .requiredOption('--target <target>', 'the client or gateway')
    .action(async (subject: string, flags: SubjectFlags) => {
      const rendered = renderSubject(subject, flags);
      process.stderr.write(statusNotes(rendered));
      await print(rendered.file.text);
      done(0);
    });
}
