import type { Verdict } from '../classify/verdict.ts';
import { recommendUnattended, type ToolAdvice } from '../recommend/advice.ts';
import { isAddressable } from '../recommend/argument-rules.ts';
import type { Profile } from '../recommend/decision-table.ts';
import type { Risk, VerdictCategory } from '../taxonomy.ts';
import type { Definition } from '../tool/definition.ts';
import type { Parameter } from '../tool/parameters.ts';
import { type PolicyRecord, recordOf } from './record.ts';

/** What helps a person to decide about a tool otherwise than its record says. */
export interface RecordNote {
  category: VerdictCategory;
  risk: Risk | null;
  /** Names of the parameters that a path of the policy language can reach. */
  parameters: string[];
  /** What is recommended otherwise where nobody can be asked; empty where nothing is. */
  unattended: Partial<Pick<PolicyRecord, (typeof DIFFERING)[number]>>;
}

/** What a profile may change in a record. */
const DIFFERING = ['decision', 'limit', 'argumentRules'] as const;

interface Noted {
  definition: Definition;
  verdict: Verdict;
  parameters: readonly Parameter[];
  advice: ToolAdvice;
}

/** The note on the record of a tool for those who can be asked. */
export function recordNote(
  { definition, verdict, parameters, advice }: Noted,
  record: PolicyRecord,
): RecordNote {
  const { category, risk } = verdict;
  const alone = recommendUnattended(definition, verdict, parameters, advice);
  const other = recordOf(definition, verdict, alone, record.definitionHash);
  const changed = DIFFERING.filter((key) => JSON.stringify(other[key]) !== JSON.stringify(record[key]));
  return {
    category,
    risk,
    parameters: parameters.filter(isAddressable).map(({ name }) => name),
    unattended: Object.fromEntries(changed.map((key) => [key, other[key]])),
  };
}

/** The records as a profile has them. */
export function recordsFor(
  profile: Profile,
  records: readonly PolicyRecord[],
  notes: readonly RecordNote[],
): readonly PolicyRecord[] {
  if (profile === 'interactive') return records;
  return records.map((record, index) => ({ ...record, ...notes[index]?.unattended }));
}
