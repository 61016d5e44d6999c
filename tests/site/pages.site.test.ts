import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { overflowOf, visit } from './visit.ts';

const site = inject('site');
const TOOLS = [
  '/tools/stripe/create_refund/',
  '/tools/iterable/track_event/',
  '/tools/codespar-legiti/track_login/',
  '/tools/filesystem/write_file/',
];
const OTHERS = [
  '/',
  '/servers/',
  '/servers/github/',
  '/risk/',
  '/risk/high/',
  '/categories/read/',
  '/flags/',
  '/search/',
  '/search/?q=delete&risk=High',
  '/search/?q=creat_refnd',
  '/categories/write/by-risk/',
  '/vendors/',
  '/vendors/microsoft/',
  '/server-list/by-risk/',
  '/attacks/',
  '/attacks/toxic-combination/',
  '/attacks/payment-to-the-wrong-party/',
  '/enforcement/',
  '/enforcement/claude-code/',
  '/enforcement/agentcore/',
  '/policy/language/',
  '/guides/',
  '/guides/what-the-levels-mean/',
  '/guides/policies-per-client/',
  '/glossary/',
  '/contact/',
  '/changes/',
  '/api/',
  '/404.html',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

describe.each(TOOLS)('%s', (path) => {
  test.each([
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)(
    'at %i pixels, %s: fits, is quiet, and axe finds nothing serious',
    async (width, colorScheme) => {
      const { page, trouble, close } = await visit(browser, site + path, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await seriousFindings(page)).toEqual([]);
      expect(trouble).toEqual([]);
      await close();
    },
  );

  test('says the verdict above the fold on a phone', async () => {
    const { page, close } = await visit(browser, site + path, { viewport: { width: 390, height: 844 } });
    const box = await page.locator('.plate .big').boundingBox();
    expect(box === null ? Number.POSITIVE_INFINITY : box.y + box.height).toBeLessThan(844);
    await close();
  });
});

test.each(OTHERS)('%s fits every width, is quiet, and axe finds nothing serious', async (path) => {
  for (const [width, colorScheme] of [
    [390, 'dark'],
    [768, 'light'],
    [1440, 'light'],
  ] as const) {
    const { page, trouble, close } = await visit(browser, site + path, {
      viewport: { width, height: 900 },
      colorScheme,
    });
    expect(await overflowOf(page), `${width}`).toBeLessThanOrEqual(0);
    // Between a phone and a desk only the layout can differ.
    if (width !== 768) expect(await seriousFindings(page), `${width}`).toEqual([]);
    expect(trouble).toEqual([]);
    await close();
  }
});

test('the first thing the keyboard reaches is a link to the content', async () => {
  const { page, close } = await visit(browser, `${site}${TOOLS[0]}`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await close();
});

test('a level keeps its word and its shape where colours are forced and on paper', async () => {
  const { page, close } = await visit(browser, `${site}${TOOLS[0]}`, { forcedColors: 'active' });
  const shape = () =>
    page.locator('.plate .big').evaluate((level) => {
      const { clipPath, width, printColorAdjust } = getComputedStyle(level, '::before');
      return {
        word: level.textContent,
        shaped: clipPath !== 'none' && Number.parseFloat(width) > 0,
        printColorAdjust,
      };
    });
  expect(await shape()).toMatchObject({ word: 'Critical', shaped: true });
  await page.emulateMedia({ media: 'print', forcedColors: 'none' });
  expect(await shape()).toEqual({ word: 'Critical', shaped: true, printColorAdjust: 'exact' });
  await close();
});
