import type { Verdict } from '../classify/verdict.ts';
import type { ToolAdvice } from '../recommend/advice.ts';
import { isAddressable } from '../recommend/argument-rules.ts';
import type { Risk, VerdictCategory } from '../taxonomy.ts';
import type { Definition } from '../tool/definition.ts';
import type { Parameter } from '../tool/parameters.ts';
import { type PolicyRecord, recordOf } from './record.ts';

/** What helps a person to decide otherwise than is advised. */
export interface RecordNote {
  category: VerdictCategory;
  risk: Risk | null;
  /** Names of the top-level parameters that a path of the policy language can reach. */
  parameters: string[];
}

/** The file `/servers/<id>/policy-records.json`: the recommended record of every tool, in the order observed. */
export interface ServerRecords {
  version: '1';
  server: string;
  title: string;
  records: PolicyRecord[];
  /** One for each record. */
  notes: RecordNote[];
}

/** One tool with what was concluded and advised about it. */
export interface AdvisedSubject {
  definition: Definition;
  verdict: Verdict;
  advice: ToolAdvice;
  parameters: readonly Parameter[];
}

/** The records of the tools of a server, beside what the workbench shows of them. */
export function serverRecords(
  server: string,
  title: string,
  subjects: readonly AdvisedSubject[],
): ServerRecords {
  return {
    version: '1',
    server,
    title,
    records: subjects.map(({ definition, verdict, advice }) => recordOf(definition, verdict, advice)),
    notes: subjects.map(({ verdict: { category, risk }, parameters }) => ({
      category,
      risk,
      parameters: parameters.filter(isAddressable).map(({ name }) => name),
    })),
  };
}
