import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { pagesOf, parsedPages } from './built-pages.ts';
import { launchChromium } from './chromium.ts';
import { attributeOf, named, type ParsedPage } from './parsed-page.ts';
import { overflowOf, visit } from './visit.ts';

/** A site built from definitions that attack whoever shows them. */
const site = inject('hostileSite');
let browser: Browser;
let paths: string[];
beforeAll(async () => {
  browser = await launchChromium();
  paths = await pagesOf(site);
});
afterAll(() => browser?.close());

/** Elements that no page of ours has: any of them would have come out of a definition. */
const FOREIGN = ['iframe', 'object', 'embed', 'base', 'style', 'video', 'audio', 'math'];

/** The badge and the card of a server, and no other picture. */
const PICTURE = /^\/servers\/[a-z0-9-]+\/(?:badge|card)\.svg$/;

/** The mail links that contest a verdict and that write to us: to nobody, and with nothing that is not percent-encoded. */
const MAIL =
  /^mailto:\?subject=(?:Verdict%20contested[A-Za-z0-9._~%-]+&body=[A-Za-z0-9._~%-]+|About%20your%20Toolwarden%20catalogue)$/;

function foreign(page: ParsedPage): string[] {
  const scripts = named(page, 'script').filter((script, index) => !isOurs(script, index));
  const links = named(page, 'a', 'link', 'form')
    .map((link) => attributeOf(link, 'href') ?? attributeOf(link, 'action') ?? '')
    .filter((target) => !MAIL.test(target))
    .filter((target) => !['http:', 'https:'].includes(new URL(target, site).protocol));
  const pictures = named(page, 'img').map((picture) => attributeOf(picture, 'src') ?? '');
  const handlers = page.elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith('on')));
  return [
    ...named(page, ...FOREIGN).map(({ tagName }) => `element ${tagName}`),
    ...pictures.filter((source) => !PICTURE.test(source)).map((source) => `picture ${source.slice(0, 80)}`),
    ...scripts.map((script) => `script ${attributeOf(script, 'src') ?? 'inline'}`),
    ...links.map((target) => `link ${target.slice(0, 80)}`),
    ...handlers.map(({ name }) => `attribute ${name}`),
  ];
}

/** The theme script comes first and is inline; the others are data or files of the build. */
function isOurs(script: ReturnType<typeof named>[number], index: number): boolean {
  const source = attributeOf(script, 'src');
  if (source !== undefined) return source.startsWith('/_astro/');
  return index === 0 || attributeOf(script, 'type') === 'application/ld+json';
}

test('no page holds an element, a link or an attribute that came from a definition', async () => {
  const pages = await parsedPages(site, paths);
  expect(pages.size).toBeGreaterThan(3);
  expect([...pages].flatMap(([path, page]) => foreign(page).map((what) => `${path}: ${what}`))).toEqual([]);
});

test('structured data stays data', async () => {
  for (const [path, page] of await parsedPages(site, paths)) {
    for (const script of named(page, 'script')) {
      if (attributeOf(script, 'type') !== 'application/ld+json') continue;
      const text = script.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
      expect(() => JSON.parse(text), path).not.toThrow();
      expect(text, path).not.toMatch(/[<>]/);
    }
  }
});

/** Controls, bidi marks, zero-width and tag characters. */
function hides(character: string): boolean {
  return /[\p{Cf}\p{Cc}]/u.test(character) && !'\n\t\u200D'.includes(character);
}

test('no page shows a character that hides or reorders text', async () => {
  for (const path of paths) {
    const html = await (await fetch(site + path)).text();
    expect([...html].filter(hides), path).toEqual([]);
  }
});

test('no page runs anything, asks anyone, or grows wider than a phone', async () => {
  for (const path of paths.slice(0, 40)) {
    const { page, trouble, close } = await visit(browser, site + path, {
      viewport: { width: 390, height: 844 },
    });
    expect(trouble, path).toEqual([]);
    expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
    await close();
  }
});
