import { readFileSync } from 'node:fs';
import type { Finding } from '../core/finding.ts';
import type { Policy } from '../core/policy/policy.ts';
import { toolTable } from '../core/policy/policy-text.ts';
import { Approvals } from '../core/schemas/gateway.ts';
import { policyIn } from '../ingest/policy-file.ts';
import { problem, Stopped } from '../ingest/problem.ts';
import { validated } from '../ingest/validated.ts';
import { readYaml } from '../ingest/yaml.ts';
import { wordsOf } from './messages.ts';

/** What a person decided. */
export interface Rules {
  /** Decides the calls that nobody was asked about. */
  policy: Policy;
  /** Decides those that a person approved. */
  approved: Policy;
  /** Tools of which a person approves calls: `each` that passes, or the `others` that the policy alone denies. */
  ask: ReadonlyMap<string, 'each' | 'others'>;
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
    const { approvals, findings: wrong } = ask === null ? NOBODY : approvalsIn(ask);
    const findings = [...read.findings, ...wrong];
    if (read.policy === null || approvals === null) return { rules: null, findings };
    return { rules: rulesOf(read.policy, approvals), findings };
  }
}

const NOBODY: { approvals: Approvals; findings: Finding[] } = {
  approvals: { version: '1', ask: [] },
  findings: [],
};

function rulesOf(policy: Policy, { ask, tools = {} }: Approvals): Rules {
  const rules = [...Object.entries(policy.tools ?? {}), ...Object.entries(tools)];
  return {
    policy,
    approved: { ...policy, tools: toolTable(rules) },
    ask: new Map(ask.map((tool) => [tool, Object.hasOwn(tools, tool) ? 'others' : 'each'])),
  };
}

function approvalsIn(file: string): { approvals: Approvals | null; findings: Finding[] } {
  const { text, findings } = textOf(file);
  if (text === null) return { approvals: null, findings };
  const { source, findings: syntax } = readYaml(text, file);
  if (source === null) return { approvals: null, findings: syntax };
  const { value, findings: wrong } = validated(Approvals, source);
  const hint = 'Write {"version": "1", "ask": ["name of a tool"]}.';
  return { approvals: value, findings: wrong.map((finding) => ({ ...finding, hint })) };
}

function textOf(file: string): { text: string; findings: [] } | { text: null; findings: Finding[] } {
  try {
    return { text: readFileSync(file, 'utf8'), findings: [] };
  } catch (error) {
    const message = `This file cannot be read: ${wordsOf(error)}.`;
    return { text: null, findings: [problem('unreadable-file', message, 'Name a readable file.', { file })] };
  }
}
