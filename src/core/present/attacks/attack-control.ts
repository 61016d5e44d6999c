import type { Attack } from '../../attacks/attack.ts';
import { bluntedRecord } from '../../attacks/blunted-record.ts';
import { isMetBy, partsPlayed } from '../../attacks/meets.ts';
import type { Decision } from '../../recommend/decision-table.ts';
import { policylayer } from '../../targets/policylayer.ts';
import { type ClientForm, clientForm } from '../client-form.ts';
import { capWords } from '../control.ts';
import { attackRecordsHref } from '../hrefs.ts';
import type { PolicySnippet } from '../page-model.ts';
import { list, shorten, theServer } from '../phrase.ts';
import { type ServerRecords, serverRecords } from '../server-records.ts';
import { shown } from '../shown.ts';
import type { Subject } from '../subject.ts';
import type { AttackControl } from './attack-page-model.ts';

/** The records of a server, those of its tools that meet a pattern made as strict as blunting it asks. */
export function bluntedRecords(attack: Attack, server: string, subjects: readonly Subject[]): ServerRecords {
  const all = serverRecords(server, subjects);
  const bears = ({ verdict }: Subject): boolean => {
    const part = attack.blunts.part === undefined ? undefined : attack.when.parts?.[attack.blunts.part - 1];
    return part === undefined ? isMetBy(attack, verdict) : partsPlayed(attack, verdict).includes(part);
  };
  return {
    ...all,
    records: all.records.map((record, at) => {
      const subject = subjects[at];
      if (subject === undefined || !bears(subject)) return record;
      return bluntedRecord(record, subject.advice, attack.blunts);
    }),
  };
}

/** What blunts a pattern, rendered for an example; null where there is none. */
export function attackControl(
  attack: Attack,
  example: { subject: Subject; records: ServerRecords } | null,
): AttackControl {
  return {
    decision: shown(decisionWords(attack)),
    also: attack.blunts.also ?? [],
    example: example === null ? null : exampleOf(attack, example.subject, example.records),
  };
}

const WORDS: Readonly<Record<Exclude<Decision, 'allow'>, string>> = {
  ask: 'let a person approve each call',
  deny: 'deny every call, except what you list yourself',
  hide: 'take the tool out of the agent’s sight',
};

const BOUNDS = {
  path: 'paths to a folder of yours',
  url: 'addresses to a host of yours',
  recipient: 'recipients to those you name',
  amount: 'sums to a cap of yours',
} as const;

function decisionWords({ blunts: { decision, limit, bound, because, part } }: Attack): string {
  const about = part === undefined ? 'For such a tool' : `For a tool of part ${part}`;
  const parts = [
    decision === undefined
      ? 'keep to the recommended policy of its page'
      : `${WORDS[decision]} or be stricter`,
    ...(bound === undefined ? [] : [`where calls pass, bound ${list(bound.map((kind) => BOUNDS[kind]))}`]),
    ...(limit === undefined ? [] : [`let at most ${capWords(limit)} through`]),
  ];
  return `${about}: ${parts.join('; ')}, because ${because}.`;
}

function exampleOf(attack: Attack, subject: Subject, records: ServerRecords): AttackControl['example'] {
  const { row, entry, definition, index } = subject;
  const record = records.records[index];
  if (record === undefined) return null;
  const server = { key: entry.id, allToolNames: records.records.map(({ tool }) => tool) };
  const form = clientForm(policylayer, server, [record], true);
  const name = shorten(shown(definition.name), 80);
  return {
    intro: shown(
      `Written for ${name} of ${theServer(entry.title)}, which meets the preconditions. Put your own tool in its place.`,
    ),
    tool: { text: row.name, href: row.href },
    server: entry.id,
    policy: snippetOf(form, name, attack),
    chips: form.chips,
    records: { href: attackRecordsHref(attack.id), index },
  };
}

function snippetOf({ files, remarks }: ClientForm, name: string, { blunts }: Attack): PolicySnippet {
  const values =
    blunts.bound === undefined ? '' : ' Values in its conditions are placeholders: put yours there.';
  return {
    id: 'tool',
    label: 'Only this tool',
    fileName: files[0]?.name ?? 'policy.json',
    text: files[0]?.text ?? '',
    does: shown(`The rule for ${name}. Pasted alone, it denies every other tool of the server.${values}`),
    doesNot: shown(remarks.join(' ')),
  };
}
