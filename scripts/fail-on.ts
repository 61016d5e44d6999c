import { Option } from 'commander';
import { type Finding, SEVERITIES, type Severity } from '../src/core/finding.ts';

export type FailOn = Severity | 'never';

/** `--fail-on LEVEL`: findings at or over the level make the exit code 1. */
export function failOnOption(): Option {
  return new Option('--fail-on <level>', 'exit 1 on findings at or over this level')
    .choices(['never', ...SEVERITIES])
    .default('never');
}

/** The exit code for the findings of a command that did its work. */
export function exitCodeFor(findings: readonly Finding[], failOn: FailOn): 0 | 1 {
  if (failOn === 'never') return 0;
  const least = SEVERITIES.indexOf(failOn);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) >= least) ? 1 : 0;
}
