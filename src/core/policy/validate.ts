import type { Policy } from './policy.ts';
import { readDocument } from './validation/document.ts';
import { checkHead } from './validation/head.ts';
import { objectAt, type Shape } from './validation/keys.ts';
import { checkNames } from './validation/names.ts';
import type { Problem } from './validation/problem.ts';
import { checkCounters } from './validation/shared-counters.ts';
import { checkTools } from './validation/tools.ts';

const POLICY: Shape = {
  what: 'A policy',
  keys: ['version', 'default', 'hide', 'all_tools', 'tools'],
  example: 'Write {"version": "1", "default": "deny", "tools": {}}.',
};

/**
 * Reads the text of a policy.json: the policy it holds, or null where an error refuses it, and every problem at once, in
 * the order of the text. With the names of a server's tools, names that it does not have are errors. Never throws.
 */
export function validatePolicy(
  text: string,
  { tools }: { tools?: readonly string[] } = {},
): { policy: Policy | null; problems: Problem[] } {
  const { value, report } = readDocument(text);
  const policy = value === undefined ? null : objectAt(value, '', POLICY, report);
  if (policy !== null) {
    checkHead(policy, report);
    checkNames(policy, tools ?? null, report);
    checkTools(policy, report);
    checkCounters(policy, report);
  }
  const problems = told(report.problems);
  const isRefused = problems.some(({ severity }) => severity === 'error');
  return { policy: isRefused || policy === null ? null : (policy as unknown as Policy), problems };
}

/** In the order of the text. What is no JSON is told once: what was read of it is not what its author wrote. */
function told(problems: readonly Problem[]): Problem[] {
  const broken = problems.filter(({ pointer }) => pointer === '').map(placeOf);
  return problems
    .filter((problem) => problem.pointer === '' || !broken.includes(placeOf(problem)))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function placeOf({ line, column }: Problem): string {
  return `${line}:${column}`;
}
