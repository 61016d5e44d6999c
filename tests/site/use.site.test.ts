import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { soon, visit } from './visit.ts';

const site = inject('site');
const refund = `${site}/tools/stripe/create_refund/`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe('copying', () => {
  test('each button puts exactly the text of its block on the clipboard and says so', async () => {
    const { page, trouble, close } = await visit(browser, refund, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const blocks = page.locator('.copyable');
    expect(await blocks.count()).toBeGreaterThanOrEqual(3);
    for (const block of await blocks.all()) {
      await block.getByRole('button', { name: /^Copy/ }).click();
      await soon(() => page.locator('#said').textContent()).toMatch(/^Copied /);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await block.locator('pre').textContent());
    }
    expect(trouble).toEqual([]);
    await close();
  });

  test('the policy and the definition that are copied are JSON', async () => {
    const { page, close } = await visit(browser, refund);
    for (const text of await page.locator('.policy pre, pre.json').allTextContents()) {
      expect(JSON.parse(text)).toBeTypeOf('object');
    }
    await close();
  });
});

describe('the theme', () => {
  test('outlives the page, and is there before anything is painted', async () => {
    const { page, close } = await visit(browser, refund, { colorScheme: 'light' });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.goto(`${site}/servers/`, { waitUntil: 'commit' });
    await page.locator('head link[rel="icon"]').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await page.waitForLoadState();
    expect(await paper()).toBe(dark);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await paper()).toBe(light);
    await close();
  });
});

describe('without JavaScript', () => {
  test('the tool page holds everything, and shows no control that would do nothing', async () => {
    const { page, trouble, close } = await visit(browser, refund, { javaScriptEnabled: false });
    expect(await page.locator('h2').allTextContents()).toEqual([
      'What it does on this server',
      'Definition',
      'Why this risk',
      'How to control it',
      'Attack patterns',
      'Related tools',
      'Questions',
      'Go deeper',
    ]);
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('.policy pre').first().isVisible()).toBe(true);
    expect(trouble).toEqual([]);
    await close();
  });

  test('the search page says where else every tool is listed', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=refund`, { javaScriptEnabled: false });
    expect(await page.locator('noscript').textContent()).toContain('Searching needs JavaScript');
    await close();
  });
});

describe('evidence', () => {
  test('each mark links to a reason of the page, and each reason quotes words that are marked', async () => {
    const { page, close } = await visit(browser, refund);
    const targets = await page
      .locator('mark a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(targets.length).toBeGreaterThan(0);
    const reasons = await page.locator('.key li').evaluateAll((items) => items.map((item) => `#${item.id}`));
    expect(new Set(targets)).toEqual(new Set(reasons));
    await close();
  });
});
