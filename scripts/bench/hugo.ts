import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowseList, type BrowsePage, browseHref, SEGMENT_OF } from '../../src/core/present/browse.ts';
import type { EnforcementPage } from '../../src/core/present/enforcement/enforcement-page.ts';
import type { JsonValue } from '../../src/core/tool/json.ts';
import { contentSecurityPolicy } from '../../src/site/content-security-policy.ts';
import type { ServerShard, SiteModel } from '../../src/site/models.ts';
import { linksHtml } from '../../src/site/target-links.ts';
import { THEME_SCRIPT, THEME_SCRIPT_HASH } from '../../src/site/theme.ts';

const TEMPLATES = fileURLToPath(new URL('hugo/', import.meta.url));

/**
 * Writes a Hugo project that renders the same page models to the same pages: a content file a page with the
 * model as JSON front matter, templates that follow the components. `site` lends the names of hashed assets.
 */
export function writeHugoProject(models: string, project: string, site: string): void {
  const model = readJson<SiteModel>(join(models, 'site.json'));
  const { kinds, rows } = readJson<EnforcementPage>(join(models, 'enforcement.json'));
  const targets = linksHtml(kinds, rows);
  writeJson(join(project, 'config.json'), configOf(model, targets, join(site, '_astro')));
  const layouts = join(project, 'layouts/_default');
  mkdirSync(layouts, { recursive: true });
  for (const name of readdirSync(TEMPLATES))
    copyFileSync(join(TEMPLATES, name), join(layouts, name.replace('.gotmpl', '.html')));
  for (const { id } of model.servers)
    writeServer(project, readJson<ServerShard>(join(models, `servers/${id}.json`)));
  writeLists(models, project);
}

function configOf(model: SiteModel, targets: string, assets: string): object {
  const names = readdirSync(assets);
  const asset = (start: string, end: string): string =>
    `/_astro/${names.find((name) => name.startsWith(start) && name.endsWith(end)) ?? ''}`;
  return {
    baseURL: `${model.site}/`,
    disableKinds: ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404'],
    timeout: '600s',
    params: {
      origin: model.site,
      tools: model.counts.tools,
      servers: model.counts.servers,
      levels: { low: 1, medium: 2, high: 3, critical: 4 },
      policy: contentSecurityPolicy([THEME_SCRIPT_HASH]),
      theme: THEME_SCRIPT,
      targets,
      font: asset('source-serif', '.woff2'),
      styles: [asset('Page.', '.css')],
      scripts: [asset('Page.', '.js')],
    },
  };
}

function writeServer(project: string, { server, tools }: ServerShard): void {
  const groups = grouped(server.tools, (row) => row.category);
  const page = { url: server.href, title: server.headTitle, about: server.headDescription, twins: true };
  writeContent(project, `s/${server.id}`, { ...page, layout: 'server', m: server, groups });
  for (const [index, tool] of tools.entries()) {
    const head = { url: tool.href, title: tool.headTitle, about: tool.headDescription, twins: true };
    writeContent(project, `t/${server.id}/${index}`, { ...head, layout: 'tool', m: tool });
  }
}

function writeLists(models: string, project: string): void {
  const lists = readJson<BrowseList[]>(join(models, 'browse/index.json'));
  const all = lists.flatMap(({ kind, id, orders }) => orders.map((one) => ({ kind, id, ...one })));
  for (const { kind, id, order, pages } of all) {
    for (let page = 1; page <= pages; page++) {
      const list = readJson<BrowsePage>(join(models, `browse/${kind}/${id}/${order}-${page}.json`));
      const groups = grouped(list.rows, (row) => (order === 'server' ? row.server : ''));
      const head = {
        url: browseHref(kind, id, order, page),
        title: list.label,
        about: list.intro,
        segment: SEGMENT_OF[kind],
      };
      writeContent(project, `l/${kind}/${id}/${order}-${page}`, {
        ...head,
        layout: 'list',
        m: { ...list, pages },
        groups,
      });
    }
  }
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): { id: string; label: string; rows: T[] }[] {
  return [...Map.groupBy(rows, key)].map(([label, group]) => ({
    id: label.toLowerCase(),
    label,
    rows: group,
  }));
}

function writeContent(project: string, path: string, page: object): void {
  const text = JSON.stringify(lowerKeys(page as JsonValue));
  // Hugo takes JSON for front matter when its braces stand on lines of their own.
  writeText(join(project, 'content', `${path}.md`), `{\n${text.slice(1, -1)}\n}\n`);
}

/** Hugo lowers the keys of front matter on some levels; lowered on all, its templates can rely on it. */
function lowerKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key.toLowerCase(), lowerKeys(child)]),
  );
}

/** Pages of a built site that the project renders too, and their bytes. */
export function pagesOf(site: string): { pages: number; bytes: number } {
  let [pages, bytes] = [0, 0];
  for (const folder of ['tools', 'servers', 'risk', 'categories', 'flags', 'vendors']) {
    for (const path of readdirSync(join(site, folder), { recursive: true, encoding: 'utf8' })) {
      if (path === 'index.html' || !path.endsWith('index.html')) continue;
      pages += 1;
      bytes += statSync(join(site, folder, path)).size;
    }
  }
  return { pages, bytes };
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

function writeJson(file: string, value: unknown): void {
  writeText(file, JSON.stringify(value));
}

function writeText(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
