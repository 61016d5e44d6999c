import { readFileSync } from 'node:fs';
import type { Finding } from '../core/finding.ts';
import type { Policy } from '../core/policy/policy.ts';
import { validatePolicy } from '../core/policy/validate.ts';
import { Approvals } from '../core/schemas/gateway.ts';
import { problem, Stopped } from '../ingest/problem.ts';
import { validated } from '../ingest/validated.ts';
import { readYaml } from '../ingest/yaml.ts';

/** What a person decided: the policy, and which of the tools that it lets pass a person approves call by call. */
export interface Rules {
  policy: Policy;
  ask: ReadonlySet<string>;
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
    return JSON.stringify([policy, ask].map((file) => (file === null ? null : (textOf(file).text ?? null))));
  }

  #read(): { rules: Rules | null; findings: Finding[] } {
    const policy = policyIn(this.#files.policy);
    const ask = this.#files.ask === null ? { names: [], findings: [] } : approvalsIn(this.#files.ask);
    const findings = [...policy.findings, ...ask.findings];
    if (policy.policy === null || ask.names === null) return { rules: null, findings };
    return { rules: { policy: policy.policy, ask: new Set(ask.names) }, findings };
  }
}

function policyIn(file: string): { policy: Policy | null; findings: Finding[] } {
  const { text, findings } = textOf(file);
  if (text === null) return { policy: null, findings };
  const { policy, problems } = validatePolicy(text);
  const told = problems.map(({ severity, pointer, line, message, instead }) =>
    problem('policy', message, instead, { severity, file, line, path: pointer }),
  );
  return { policy, findings: told };
}

function approvalsIn(file: string): { names: string[] | null; findings: Finding[] } {
  const { text, findings } = textOf(file);
  if (text === null) return { names: null, findings };
  const { source, findings: syntax } = readYaml(text, file);
  if (source === null) return { names: null, findings: syntax };
  const { value, findings: wrong } = validated(Approvals, source);
  const hint = 'Write {"version": "1", "ask": ["name of a tool"]}.';
  return { names: value?.ask ?? null, findings: wrong.map((finding) => ({ ...finding, hint })) };
}

function textOf(file: string): { text: string; findings: [] } | { text: null; findings: Finding[] } {
  try {
    return { text: readFileSync(file, 'utf8'), findings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const finding = problem(
      'unreadable-file',
      `This file cannot be read: ${reason}.`,
      'Name a readable file.',
      {
        file,
      },
    );
    return { text: null, findings: [finding] };
  }
}
