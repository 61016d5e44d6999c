import type { z } from 'zod';
import type { Finding } from '../core/finding.ts';
import { pointer } from '../core/tool/json.ts';
import type { Sourced } from './yaml.ts';

/** What a schema refused, as findings with the line of each value; `hint` says what to write instead. */
export function schemaFindings(error: z.ZodError, source: Sourced, known: readonly string[]): Finding[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.reduce<string>((base, step) => pointer(base, String(step)), '');
    if (issue.code !== 'unrecognized_keys')
      return [finding(source, path, issueMessage(issue, path), issueHint(issue))];
    return issue.keys.map((key) => {
      const hint = `Remove it or correct its spelling; known here: ${known.join(', ')}.`;
      const where = path === '' ? '' : ` in ${path}`;
      return {
        ...finding(source, pointer(path, key), `Unknown key "${key}"${where}.`, path === '' ? hint : UNKNOWN),
        code: 'unknown-key',
      };
    });
  });
}

const UNKNOWN = 'Remove the key or correct its spelling; catalog/README.md lists every key.';

function finding(source: Sourced, path: string, message: string, hint: string): Finding {
  return {
    code: 'schema',
    severity: 'error',
    file: source.file,
    line: source.lineOf(path),
    path,
    message,
    hint,
  };
}

function issueMessage(issue: z.core.$ZodIssue, path: string): string {
  const name = path === '' ? 'The document' : `"${path.slice(1)}"`;
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return isMissing ? `${name} is missing.` : `${name} is not valid: ${issue.message}.`;
}

function issueHint(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `Write a value of type ${issue.expected}.`;
  if (issue.code === 'invalid_value') return `Write one of: ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'too_big') return `Shorten it to at most ${String(issue.maximum)}.`;
  if (issue.code === 'too_small') return `Write at least ${String(issue.minimum)}.`;
  return 'Correct the value; catalog/README.md shows an example of each key.';
}
