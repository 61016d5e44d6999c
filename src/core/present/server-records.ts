import { policylayer } from '../targets/policylayer.ts';
import { type PolicyRecord, recordOf } from '../targets/record.ts';
import { type RecordNote, recordNote } from '../targets/record-note.ts';
import type { ServerTools, Target } from '../targets/target.ts';
import { type Chip, type ClientForm, chipsOf, clientForm } from './client-form.ts';
import type { Subject } from './subject.ts';

/** What should happen to the tools of a server, as data beside its page; every client form is rendered from it. */
export interface ServerRecords {
  version: '1';
  /** Id in the catalogue; stands for the name that a user gave the server until they say theirs. */
  server: string;
  /** One for each tool, in the order observed. */
  records: PolicyRecord[];
  /** One for each record. */
  notes: RecordNote[];
}

function recordOfSubject({ definition, verdict, advice, hash }: Subject): PolicyRecord {
  return recordOf(definition, verdict, advice, hash);
}

export function serverRecords(server: string, subjects: readonly Subject[]): ServerRecords {
  const records = subjects.map(recordOfSubject);
  const notes = records.map((record, index) => recordNote(subjects[index] as Subject, record));
  return { version: '1', server, records, notes };
}

/** The server under the nearest name to its id that a target can write. */
export function namedFor(target: Target, { server, records }: ServerRecords): ServerTools {
  return { key: target.keyFor(server), allToolNames: records.map(({ tool }) => tool) };
}

/** What became of the advice for a tool in the policy.json for it alone. */
export function policyChips(subject: Subject): Chip[] {
  const server = { key: subject.entry.id, allToolNames: [subject.definition.name] };
  return chipsOf(policylayer.render(server, [recordOfSubject(subject)], { only: true }));
}

/** A target with the server as it is named there. */
interface NamedTarget {
  target: Target;
  server: ServerTools;
}

/** The forms of one tool for some targets. */
export function toolForms(targets: readonly NamedTarget[], record: PolicyRecord): ClientForm[] {
  return targets.map(({ target, server }) => clientForm(target, server, [record], true));
}
