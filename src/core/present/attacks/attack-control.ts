import type { Attack } from '../../attacks/attack.ts';
import { bluntedRecord, boundedRecord } from '../../attacks/blunted-record.ts';
import { isMetBy, partsPlayed } from '../../attacks/meets.ts';
import type { Decision } from '../../recommend/decision-table.ts';
import { policylayer } from '../../targets/policylayer.ts';
import type { PolicyRecord } from '../../targets/record.ts';
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
  ask: 'Let a person approve each call',
  deny: 'Deny the tool',
  hide: 'Take the tool out of the list that the agent sees',
};

const BOUNDS = {
  path: 'paths to a folder of yours',
  url: 'addresses to a host of yours',
  recipient: 'recipients to those you name',
  amount: 'sums to a cap of yours',
} as const;

function decisionWords({ blunts: { decision, limit, bound = [], because, part } }: Attack): string {
  const about = part === undefined ? '' : ` that plays part ${part}`;
  const kept = `Keep to the recommended policy of the tool${about}`;
  const first = decision === undefined ? kept : WORDS[decision].replace('the tool', `the tool${about}`);
  const bounds = bound.length === 0 ? [] : [`bound ${list(bound.map((kind) => BOUNDS[kind]))}`];
  const rest = [...bounds, ...(limit === undefined ? [] : [`let at most ${capWords(limit)} through`])];
  const calls = rest.length === 0 ? '' : ` Where calls pass, ${rest.join('; ')}.`;
  return `${first}, because ${because}.${calls}`;
}

function exampleOf(attack: Attack, subject: Subject, records: ServerRecords): AttackControl['example'] {
  const { row, entry, definition, index } = subject;
  const record = records.records[index];
  if (record === undefined) return null;
  const server = { key: entry.id, allToolNames: records.records.map(({ tool }) => tool) };
  const form = (one: PolicyRecord): ClientForm => clientForm(policylayer, server, [one], true);
  const name = shorten(shown(definition.name), 80);
  const bounded = boundedRecord(record, subject.advice, attack.blunts);
  const blunt = form(record);
  return {
    tool: { text: shown(`${name} of ${theServer(entry.title)}`), href: row.href },
    server: entry.id,
    policies: [
      snippetOf(
        blunt,
        'Only this tool',
        `The rule for ${name}. Pasted alone, it denies every other tool of the server.`,
      ),
      ...(bounded === null ? [] : [snippetOf(form(bounded), 'With bounds of your own', PLACEHOLDERS)]),
    ],
    chips: blunt.chips,
    records: { href: attackRecordsHref(attack.id), index },
  };
}

const PLACEHOLDERS =
  'For whoever has to let calls pass: inside the bounds they do, outside they do not. The values in it are placeholders, so put yours there first.';

function snippetOf({ files, remarks }: ClientForm, label: string, does: string): PolicySnippet {
  const [file] = files;
  return {
    id: 'tool',
    label,
    fileName: file?.name ?? 'policy.json',
    text: file?.text ?? '',
    does: shown(does),
    doesNot: shown(remarks.join(' ')),
  };
}
