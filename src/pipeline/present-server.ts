import type { Attack } from '../core/attacks/attack.ts';
import type { GuideLink } from '../core/present/guides/fitting.ts';
import { serverIndex } from '../core/present/server-index.ts';
import { serverPage } from '../core/present/server-page.ts';
import type { ServerPage } from '../core/present/server-page-model.ts';
import { type Subject, subjectsOf } from '../core/present/subject.ts';
import { type PageContext, toolPage } from '../core/present/tool-page.ts';
import type { ToolPage, ToolRecord } from '../core/present/tool-page-model.ts';
import { toolRecord } from '../core/present/tool-record.ts';
import type { ServerInput } from '../ingest/server-source.ts';
import type { Survey, SurveyedServer } from './survey.ts';

/** A server ready to be shown: everything that the pages, the twins and the indexes need of it. */
export interface PresentedServer {
  page: ServerPage;
  /** In the order observed. */
  tools: { subject: Subject; page: ToolPage; record: ToolRecord }[];
  placeOf: ServerInput['placeOf'];
}

/** Second reading of a server: its page models. Throws when its files changed since the first reading. */
export function presentServer(
  surveyed: SurveyedServer,
  { catalogue, known, usualTokens }: Pick<Survey, 'catalogue' | 'known' | 'usualTokens'>,
  heldBack: PageContext['heldBack'],
  guides: readonly GuideLink[] = [],
  attacks: readonly Attack[] = [],
): PresentedServer {
  const { server } = surveyed.source.read();
  if (server === null || server.definitions.length !== surveyed.rows.length) {
    throw new Error(`${surveyed.source.file} changed while the site was built; build again.`);
  }
  const subjects = subjectsOf(server, surveyed, known);
  const page = serverPage(server, subjects, usualTokens);
  const context = {
    server: serverIndex(subjects),
    catalogue,
    history: server.history,
    usualTokens,
    serverPolicy: page.policy,
    heldBack,
    guides,
    attacks,
  };
  const tools = subjects.map((subject) => {
    const model = toolPage(subject, context);
    return { subject, page: model, record: toolRecord(subject, model) };
  });
  return { page, tools, placeOf: server.placeOf };
}
