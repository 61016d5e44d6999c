import type { Verdict } from '../classify/verdict.ts';
import type { Finding } from '../finding.ts';
import type { JsonObject } from '../tool/json.ts';
import { found } from './directory-finding.ts';

/**
 * The hint that applies: readOnlyHint: true for what only reads, destructiveHint: true for what modifies or deletes.
 * Without any of the two a definition breaks the rule by itself; which of the two applies is what the verdict says.
 */
export function hintFindings(annotations: JsonObject, verdict: Verdict): Finding[] {
  const { readOnlyHint, destructiveHint } = annotations;
  if (typeof readOnlyHint !== 'boolean' && typeof destructiveHint !== 'boolean') {
    const hint = 'Write readOnlyHint: true for a tool that only reads, destructiveHint: true for any other.';
    const message = 'The tool states neither readOnlyHint nor destructiveHint.';
    return [found('directory-hint', 'error', '/annotations', message, hint)];
  }
  if (verdict.risk === null) return [];
  return verdict.category === 'Read'
    ? readingFindings(readOnlyHint)
    : changingFindings(readOnlyHint, destructiveHint, verdict);
}

function readingFindings(readOnlyHint: unknown): Finding[] {
  if (readOnlyHint === true) return [];
  const message = 'The definition shows a tool that only reads, and readOnlyHint is not true.';
  const hint = 'Write readOnlyHint: true, or say in the description what a call changes.';
  return [found('directory-hint', 'warning', '/annotations/readOnlyHint', message, hint)];
}

function changingFindings(
  readOnlyHint: unknown,
  destructiveHint: unknown,
  { category, flags }: Verdict,
): Finding[] {
  if (readOnlyHint === true) {
    const message = `The tool states readOnlyHint: true, and its verdict is ${category}.`;
    const hint = 'Write readOnlyHint: false, or say in the description that a call changes nothing.';
    return [found('directory-hint', 'error', '/annotations/readOnlyHint', message, hint)];
  }
  if (destructiveHint === true) return [];
  const deletes = flags.includes('delete');
  const does = deletes ? 'can delete' : `is rated ${category}`;
  const message = `The tool ${does}, and destructiveHint is not true.`;
  const hint = deletes
    ? 'Write destructiveHint: true.'
    : 'Write destructiveHint: true if a call modifies data; a tool that only adds is for the reviewer to judge.';
  const severity = deletes ? 'error' : 'warning';
  return [found('directory-hint', severity, '/annotations/destructiveHint', message, hint)];
}
