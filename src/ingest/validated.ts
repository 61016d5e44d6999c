import type { z } from 'zod';
import type { Finding } from '../core/finding.ts';
import { pointer } from '../core/tool/json.ts';
import { problem } from './problem.ts';
import type { Sourced } from './yaml.ts';

/** A value that fits its schema, or every reason why it does not, each with file and line. */
export function validated<T>(
  schema: z.ZodType<T>,
  source: Sourced,
): { value: T | null; findings: Finding[] } {
  const result = schema.safeParse(source.value);
  if (result.success) return { value: result.data, findings: [] };
  const findings = result.error.issues.flatMap((issue) =>
    places(issue).map((path) =>
      problem(
        'wrong-shape',
        `${path === '' ? 'The document' : path} is not as it must be: ${issue.message}.`,
        hintFor(issue),
        {
          file: source.file,
          line: source.lineOf(path),
          path,
        },
      ),
    ),
  );
  return { value: null, findings };
}

/** Unknown keys are reported one by one, where they stand. */
function places(issue: z.core.$ZodIssue): string[] {
  const base = issue.path.reduce<string>((path, token) => pointer(path, String(token)), '');
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => pointer(base, key)) : [base];
}

function hintFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'Remove the key, or check its spelling against the schema.';
  if (issue.code === 'invalid_type')
    return `Write ${issue.expected === 'string' ? 'text' : `a value of type ${issue.expected}`} here.`;
  if (issue.code === 'invalid_value') return `Write one of: ${issue.values.map(String).join(', ')}.`;
  return 'Write a value that the message allows.';
}
