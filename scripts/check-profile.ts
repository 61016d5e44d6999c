import { CLAUDE_DIRECTORY } from '../src/core/profiles/claude-directory.ts';
import { profile } from '../src/pipeline/profile.ts';
import { exitCodeFor, type FailOn } from './fail-on.ts';
import { embeddedClassifier } from './load-rules.ts';
import { reportFindings } from './report.ts';
import { Unusable } from './unusable.ts';

/** `toolwarden check --profile`: what the criteria of a directory would reject; a rejection is no unusable input. */
export async function checkProfile(
  subject: string | null,
  catalogDir: string,
  failOn: FailOn,
): Promise<number> {
  const { tools, findings, unusable } = await profile(subject, catalogDir, embeddedClassifier());
  if (unusable.length > 0) throw new Unusable(unusable);
  reportFindings(findings);
  const { title, source, read } = CLAUDE_DIRECTORY;
  process.stderr.write(
    `${tools} ${tools === 1 ? 'tool' : 'tools'} held against ${title} (${source}, read ${read}).\n`,
  );
  if (findings.length === 0)
    process.stderr.write('Nothing to report. A reviewer looks at more than a definition shows.\n');
  return exitCodeFor(findings, failOn);
}
