import { readFileSync } from 'node:fs';
import type { Finding } from '../core/finding.ts';
import type { Policy } from '../core/policy/policy.ts';
import { validatePolicy } from '../core/policy/validate.ts';
import type { Problem } from '../core/policy/validation/problem.ts';
import { plainFile, STDIN } from './plain-file.ts';
import { problem } from './problem.ts';

export interface PolicyRead {
  /** Null exactly when a finding is an error. */
  policy: Policy | null;
  problems: Problem[];
  /** The problems, or why there is no text to look at. */
  findings: Finding[];
}

/**
 * Reads a policy from a file, or from standard input (`-`). With the names of a server's tools, names that it does not
 * have are errors. Never throws.
 */
export async function readPolicyFile(path: string, tools?: readonly string[]): Promise<PolicyRead> {
  const file = path === STDIN ? 'standard input' : path;
  const { text, findings } = await readText(path, file);
  return text === null ? { policy: null, problems: [], findings } : policyIn(text, file, tools);
}

/** The policy that the text of a file is, with every problem at its line and column. Never throws. */
export function policyIn(text: string, file: string, tools?: readonly string[]): PolicyRead {
  const { policy, problems } = validatePolicy(text, tools === undefined ? {} : { tools });
  return { policy, problems, findings: problems.map((one) => findingOf(one, file)) };
}

/** A file as UTF-8, or a finding that calls it by `file`. Never throws. */
export async function readText(
  path: string,
  file: string,
): Promise<{ text: string | null; findings: Finding[] }> {
  const { plain, findings } = await plainFile(path);
  if (plain === null) return { text: null, findings };
  try {
    const bytes = readFileSync(plain.file);
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), findings: [] };
  } catch {
    const message = 'This file is not UTF-8 text.';
    return { text: null, findings: [problem('not-utf-8', message, 'Save it as UTF-8.', { file })] };
  } finally {
    plain.close();
  }
}

function findingOf(
  { code, severity, pointer, line, column, message, instead }: Problem,
  file: string,
): Finding {
  return { ...problem(code, message, instead, { severity, file, line, path: pointer }), column };
}
