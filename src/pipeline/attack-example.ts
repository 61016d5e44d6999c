import type { Attack } from '../core/attacks/attack.ts';
import { partsPlayed } from '../core/attacks/meets.ts';
import type { Verdict } from '../core/classify/verdict.ts';
import { bluntedRecords } from '../core/present/attacks/attack-control.ts';
import type { ToolRow } from '../core/present/page-model.ts';
import type { ServerRecords } from '../core/present/server-records.ts';
import { type Subject, subjectsOf } from '../core/present/subject.ts';
import { heightOf } from '../core/taxonomy.ts';
import type { Survey, SurveyedServer } from './survey.ts';

/** A tool as it was surveyed. */
export interface ToolSeen {
  server: SurveyedServer;
  id: string;
  row: ToolRow;
  verdict: Verdict;
}

/** A catalogued tool to write the policy of a pattern for, with what is advised on its server. */
export interface Example {
  subject: Subject;
  records: ServerRecords;
}

/** What is advised on the tools of a server, worked out once for all patterns that take an example from it. */
export function subjectsByServer({ known }: Survey): (server: SurveyedServer) => Subject[] {
  const held = new Map<SurveyedServer, Subject[]>();
  return (server) => {
    const before = held.get(server);
    if (before !== undefined) return before;
    const input = server.source.read().server;
    const subjects = input === null ? [] : subjectsOf(input, server, known);
    held.set(server, subjects);
    return subjects;
  };
}

/** The example that the pattern names; where it is not catalogued, a strong tool of a small server; null for none. */
export function exampleOf(
  attack: Attack,
  met: readonly ToolSeen[],
  subjects: (server: SurveyedServer) => Subject[],
): Example | null {
  const part = attack.blunts.part === undefined ? undefined : attack.when.parts?.[attack.blunts.part - 1];
  const fitting =
    part === undefined ? met : met.filter(({ verdict }) => partsPlayed(attack, verdict).includes(part));
  const chosen = fitting.find(({ id }) => id === attack.example) ?? fitting.toSorted(strongOnSmall)[0];
  if (chosen === undefined) return null;
  const all = subjects(chosen.server);
  const subject = all.find(({ row }) => row.href === chosen.row.href);
  if (subject === undefined) return null;
  return { subject, records: bluntedRecords(attack, chosen.server.entry.id, all) };
}

function strongOnSmall(a: ToolSeen, b: ToolSeen): number {
  return heightOf(b.row.risk) - heightOf(a.row.risk) || a.server.rows.length - b.server.rows.length;
}
