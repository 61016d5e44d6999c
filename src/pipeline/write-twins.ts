import { toolBadge } from '../core/present/badges/badge.ts';
import { clientForm } from '../core/present/client-form.ts';
import { serverFormsMarkdown } from '../core/present/forms-markdown.ts';
import { serverMarkdown } from '../core/present/server-markdown.ts';
import { namedFor, serverRecords, toolForms } from '../core/present/server-records.ts';
import { toolMarkdown } from '../core/present/tool-markdown.ts';
import type { TargetId } from '../core/targets/target.ts';
import { TARGETS } from '../core/targets/targets.ts';
import type { PresentedServer } from './present-server.ts';
import type { SiteFiles } from './site-files.ts';

/** The clients that most people paste into, quick to write; the others stand in the file of the whole server. */
const IN_MARKDOWN: readonly TargetId[] = [
  'claude-code',
  'codex',
  'gemini-cli',
  'copilot-cli',
  'cursor',
  'opencode',
];

/**
 * The twins of a server page and of the pages of its tools, their badges, and the records that client forms are
 * rendered from. Returns the records of the tools, one line each.
 */
export function writeTwins(site: SiteFiles, server: PresentedServer): string {
  const { page, tools } = server;
  const records = serverRecords(
    page.id,
    tools.map(({ subject }) => subject),
  );
  const targets = TARGETS.map((target) => ({ target, server: namedFor(target, records) }));
  const some = targets.filter(({ target }) => IN_MARKDOWN.includes(target.id));
  site.write(`${page.folder}/index.json`, `${JSON.stringify(page)}\n`);
  site.write(`${page.folder}/index.md`, serverMarkdown(page));
  site.write(`${page.folder}/policy-records.json`, `${JSON.stringify(records)}\n`);
  const whole = targets.map((one) => clientForm(one.target, one.server, records.records, false));
  site.write(`${page.folder}/policies.md`, serverFormsMarkdown(page, whole));
  let lines = '';
  for (const [index, tool] of tools.entries()) {
    const record = records.records[index];
    const forms = record === undefined ? [] : toolForms(some, record);
    const line = `${JSON.stringify(tool.record)}\n`;
    const { folder, name, risk, category } = tool.page;
    site.write(`${folder}/index.json`, line);
    site.write(`${folder}/index.md`, toolMarkdown(tool.page, forms));
    site.write(`${folder}/badge.svg`, toolBadge(name, risk, category));
    lines += line;
  }
  return lines;
}
