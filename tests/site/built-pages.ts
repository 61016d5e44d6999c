import { type ParsedPage, parsePage } from './parsed-page.ts';

/** Root-relative addresses of all pages the sitemaps of a site name. */
export async function pagesOf(site: string): Promise<string[]> {
  const index = await read(`${site}/sitemap-index.xml`);
  const maps = await Promise.all(locations(index).map((address) => read(site + pathOf(address))));
  return maps.flatMap(locations).map(pathOf);
}

/** Fetches and parses pages, some at a time. */
export async function parsedPages(site: string, paths: readonly string[]): Promise<Map<string, ParsedPage>> {
  const pages = new Map<string, ParsedPage>();
  for (let at = 0; at < paths.length; at += 32) {
    const some = paths.slice(at, at + 32);
    const texts = await Promise.all(some.map((path) => read(site + path)));
    for (const [index, path] of some.entries()) pages.set(path, parsePage(texts[index] ?? ''));
  }
  return pages;
}

async function read(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`);
  return answer.text();
}

function locations(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
}

function pathOf(address: string): string {
  const { pathname } = new URL(address);
  return pathname;
}
