import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from '../site/chromium.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

interface Parsed {
  root: string;
  trouble: string | null;
  texts: string[];
  /** Elements and attributes that could do more than be looked at. */
  odd: string[];
}

/** What a browser's XML parser, which forgives nothing, makes of a document. */
function parsed(xml: string): Promise<Parsed> {
  return page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    const odd = [...document.querySelectorAll('*')].flatMap(({ localName, attributes }) => [
      ...(['script', 'foreignObject', 'image', 'a', 'style'].includes(localName) ? [localName] : []),
      ...[...attributes].map(({ name }) => name).filter((name) => name.startsWith('on') || name === 'style'),
    ]);
    return {
      root: document.documentElement.localName,
      trouble: document.querySelector('parsererror')?.textContent ?? null,
      texts: [...document.querySelectorAll('id, title, text')].map((node) => node.textContent ?? ''),
      odd,
    };
  }, xml);
}

test.each([
  ['siteFolder', 'changes/feed.atom', 'feed'],
  ['siteFolder', 'servers/stripe/feed.atom', 'feed'],
  ['siteFolder', 'risk/critical/feed.atom', 'feed'],
  ['siteFolder', 'opensearch.xml', 'OpenSearchDescription'],
  ['siteFolder', 'servers/stripe/badge.svg', 'svg'],
  ['siteFolder', 'servers/stripe/card.svg', 'svg'],
  ['siteFolder', 'tools/stripe/create_refund/badge.svg', 'svg'],
  ['hostileFolder', 'changes/feed.atom', 'feed'],
  ['hostileFolder', 'servers/hostile/feed.atom', 'feed'],
  ['hostileFolder', 'servers/hostile/card.svg', 'svg'],
  ['hostileFolder', 'servers/awkward-names/feed.atom', 'feed'],
] as const)('%s/%s is whole XML', async (folder, path, root) => {
  const document = await parsed(readFileSync(join(inject(folder), path), 'utf8'));
  expect(document).toMatchObject({ root, trouble: null, odd: [] });
});

test('no name of a stranger breaks the badge of its tool', async () => {
  const folder = inject('hostileFolder');
  const { tools } = JSON.parse(readFileSync(join(folder, 'api/v1/index.json'), 'utf8')) as {
    tools: { url: string }[];
  };
  for (const { url } of tools) {
    const badge = await parsed(readFileSync(join(folder, url, '../badge.svg'), 'utf8'));
    expect(badge).toMatchObject({ root: 'svg', trouble: null, odd: [] });
    expect(badge.texts.join('')).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/u);
  }
});

test('ids of feeds and entries are tags of the origin, and each is there once', async () => {
  const { texts } = await parsed(readFileSync(join(inject('siteFolder'), 'changes/feed.atom'), 'utf8'));
  const ids = texts.filter((text) => text.startsWith('tag:'));
  expect(ids[0]).toBe('tag:example.org,2026:feeds/all');
  expect(ids).toContain('tag:example.org,2026:changes/stripe/1');
  expect(new Set(ids).size).toBe(ids.length);
});
