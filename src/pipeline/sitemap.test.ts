import { expect, test } from 'vitest';
import type { SiteFiles } from './site-files.ts';
import { writeSitemaps } from './sitemap.ts';

function written(count: number): Map<string, string> {
  const files = new Map<string, string>();
  const site = { write: (path: string, text: string) => files.set(path, text) } as unknown as SiteFiles;
  const places = Array.from({ length: count }, (_, index) => ({
    href: `/tools/a&b/${index}/`,
    date: index === 0 ? 'an unknown date' : '2026-11-20',
  }));
  writeSitemaps(site, 'https://example.org', places);
  return files;
}

test('addresses are escaped, and dated where the date is known', () => {
  const map = written(2).get('sitemap-0.xml') ?? '';
  expect(map).toContain('<url><loc>https://example.org/tools/a&amp;b/0/</loc></url>');
  expect(map).toContain(
    '<url><loc>https://example.org/tools/a&amp;b/1/</loc><lastmod>2026-11-20</lastmod></url>',
  );
});

test('no file holds more than the protocol allows, and the index names each', () => {
  const files = written(50_001);
  expect([...files.keys()]).toEqual(['sitemap-0.xml', 'sitemap-1.xml', 'sitemap-index.xml']);
  expect(files.get('sitemap-0.xml')?.match(/<url>/g)).toHaveLength(50_000);
  expect(files.get('sitemap-1.xml')?.match(/<url>/g)).toHaveLength(1);
  expect(files.get('sitemap-index.xml')).toContain('<loc>https://example.org/sitemap-1.xml</loc>');
});
