import { escapeXml } from '../xml.ts';
import { type ChangeItem, levelsOf } from './changes.ts';

/** Entries of one feed; older ones stand in `modified.csv` and on the pages of the servers. */
const MOST_ENTRIES = 100;
/** Names told of each group of an entry. */
const MOST_NAMES = 30;
/** A feed that says nothing must name a date all the same. */
const NEVER = '1970-01-01';

/** A list of changes as something to subscribe to. */
export interface Feed {
  /** Part of its permanent id: "all", "server/stripe", "risk/high". */
  id: string;
  title: string;
  about: string;
  /** Page of the same content, root-relative. */
  page: string;
  /** Folder of the feed, root-relative, with a slash at its end. */
  folder: string;
  /** Newest first. */
  items: readonly ChangeItem[];
}

/** Permanent name of something of ours (RFC 4151): the host, the year in which it was ours, and what it is. */
function tag(site: string, what: string): string {
  return `tag:${/^https?:\/\/([^/:]+)/.exec(site)?.[1] ?? 'localhost'},2026:${what}`;
}

function entryTag(site: string, feed: Feed, item: ChangeItem): string {
  return tag(site, `changes/${feed.id.startsWith('risk/') ? `${feed.id}/` : ''}${item.id}`);
}

/** What happened, as plain text of a few lines. */
function told({ groups }: ChangeItem): string {
  return groups
    .map(({ label, tools }) => {
      const names = tools.slice(0, MOST_NAMES).map(({ name }) => name);
      const more = tools.length - names.length;
      const levels = levelsOf(tools);
      return `${label}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.${levels === '' ? '' : ` Rated ${levels}.`}`;
    })
    .join('\n');
}

/** The feed as Atom (RFC 4287). `site` is the origin, without a slash at its end. Dates are those of the observations. */
export function atomFeed(site: string, feed: Feed): string {
  const items = feed.items.slice(0, MOST_ENTRIES);
  const entries = items.map((item) =>
    [
      '<entry>',
      `<id>${escapeXml(entryTag(site, feed, item))}</id>`,
      `<title>${escapeXml(item.title)}</title>`,
      `<updated>${instant(item.date)}</updated>`,
      `<link rel="alternate" type="text/html" href="${escapeXml(site + item.href)}"/>`,
      `<content type="text">${escapeXml(told(item))}</content>`,
      '</entry>',
    ].join(''),
  );
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${escapeXml(tag(site, `feeds/${feed.id}`))}</id>`,
    `<title>${escapeXml(feed.title)}</title>`,
    `<subtitle>${escapeXml(feed.about)}</subtitle>`,
    `<updated>${instant(items[0]?.date ?? NEVER)}</updated>`,
    '<author><name>Toolwarden</name></author>',
    `<link rel="self" type="application/atom+xml" href="${escapeXml(`${site}${feed.folder}feed.atom`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(site + feed.page)}"/>`,
    ...entries,
    '</feed>',
  ].join('\n')}\n`;
}

/** The same as JSON Feed 1.1. */
export function jsonFeed(site: string, feed: Feed): string {
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.about,
    home_page_url: site + feed.page,
    feed_url: `${site}${feed.folder}feed.json`,
    language: 'en',
    authors: [{ name: 'Toolwarden' }],
    items: feed.items.slice(0, MOST_ENTRIES).map((item) => ({
      id: entryTag(site, feed, item),
      url: site + item.href,
      title: item.title,
      content_text: told(item),
      date_published: instant(item.date),
    })),
  };
  return `${JSON.stringify(value)}\n`;
}

function instant(date: string): string {
  return `${date}T00:00:00Z`;
}
