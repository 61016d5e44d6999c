import type { Verdict } from '../classify/verdict.ts';
import { isAddressable } from '../recommend/argument-rules.ts';
import type { Risk, VerdictCategory } from '../taxonomy.ts';
import type { Parameter } from '../tool/parameters.ts';

/** What helps a person to decide about a tool otherwise than its record says. */
export interface RecordNote {
  category: VerdictCategory;
  risk: Risk | null;
  /** Names of the parameters that a path of the policy language can reach. */
  parameters: string[];
}

export function recordNote(subject: { verdict: Verdict; parameters: readonly Parameter[] }): RecordNote {
  const { category, risk } = subject.verdict;
  return { category, risk, parameters: subject.parameters.filter(isAddressable).map(({ name }) => name) };
}
