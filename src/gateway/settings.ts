import type { Finding } from '../core/finding.ts';
import type { Policy } from '../core/policy/policy.ts';
import { toolTable } from '../core/policy/policy-text.ts';
import type { Approvals } from '../core/schemas/gateway.ts';
import { policyIn } from '../ingest/policy-file.ts';
import { Stopped } from '../ingest/problem.ts';
import { type ApprovalsRead, readApprovals, textOf } from './approvals-file.ts';

/** `each`: every call that passes is asked about; otherwise those that the policy alone denies. */
interface Asked {
  each: boolean;
  /** JSON Pointer into the record. */
  rule: string;
}

/** What a person decided. */
export interface Rules {
  /** Decides the calls that nobody was asked about. */
  policy: Policy;
  /** Decides those that a person approved. */
  approved: Policy;
  /** Tools of which a person approves calls. */
  ask: ReadonlyMap<string, Asked>;
}

/** Rules that follow their files. */
export class Settings {
  readonly warnings: Finding[];
  readonly #files: { policy: string; ask: string | null };
  #rules: Rules;
  #seen: string;

  /** Throws {@link Stopped} with every problem of both files. */
  constructor(policy: string, ask: string | null) {
    this.#files = { policy, ask };
    this.#seen = this.#texts();
    const { rules, findings } = this.#read();
    if (rules === null) throw new Stopped(findings);
    this.#rules = rules;
    this.warnings = findings;
  }

  get rules(): Rules {
    return this.#rules;
  }

  /** Looks at the files again; null where nothing changed. What cannot be used is told and leaves the rules as they were. */
  reload(): { loaded: boolean; findings: Finding[] } | null {
    const texts = this.#texts();
    if (texts === this.#seen) return null;
    this.#seen = texts;
    const { rules, findings } = this.#read();
    if (rules !== null) this.#rules = rules;
    return { loaded: rules !== null, findings };
  }

  /** Contents rather than times: an editor may replace a file, and a mount may change it without a date. */
  #texts(): string {
    const { policy, ask } = this.#files;
    return JSON.stringify([policy, ask].map((file) => (file === null ? null : textOf(file).text)));
  }

  #read(): { rules: Rules | null; findings: Finding[] } {
    const { policy, ask } = this.#files;
    const { text, findings: unread } = textOf(policy);
    const read = text === null ? { policy: null, findings: unread } : policyIn(text, policy);
    const { approvals, findings: wrong } = ask === null ? NOBODY : readApprovals(ask, read.policy);
    const findings = [...read.findings, ...wrong];
    if (read.policy === null || approvals === null) return { rules: null, findings };
    return { rules: rulesOf(read.policy, approvals), findings };
  }
}

const NOBODY: ApprovalsRead = {
  approvals: { version: '1', ask: [] },
  findings: [],
};

function rulesOf(policy: Policy, { ask, tools = {} }: Approvals): Rules {
  const rules = [...Object.entries(policy.tools ?? {}), ...Object.entries(tools)];
  return {
    policy,
    approved: { ...policy, tools: toolTable(rules) },
    ask: new Map(
      ask.map((tool, index) => [tool, { each: !Object.hasOwn(tools, tool), rule: `/ask/${index}` }]),
    ),
  };
}
