import type { Verdict } from '../classify/verdict.ts';
import type { ToolAdvice } from '../recommend/advice.ts';
import { isAddressable } from '../recommend/argument-rules.ts';
import type { Risk, VerdictCategory } from '../taxonomy.ts';
import type { Definition } from '../tool/definition.ts';
import type { Parameter } from '../tool/parameters.ts';
import { type PolicyRecord, recordOf } from './record.ts';

/** One tool of a server as the workbench has it: what is advised, and what helps to decide otherwise. */
export interface RecordedTool {
  record: PolicyRecord;
  category: VerdictCategory;
  risk: Risk | null;
  /** Names of the top-level parameters that a path of the policy language can reach. */
  parameters: string[];
}

/** The file `/servers/<id>/policy-records.json`: the recommended record of every tool, in the order observed. */
export interface ServerRecords {
  server: string;
  title: string;
  tools: RecordedTool[];
}

/** One tool with what was concluded and advised about it. */
interface Advised {
  definition: Definition;
  verdict: Verdict;
  advice: ToolAdvice;
  parameters: readonly Parameter[];
}

/** The record of a tool beside what the workbench shows of it. */
export function recordedTool({ definition, verdict, advice, parameters }: Advised): RecordedTool {
  return {
    record: recordOf(definition, verdict, advice),
    category: verdict.category,
    risk: verdict.risk,
    parameters: parameters.filter(isAddressable).map(({ name }) => name),
  };
}
