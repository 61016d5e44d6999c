import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { overflowOf, soon, visit } from './visit.ts';

const site = inject('site');
const hostile = inject('hostileSite');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const columns = (page: Page) => page.locator('#comparison thead a').allTextContents();
const status = (page: Page) => page.locator('#compare-status').textContent();
const row = async (page: Page, label: string) =>
  (
    await page
      .locator('#comparison tr')
      .filter({ has: page.locator('th[scope="row"]', { hasText: new RegExp(`^${label}$`) }) })
      .locator('td')
      .allTextContents()
  ).map((text) => text.trim());

async function add(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Add a server of the catalogue').fill(typed);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

test('servers that the address names stand side by side, with the figures of their pages', async () => {
  const { page, requests, trouble, close } = await visit(
    browser,
    `${site}/compare/#servers=stripe,filesystem,slack`,
  );
  await soon(() => columns(page)).toEqual(['Stripe', 'Filesystem', 'Slack (reference server)']);
  for (const [at, id] of ['stripe', 'filesystem', 'slack'].entries()) {
    const { risks, tools } = await (await fetch(`${site}/servers/${id}/index.json`)).json();
    expect((await row(page, 'Tools'))[at]).toBe(`${tools.length}`);
    for (const { label, tools: count } of risks) expect((await row(page, label))[at]).toBe(`${count}`);
  }
  expect(await row(page, 'Licence')).toHaveLength(3);
  expect(requests.filter((path) => path.endsWith('.json'))).toEqual([
    '/servers/lookup.json',
    '/servers/stripe/summary.json',
    '/servers/filesystem/summary.json',
    '/servers/slack/summary.json',
  ]);
  expect(trouble).toEqual([]);
  await close();
});

test('a table made here is the table made at build', async () => {
  const { page, close } = await visit(browser, `${site}/compare/`);
  const text = () =>
    page
      .locator('#comparison table')
      .evaluate((table) => table.outerHTML.replaceAll(/\s+/g, ' ').replaceAll(/ ?(<[^>]*>) ?/g, '$1'));
  const built = await text();
  await page.locator('#pairs li').first().getByRole('link', { name: 'Compare them' }).click();
  await soon(() => status(page)).toMatch(/^Comparing /);
  expect((await text()).replaceAll(' class=""', '')).toBe(built);
  await close();
});

test('servers are added and removed, up to four, and the way back leads through them', async () => {
  const { page, trouble, close } = await visit(browser, `${site}/compare/`);
  await add(page, 'stripe');
  expect(await status(page)).toBe('Add one more server to compare.');
  await add(page, 'Filesystem');
  await soon(() => columns(page)).toEqual(['Stripe', 'Filesystem']);
  expect(page.url()).toBe(`${site}/compare/#servers=stripe,filesystem`);
  await add(page, 'stripe');
  expect(await status(page)).toContain('is compared already');
  await add(page, 'no such server');
  expect(await status(page)).toContain('no such server');
  await add(page, 'slack');
  await add(page, 'redis');
  await soon(() => columns(page)).toHaveLength(4);
  await add(page, 'memory');
  expect(await status(page)).toContain('remove one first');
  await page.getByRole('button', { name: 'Remove Stripe' }).click();
  await soon(() => columns(page)).toHaveLength(3);
  await page.goBack();
  await soon(() => columns(page)).toHaveLength(4);
  expect(trouble).toEqual([]);
  await close();
});

test('only what is chosen is shown, and what nobody chose is called an example', async () => {
  const { page, trouble, close } = await visit(browser, `${site}/compare/`);
  const example = page.locator('#comparison .example');
  await soon(() => example.textContent()).toContain('An example.');
  const shown = await columns(page);
  await page.goto(`${site}/compare/#servers=stripe`);
  await soon(() => status(page)).toBe('Add one more server to compare.');
  expect(await page.locator('#compared').textContent()).toContain('Stripe');
  expect(await page.locator('#comparison table').count()).toBe(0);
  expect(await page.locator('#side-by-side').isVisible()).toBe(false);
  await add(page, 'slack');
  await soon(() => columns(page)).toEqual(['Stripe', 'Slack (reference server)']);
  expect(await example.count()).toBe(0);
  await page.getByRole('button', { name: 'Remove Stripe' }).click();
  await soon(() => page.locator('#comparison table').count()).toBe(0);
  await page.getByRole('button', { name: 'Remove Slack' }).click();
  await soon(() => example.count()).toBe(1);
  expect(await columns(page)).toEqual(shown);
  expect(await status(page)).toBe('Add two servers to compare.');
  await page.goBack();
  await page.goBack();
  await soon(() => columns(page)).toEqual(['Stripe', 'Slack (reference server)']);
  expect(trouble).toEqual([]);
  await close();
});

test('beside a server that the catalogue does not have the one that it has stands alone', async () => {
  const { page, close } = await visit(browser, `${site}/compare/#servers=stripe,no-such-server`);
  await soon(() => status(page)).toBe(
    'The address names a server that the catalogue does not have. Add one more server to compare.',
  );
  expect(await page.locator('#comparison table').count()).toBe(0);
  await close();
});

test('an address that names more than four, or none that there is, says so and asks for nothing else', async () => {
  const many = await visit(browser, `${site}/compare/#servers=stripe,slack,redis,memory,docker`);
  await soon(() => status(many.page)).toMatch(/^Only 4 servers/);
  expect(await columns(many.page)).toHaveLength(4);
  const none = await visit(browser, `${site}/compare/#servers=..%2Fx,nobody`);
  await soon(() => status(none.page)).toContain('does not have');
  expect(none.requests.filter((path) => path.endsWith('.json'))).toEqual(['/servers/lookup.json']);
  await Promise.all([many.close(), none.close()]);
});

test('without JavaScript two servers stand side by side', async () => {
  const { page, close } = await visit(browser, `${site}/compare/`, { javaScriptEnabled: false });
  expect(await columns(page)).toHaveLength(2);
  expect(await row(page, 'Tools')).toHaveLength(2);
  expect(await page.locator('#compare-form').isVisible()).toBe(false);
  expect(await page.locator('#pairs a').count()).toBeGreaterThan(1);
  await close();
});

test('hostile servers are text and nothing else', async () => {
  const { page, trouble, close } = await visit(
    browser,
    `${hostile}/compare/#servers=hostile,awkward-names,odd-schemas`,
    {
      viewport: { width: 390, height: 844 },
    },
  );
  await soon(() => columns(page)).toHaveLength(3);
  expect(
    await page.locator('.compare :is(img, iframe, style, object, svg, a[href^="javascript"])').count(),
  ).toBe(0);
  const shown = (await page.locator('#comparison').textContent()) ?? '';
  expect([...shown].filter((one) => /[\p{Cf}\p{Cc}]/u.test(one) && !'\n\t\u200D'.includes(one))).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  expect(trouble).toEqual([]);
  await close();
});

test('everything is done by keyboard alone', async () => {
  const { page, trouble, close } = await visit(browser, `${site}/compare/`);
  const reach = async (selector: string) => {
    for (let presses = 0; presses < 80; presses++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${selector}.`);
  };
  for (const server of ['stripe', 'slack']) {
    await reach('#compare-pick');
    await page.keyboard.insertText(server);
    await page.keyboard.press('Enter');
    await soon(() => page.locator('#compared').textContent()).toContain(`(${server})`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
  }
  await soon(() => columns(page)).toHaveLength(2);
  await reach('#comparison .scroll');
  await reach('#pairs a[href^="#servers="]');
  await page.keyboard.press('Enter');
  await soon(() => columns(page)).not.toContain('Stripe');
  expect(trouble).toEqual([]);
  await close();
});

test('a screen reader is told which server and which line each cell is about', async () => {
  const { page, close } = await visit(browser, `${site}/compare/#servers=stripe,slack`);
  await soon(() => columns(page)).toHaveLength(2);
  const tree = await page.locator('main').ariaSnapshot();
  for (const line of [
    '- heading "Compare servers" [level=1]',
    '- combobox "Add a server of the catalogue"',
    '- list "Servers that are compared":',
    '- button "Remove Stripe"',
    '- columnheader "Stripe',
    '- rowheader "Critical"',
    '- rowheader "Toxic combinations inside"',
  ])
    expect(tree).toContain(line);
  await close();
});

test.each([
  [390, 'light'],
  [390, 'dark'],
  [768, 'light'],
  [1440, 'dark'],
] as const)('at %i pixels, %s: fits, and axe finds nothing', async (width, colorScheme) => {
  for (const path of ['/compare/', '/compare/#servers=stripe,github,gitlab,slack']) {
    const { page, trouble, close } = await visit(browser, site + path, {
      viewport: { width, height: 900 },
      colorScheme,
    });
    if (path.includes('#')) await soon(() => columns(page)).toHaveLength(4);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)),
    ).toEqual([]);
    expect(trouble).toEqual([]);
    await close();
  }
});
