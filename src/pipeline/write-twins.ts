import { serverMarkdown } from '../core/present/server-markdown.ts';
import { namedFor, serverRecords, toolForms } from '../core/present/server-records.ts';
import { toolMarkdown } from '../core/present/tool-markdown.ts';
import type { TargetId } from '../core/targets/target.ts';
import { TARGETS } from '../core/targets/targets.ts';
import type { PresentedServer } from './present-server.ts';
import type { SiteFiles } from './site-files.ts';

/** The clients that most people paste into, quick to write; the rest is rendered where it is asked for. */
const IN_MARKDOWN: readonly TargetId[] = [
  'claude-code',
  'codex',
  'gemini-cli',
  'copilot-cli',
  'cursor',
  'opencode',
];

/** The twins of a server page and of the pages of its tools, and the records that client forms are rendered from. */
export function writeTwins(site: SiteFiles, server: PresentedServer): void {
  const { page, tools } = server;
  const records = serverRecords(
    page.id,
    tools.map(({ subject }) => subject),
  );
  const targets = TARGETS.filter(({ id }) => IN_MARKDOWN.includes(id)).map((target) => ({
    target,
    server: namedFor(target, records),
  }));
  site.write(`${page.folder}/index.json`, `${JSON.stringify(page)}\n`);
  site.write(`${page.folder}/index.md`, serverMarkdown(page));
  site.write(`${page.folder}/policy-records.json`, `${JSON.stringify(records)}\n`);
  for (const [index, tool] of tools.entries()) {
    const record = records.records[index];
    const forms = record === undefined ? [] : toolForms(targets, record);
    site.write(`${tool.page.folder}/index.json`, `${JSON.stringify(tool.record)}\n`);
    site.write(`${tool.page.folder}/index.md`, toolMarkdown(tool.page, page.policy, forms));
  }
}
