import { atLevel, type ChangeItem, changeItems, newestFirst } from '../../core/present/changes/changes.ts';
import { changesMarkdown, changesPage } from '../../core/present/changes/changes-page.ts';
import { atomFeed, type Feed, jsonFeed } from '../../core/present/changes/feed.ts';
import { riskHref, serverHref } from '../../core/present/hrefs.ts';
import { shown } from '../../core/present/shown.ts';
import { RISKS, type Risk, riskWord } from '../../core/taxonomy.ts';
import type { SiteFiles } from '../site-files.ts';
import type { SurveyedServer } from '../survey.ts';

/** /changes/ with its twins, and the feeds: of everything, of each server, of each level. Returns its address. */
export function writeChanges(
  models: SiteFiles,
  site: SiteFiles,
  origin: string,
  servers: readonly SurveyedServer[],
): string {
  const write = (feed: Feed): void => {
    site.write(`${feed.folder.slice(1)}feed.atom`, atomFeed(origin, feed));
    site.write(`${feed.folder.slice(1)}feed.json`, jsonFeed(origin, feed));
  };
  const all: ChangeItem[] = [];
  for (const { entry, names, rows, past } of servers) {
    const items = changeItems({ id: entry.id, title: entry.title, names, rows, changes: past.changes });
    write(serverFeed(entry.id, entry.title, items));
    all.push(...items);
  }
  const items = newestFirst(all);
  write({
    id: 'all',
    title: 'Toolwarden: changes',
    about: 'Tools of MCP servers that appeared, changed or left.',
    page: '/changes/',
    folder: '/changes/',
    items,
  });
  for (const risk of [...RISKS, null]) write(levelFeed(risk, items));
  const page = changesPage(items);
  models.writeJson('changes.json', page);
  site.write('changes/index.json', `${JSON.stringify(page)}\n`);
  site.write('changes/index.md', changesMarkdown(page));
  return page.href;
}

function serverFeed(id: string, title: string, items: readonly ChangeItem[]): Feed {
  const page = serverHref(id);
  return {
    id: `server/${id}`,
    title: shown(`Toolwarden: changes of ${title}`),
    about: shown(`Tools of ${title} that appeared, changed or left.`),
    page,
    folder: page,
    items,
  };
}

function levelFeed(risk: Risk | null, items: readonly ChangeItem[]): Feed {
  const word = riskWord(risk);
  const page = risk === null ? '/risk/unrated/' : riskHref(risk);
  return {
    id: `risk/${word.toLowerCase()}`,
    title: `Toolwarden: changes, ${word}`,
    about: `Tools rated ${word} now that appeared or changed.`,
    page,
    folder: page,
    items: atLevel(items, risk),
  };
}
