import type { ServerPage, Shown, ToolPage, ToolRecord, ToolRow } from '../core/present/page-model.ts';
import type { ServerInput } from '../ingest/server-source.ts';
import { standInPage, standInRecord, standInRow, standInServer } from './stand-in.ts';
import type { SurveyedServer } from './survey.ts';

/** A server ready to be shown: everything that the pages, the twins and the indexes need of it. */
export interface PresentedServer {
  page: ServerPage;
  tools: { slug: string; name: string; date: string; row: ToolRow; page: ToolPage; record: ToolRecord }[];
}

export function presentServer(surveyed: SurveyedServer, server: ServerInput, site: string): PresentedServer {
  const tools = server.definitions.map((definition, index) => {
    const row = standInRow(server, surveyed, index);
    const page = standInPage(server, surveyed, index, row);
    const record = standInRecord(page, server, surveyed, index, site);
    return {
      slug: surveyed.slugs[index] ?? '',
      name: definition.name,
      date: server.observed.date,
      row,
      page,
      record,
    };
  });
  return {
    page: standInServer(
      server,
      tools.map((tool) => tool.row),
    ),
    tools,
  };
}

export const toolMarkdown = (page: ToolPage): string => `# ${page.name}\n`;
export const serverMarkdown = (page: ServerPage): string => `# ${page.title}\n`;
export const llmsText = (title: Shown): string => `# ${title}\n`;
