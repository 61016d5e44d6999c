import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { visit } from './visit.ts';

const site = inject('site');
const hostileSite = inject('hostileSite');
const LEVELS = ['Critical', 'High', 'Medium', 'Low', 'Unrated'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Opens a page of a browser that runs no script. */
const open = (path: string, origin = site) => visit(browser, origin + path, { javaScriptEnabled: false });
const texts = (page: Page, selector: string) => page.locator(selector).allTextContents();

/** The rows of all pages of a list, one page after the other, as a reader would turn them. */
async function rowsOf(page: Page): Promise<{ name: string; level: string; href: string }[]> {
  const read = async () =>
    page.locator('.tools tbody tr').evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.querySelector('.name')?.textContent ?? '',
        level: row.querySelector('.risk')?.textContent ?? '',
        href: row.querySelector('.name')?.getAttribute('href') ?? '',
      })),
    );
  const rows = await read();
  while ((await page.locator('a[rel=next]').count()) > 0) {
    await page.locator('a[rel=next]').click();
    rows.push(...(await read()));
  }
  return rows;
}

describe('a list without JavaScript', () => {
  test('has the same tools in every order, sorted as it says', async () => {
    const { page, close } = await open('/categories/write/');
    const byServer = await rowsOf(page);
    await page.goto(`${site}/categories/write/`);
    await page.locator('.orders a', { hasText: 'name' }).click();
    const byName = await rowsOf(page);
    await page.locator('.orders a', { hasText: 'risk' }).click();
    const byRisk = await rowsOf(page);
    const hrefs = (rows: { href: string }[]) => rows.map(({ href }) => href).sort();
    expect(byServer.length).toBeGreaterThan(100);
    expect(hrefs(byName)).toEqual(hrefs(byServer));
    expect(hrefs(byRisk)).toEqual(hrefs(byServer));
    const names = byName.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted());
    const heights = byRisk.map(({ level }) => LEVELS.indexOf(level));
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    await close();
  });

  test('says its number of tools, its order and its own address', async () => {
    const { page, close } = await open('/risk/high/by-name/2/');
    expect(await page.locator('.tally').textContent()).toMatch(/^\d+ tools, by name, page 2 of \d+\.$/);
    expect(await page.title()).toMatch(/^High risk: MCP tools, by name, page 2 of \d+$/);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
      'https://example.org/risk/high/by-name/2/',
    );
    expect(await page.locator('a[rel=prev]').getAttribute('href')).toBe('/risk/high/by-name/');
    expect(await texts(page, '.orders [aria-current]')).toEqual(['name']);
    await close();
  });

  test('that holds no tool says what that means and where there are some', async () => {
    const { page, close } = await open('/categories/execute/', hostileSite);
    const shown = await page.locator('main').textContent();
    expect(shown).toContain('None so far');
    expect(await page.locator('main a[href="/search/"]').count()).toBe(1);
    await close();
  });
});

describe('servers and vendors without JavaScript', () => {
  test.each(['servers', 'vendors'])('%s are sorted by number of tools', async (kind) => {
    const { page, close } = await open(`/${kind}/`);
    const all = await texts(page, '.servers tbody th a:first-child');
    await page.locator('.orders a', { hasText: 'number of tools' }).click();
    const counts = (await texts(page, '.servers tbody td:nth-child(3)')).map(Number);
    expect(counts.length).toBeGreaterThan(10);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect((await texts(page, '.servers tbody th a:first-child')).sort()).toEqual(all.sort());
    await close();
  });

  test('a vendor has the tools of all its servers', async () => {
    const { page, close } = await open('/vendors/');
    const row = page.locator('tr', { has: page.locator('a', { hasText: 'CodeSpar' }) }).first();
    const promised = Number(await row.locator('td.num').first().textContent());
    await row.locator('th a').click();
    expect(await page.locator('h1').textContent()).toBe('Tools of CodeSpar');
    expect((await rowsOf(page)).length).toBe(promised);
    expect(await texts(page, 'h2 a')).toEqual(['ClearSale (CodeSpar)', 'Legiti (CodeSpar)']);
    await close();
  });
});
