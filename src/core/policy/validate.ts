import { Policy } from './policy.ts';

/** One thing wrong with a policy, for the person who writes it. */
export interface Problem {
  severity: 'error' | 'warning';
  /** JSON Pointer; '' for the whole text. */
  pointer: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  message: string;
  /** What to write instead. */
  instead: string;
}

/** The policy that a text holds, or null and every problem at once. */
export function validatePolicy(
  text: string,
  _options: { tools?: readonly string[] } = {},
): { policy: Policy | null; problems: Problem[] } {
  try {
    const value: unknown = JSON.parse(text);
    const { error } = Policy.safeParse(value);
    if (error === undefined) return { policy: value as Policy, problems: [] };
    return { policy: null, problems: error.issues.map(({ message }) => problem(message)) };
  } catch (error) {
    return { policy: null, problems: [problem(String(error))] };
  }
}

function problem(message: string): Problem {
  return { severity: 'error', pointer: '', line: 1, column: 1, message, instead: 'Write valid JSON.' };
}
