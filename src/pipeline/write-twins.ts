import { serverMarkdown } from '../core/present/server-markdown.ts';
import { toolMarkdown } from '../core/present/tool-markdown.ts';
import type { PresentedServer } from './present-server.ts';
import type { SiteFiles } from './site-files.ts';

/** The JSON and Markdown twins of a server page and of the pages of its tools. */
export function writeTwins(site: SiteFiles, server: PresentedServer): void {
  const { page, tools } = server;
  site.write(`${page.folder}/index.json`, `${JSON.stringify(page)}\n`);
  site.write(`${page.folder}/index.md`, serverMarkdown(page));
  for (const tool of tools) {
    site.write(`${tool.page.folder}/index.json`, `${JSON.stringify(tool.record)}\n`);
    site.write(`${tool.page.folder}/index.md`, toolMarkdown(tool.page, page.policy));
  }
}
