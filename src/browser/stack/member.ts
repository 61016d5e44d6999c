import type { SummarisedTool } from '../../core/present/stack/summary.ts';
import type { PolicyRecord } from '../../core/targets/record.ts';

/** How a server came into the stack, and whether its tools are known. */
type State =
  /** Its tools are known: catalogued, or pasted. */
  | 'known'
  /** Nobody knows what it offers. */
  | 'unknown'
  /** Catalogued, and its files are being fetched. */
  | 'loading'
  /** Catalogued, and its files could not be fetched. */
  | 'failed'
  /** Switched off in the configuration: it does not run and is not counted. */
  | 'off';

/** One server of the stack. Nothing in it comes from the values of a configuration but what names a server or package. */
export interface Member {
  /** The user's own name for it; no two are the same. */
  readonly key: string;
  /** What it is, for a person. */
  what: string;
  state: State;
  /** Id in the catalogue. */
  id: string | null;
  /** True where its user chose it from the catalogue: it may stand in the address. */
  readonly picked: boolean;
  /** Version that the configuration asks for. */
  readonly asked: string | null;
  /** Settings of the configuration that leave some of its tools out. */
  readonly toolLists: readonly string[];
  /** Version that was observed. */
  seen: string | null;
  tools: SummarisedTool[] | null;
  /** What is recommended for each tool, in the same order; null until it is needed. */
  records: PolicyRecord[] | null;
  /** What a model is sent of each pasted definition, for counting. */
  texts: string[] | null;
}

export function memberOf(given: Pick<Member, 'key' | 'what' | 'state'> & Partial<Member>): Member {
  return {
    id: null,
    picked: false,
    asked: null,
    toolLists: [],
    seen: null,
    tools: null,
    records: null,
    texts: null,
    ...given,
  };
}
