import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { soon, visit } from './visit.ts';

const site = inject('site');
const refund = `${site}/tools/stripe/create_refund/`;
const SEEN = ['create_refund', 'track_event', 'track_login', 'write_file'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const texts = (page: Page, selector: string) => page.locator(selector).allTextContents();

describe('the box in the header', () => {
  test('fetches nothing before it is used', async () => {
    const { requests, close } = await visit(browser, refund);
    expect(requests.filter((path) => path.startsWith('/pagefind/') || path.startsWith('/search/'))).toEqual(
      [],
    );
    await close();
  });

  test.each(SEEN)('lists the tool called exactly %s first', async (name) => {
    const { page, trouble, close } = await visit(browser, refund);
    await page.keyboard.press('/');
    await page.keyboard.type(name);
    await soon(() => page.locator('[role=option] .name').first().textContent()).toBe(name);
    expect(trouble).toEqual([]);
    await close();
  });

  test('finds a name in any letter case', async () => {
    const { page, close } = await visit(browser, refund);
    await page.locator('#q').fill('CREATE_REFUND');
    await soon(() => page.locator('[role=option] .name').first().textContent()).toBe('create_refund');
    await close();
  });

  test('is a combobox: arrows choose, Enter opens, Escape closes', async () => {
    const { page, close } = await visit(browser, `${site}/`);
    await page.keyboard.press('/');
    await page.keyboard.type('refund');
    await page.locator('[role=option]').first().waitFor();
    const box = page.locator('#q');
    expect(await box.getAttribute('role')).toBe('combobox');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('[role=option][aria-selected=true]');
    expect(await chosen.getAttribute('id')).toBe(await box.getAttribute('aria-activedescendant'));
    const href = await chosen.getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site}${href}`);
    await close();
  });

  test('says who provides a hit and how it is rated', async () => {
    const { page, close } = await visit(browser, refund);
    await page.locator('#q').fill('create_refund');
    await soon(() => texts(page, '[role=option] .risk').then((levels) => levels[0])).toBe('Critical');
    expect((await texts(page, '[role=option] .of'))[0]).toBe('Financial, Stripe');
    await close();
  });
});

describe('the search page', () => {
  test.each(SEEN)('shows the tool called exactly %s first', async (name) => {
    const { page, trouble, close } = await visit(browser, `${site}/search/?q=${name}`);
    await soon(() => page.locator('#results .name').first().textContent()).toBe(name);
    expect(trouble).toEqual([]);
    await close();
  });

  test('narrows by facets whose counts hold, and keeps them in the address', async () => {
    const { page, trouble, close } = await visit(browser, `${site}/search/?q=delete`);
    const high = page.locator('label', { has: page.locator('input[name=risk][value=High]') });
    await high.waitFor();
    const promised = Number(await high.locator('b').textContent());
    expect(promised).toBeGreaterThan(0);
    await high.locator('input').check();
    await soon(() => page.locator('#search-status').textContent()).toBe(`${promised} tools`);
    expect(new Set(await texts(page, '#results .risk'))).toEqual(new Set(['High']));
    expect(new URL(page.url()).search).toBe('?q=delete&risk=High');
    await page.reload();
    await soon(() => page.locator('#search-status').textContent()).toBe(`${promised} tools`);
    expect(trouble).toEqual([]);
    await close();
  });

  test('lists what filters allow when nothing is typed', async () => {
    const { page, close } = await visit(browser, `${site}/search/?flag=money`);
    await soon(() => page.locator('#results li').count()).toBeGreaterThan(0);
    await close();
  });

  test('says that nothing was found', async () => {
    const { page, trouble, close } = await visit(browser, `${site}/search/?q=zzqqxxyy`);
    await soon(() => page.locator('#search-status').textContent()).toBe('No tool found.');
    expect(trouble).toEqual([]);
    await close();
  });
});
