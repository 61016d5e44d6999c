import { type ParsedPage, parsePage } from './parsed-page.ts';

/** Root-relative addresses of all pages the sitemaps of a site name. */
export async function pagesOf(site: string): Promise<string[]> {
  const index = await read(`${site}/sitemap-index.xml`);
  const maps = await Promise.all(locations(index).map((address) => read(site + pathOf(address))));
  return maps.flatMap(locations).map(pathOf);
}

/** Fetches and parses pages. */
export async function parsedPages(site: string, paths: readonly string[]): Promise<Map<string, ParsedPage>> {
  const texts = await textsOf(site, paths);
  return new Map(paths.map((path, index) => [path, parsePage(texts[index] ?? '')]));
}

/** Fetches files, some at a time, in the order of their paths. */
export async function textsOf(site: string, paths: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for (let at = 0; at < paths.length; at += 32) {
    texts.push(...(await Promise.all(paths.slice(at, at + 32).map((path) => read(site + path)))));
  }
  return texts;
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
