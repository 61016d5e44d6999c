import type { Policy } from '../../core/policy/policy.ts';
import { validatePolicy } from '../../core/policy/validate.ts';
import type { Problem } from '../../core/policy/validation/problem.ts';
import type { Profile } from '../../core/recommend/decision-table.ts';
import { bareRecord, type PolicyRow, rowsOf, textWithRecords } from '../../core/targets/policy-rows.ts';
import { policylayer } from '../../core/targets/policylayer.ts';
import type { PolicyRecord } from '../../core/targets/record.ts';
import { type RecordNote, recordsFor } from '../../core/targets/record-note.ts';

/** Whose policy it is. */
export interface Subject {
  /** Id in the catalogue; null for pasted definitions and for a policy by itself. */
  server: string | null;
  /** What the server is called until its user says otherwise. */
  key: string;
  /** What is recommended for each tool where a person can be asked; null where no definition is known. */
  records: readonly PolicyRecord[] | null;
  /** One for each record. */
  notes: readonly RecordNote[];
}

/** Everything that the parts of the page show. */
export interface Bench {
  subject: Subject;
  /** Whom the recommendation is for. */
  profile: Profile;
  /** The records of the subject as the profile has them. */
  records: readonly PolicyRecord[] | null;
  /** The recommended policy.json, as text and as what it says; null where no definition is known. */
  recommended: { text: string; policy: Policy | null } | null;
  text: string;
  /** Null while the text has an error. */
  policy: Policy | null;
  problems: readonly Problem[];
  /** Those of the last policy that was in order. */
  rows: readonly PolicyRow[];
}

type Validated = ReturnType<typeof validatePolicy>;

const NOBODY: Subject = { server: null, key: 'my-server', records: null, notes: [] };

/** Holds one policy.json; whatever is edited, the text is the truth and all else is read from it. */
export class Workbench {
  #bench: Bench = {
    subject: NOBODY,
    profile: 'interactive',
    records: null,
    recommended: null,
    text: '',
    policy: null,
    problems: [],
    rows: [],
  };
  readonly #parts: ((bench: Bench) => void)[] = [];

  get bench(): Bench {
    return this.#bench;
  }

  /** Shows the bench now and whenever it changes. */
  show(part: (bench: Bench) => void): void {
    this.#parts.push(part);
  }

  /** Takes another server; its policy is the recommended one unless a text is given. */
  load(subject: Subject, text: string | null): void {
    this.#bench = { ...this.#bench, subject, rows: [] };
    const advised = this.#recommend();
    this.write(text ?? advised ?? '');
  }

  /** Recommends for another profile. The policy changes with it where it was the recommended one. */
  recommendFor(profile: Profile): void {
    const { text, recommended } = this.#bench;
    this.#bench = { ...this.#bench, profile };
    const advised = this.#recommend();
    this.write(advised !== null && text === recommended?.text ? advised : text);
  }

  /** Works out what is recommended; returns its text. */
  #recommend(): string | null {
    const { subject, profile } = this.#bench;
    const records = subject.records === null ? null : recordsFor(profile, subject.records, subject.notes);
    this.#bench = { ...this.#bench, records };
    const text = records === null ? null : recommendedText(subject.key, records);
    const recommended = text === null ? null : { text, policy: this.#validate(text).policy };
    this.#bench = { ...this.#bench, recommended };
    return text;
  }

  write(text: string): void {
    this.#take(text, this.#validate(text));
  }

  #take(text: string, { policy, problems }: Validated): void {
    const rows = policy === null ? this.#bench.rows : rowsOf(policy, this.#known(policy));
    this.#bench = { ...this.#bench, text, policy, problems, rows };
    for (const part of this.#parts) part(this.#bench);
  }

  /** Sets the rows of some tools. Where that would break the policy nothing changes, and the errors come back. */
  set(...records: PolicyRecord[]): Problem[] {
    const { policy } = this.#bench;
    if (policy === null) return [];
    const text = textWithRecords(policy, records, this.#known(policy));
    const validated = this.#validate(text);
    const errors = validated.problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) this.#take(text, validated);
    return errors;
  }

  #validate(text: string): Validated {
    const { records } = this.#bench.subject;
    return validatePolicy(text, records === null ? {} : { tools: records.map(({ tool }) => tool) });
  }

  /** Without definitions the tools are those that the policy names. */
  #known(policy: Policy): readonly PolicyRecord[] {
    const { records } = this.#bench;
    if (records !== null) return records;
    const names = new Set([...(policy.hide ?? []), ...Object.keys(policy.tools ?? {})]);
    names.delete('*');
    return [...names].map(bareRecord);
  }
}

function recommendedText(key: string, records: readonly PolicyRecord[]): string {
  const server = { key, allToolNames: records.map(({ tool }) => tool) };
  return policylayer.render(server, records, { only: false }).files[0]?.text ?? '';
}
