import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, inject, onTestFinished, test } from 'vitest';
import { runBuild } from '../../scripts/run-build.ts';

const site = inject('site');
const folder = inject('siteFolder');

async function metaOf(path: string): Promise<Record<string, string>> {
  const page = await (await fetch(site + path)).text();
  const found = [...page.matchAll(/<meta (?:property|name)="((?:og|twitter):\w+)" content="([^"]*)">/g)];
  return Object.fromEntries(found.map(([, name, content]) => [name, content]));
}

test.each([
  ['/', 'cards/site.png'],
  ['/servers/', 'cards/site.png'],
  ['/servers/github/', 'cards/server/github.png'],
  ['/tools/stripe/create_refund/', 'cards/tool/financial-critical.png'],
])('%s shows %s where somebody links to it', async (path, file) => {
  const meta = await metaOf(path);
  expect(meta).toMatchObject({
    'og:image': `https://example.org/${file}`,
    'og:url': `https://example.org${path}`,
    'og:type': 'website',
    'twitter:card': 'summary_large_image',
  });
  expect(meta['og:title']).toBeTruthy();
  expect(await sharp(join(folder, file)).metadata()).toMatchObject({
    format: 'png',
    width: 1200,
    height: 630,
  });
});

test('a page without a lasting address has no card', async () => {
  expect(await metaOf('/404.html')).toEqual({});
});

test('the icon for devices is there under the name they ask for', async () => {
  expect(await sharp(join(folder, 'apple-touch-icon.png')).metadata()).toMatchObject({
    width: 180,
    height: 180,
  });
});

test('every level is drawn in its own colour, and two builds draw the same bytes', async () => {
  const other = mkdtempSync(join(tmpdir(), 'toolwarden-cards-'));
  onTestFinished(() => rmSync(other, { recursive: true }));
  const out = join(other, 'site');
  await runBuild({ catalog: ['tests/fixtures/hostile-catalog'], out, site: 'https://example.org' }, () => {});
  const levels = ['critical', 'high', 'medium', 'low'].map((level) => `cards/tool/write-${level}.png`);
  const bytes = levels.map((file) => readFileSync(join(folder, file)));
  expect(levels.map((file) => readFileSync(join(out, file)))).toEqual(bytes);
  expect(new Set(bytes.map((one) => one.toString('base64'))).size).toBe(levels.length);
  expect(existsSync(join(out, 'cards/site.png'))).toBe(true);
});
