import { escapeXml } from '../core/present/xml.ts';
import type { SiteFiles } from './site-files.ts';

export interface Place {
  href: string;
  /** `YYYY-MM-DD`, or anything else when the date is not known. */
  date: string | null;
}

/** The protocol allows this many addresses in one file. Source: sitemaps.org, protocol 0.9. */
const MOST = 50_000;

/** `sitemap-index.xml` and the sitemaps it names; dates come from the observations. */
export function writeSitemaps(files: SiteFiles, site: string, places: readonly Place[]): void {
  const names: string[] = [];
  for (let start = 0; start < places.length; start += MOST) {
    const name = `sitemap-${names.length}.xml`;
    const urls = places.slice(start, start + MOST).map((place) => urlOf(site, place));
    files.write(name, `${HEAD}<urlset xmlns="${NAMESPACE}">\n${urls.join('\n')}\n</urlset>\n`);
    names.push(name);
  }
  const maps = names.map((name) => `<sitemap><loc>${escapeXml(`${site}/${name}`)}</loc></sitemap>`);
  files.write(
    'sitemap-index.xml',
    `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${maps.join('\n')}\n</sitemapindex>\n`,
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function urlOf(site: string, { href, date }: Place): string {
  const changed = date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? `<lastmod>${date}</lastmod>` : '';
  return `<url><loc>${escapeXml(site + href)}</loc>${changed}</url>`;
}
