import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { clientForm } from '../../src/core/present/client-form.ts';
import type { ServerRecords } from '../../src/core/present/server-records.ts';
import { TARGETS } from '../../src/core/targets/targets.ts';
import { launchChromium } from './chromium.ts';
import { overflowOf, soon, visit } from './visit.ts';

const site = inject('site');
const folder = inject('siteFolder');
const refund = `${site}/tools/stripe/create_refund/`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const stripe = (): ServerRecords =>
  JSON.parse(readFileSync(`${folder}/servers/stripe/policy-records.json`, 'utf8')) as ServerRecords;

/** The files of a target as the modules of the command line write them: this tool, then the whole server. */
function filesOf(id: string, key: string | null): string[] {
  const { records } = stripe();
  const target = TARGETS.find((one) => one.id === id);
  if (target === undefined) throw new Error(id);
  const server = { key: key ?? target.keyFor('stripe'), allToolNames: records.map(({ tool }) => tool) };
  const one = records.filter(({ tool }) => tool === 'create_refund');
  return [clientForm(target, server, one, true), clientForm(target, server, records, false)].flatMap(
    ({ files }) => files.map(({ text }) => text),
  );
}

const shownFiles = (page: Page) => page.locator('#form-other pre').allTextContents();

async function choose(page: Page, id: string): Promise<void> {
  await page.locator(`#tab-${id}`).click();
  await page
    .locator('#form-other .about', { hasText: TARGETS.find((one) => one.id === id)?.title ?? id })
    .waitFor();
}

describe('the forms of a policy', () => {
  test('every target is a tab, and shows what the renderers write, for the tool and for the server', async () => {
    const { page, trouble, close } = await visit(browser, refund);
    await page.locator('[role="tab"]').first().waitFor();
    const tabs = await page
      .locator('[role="tab"]')
      .evaluateAll((found) => found.map((tab) => tab.id.slice(4)));
    expect(tabs[0]).toBe('policylayer');
    expect(new Set(tabs)).toEqual(new Set(TARGETS.map(({ id }) => id)));
    for (const id of tabs.slice(1)) {
      await choose(page, id);
      expect(await shownFiles(page), id).toEqual(filesOf(id, null));
      expect(await page.locator('#form-other .state').count(), id).toBeGreaterThanOrEqual(4);
      expect(await page.locator('#form-other .steps li').count(), id).toBeGreaterThan(0);
      expect(await overflowOf(page), id).toBeLessThanOrEqual(0);
    }
    expect(trouble).toEqual([]);
    await close();
  });

  test('the renderers are fetched when a tab is first chosen, and not before', async () => {
    const { page, requests, close } = await visit(browser, refund);
    await page.locator('[role="tab"]').first().waitFor();
    const heavy = () => requests.filter((path) => /form-view|policy-records/.test(path));
    expect(heavy()).toEqual([]);
    await choose(page, 'codex');
    expect(heavy()).toHaveLength(2);
    await close();
  });

  test('another name for the server is written into the form as it is typed, and a bad one is explained', async () => {
    const { page, trouble, close } = await visit(browser, refund);
    await choose(page, 'claude-code');
    const box = page.getByLabel('Your name for this server');
    await box.fill('my-money');
    await soon(() => shownFiles(page)).toEqual(filesOf('claude-code', 'my-money'));
    await box.fill('my__money');
    await soon(() => page.locator('#form-other [role="status"]').textContent()).toContain('my__money');
    expect(await shownFiles(page)).toEqual([]);
    await box.fill('paying');
    await choose(page, 'codex');
    expect(await shownFiles(page)).toEqual(filesOf('codex', 'paying'));
    expect(trouble).toEqual([]);
    await close();
  });

  test('copying and downloading give exactly the bytes', async () => {
    const { page, close } = await visit(browser, refund, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await choose(page, 'gemini-cli');
    const [tool] = filesOf('gemini-cli', null);
    await page.locator('#form-other .copyable').first().getByRole('button', { name: /^Copy/ }).click();
    await soon(() => page.locator('#said').textContent()).toMatch(/^Copied /);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(tool);
    const coming = page.waitForEvent('download');
    await page
      .locator('#form-other .copyable')
      .first()
      .getByRole('button', { name: /^Download/ })
      .click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('toolwarden.toml');
    expect(readFileSync(await file.path(), 'utf8')).toBe(tool);
    await close();
  });

  test('the keyboard alone goes from tab to tab and back to policy.json', async () => {
    const { page, close } = await visit(browser, refund);
    await page.locator('#tab-policylayer').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('#form-other pre').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-claude-code');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.locator('#tab-claude-code').focus();
    await page.keyboard.press('End');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-opa');
    await page.keyboard.press('Home');
    await soon(() => page.locator('#form-policylayer').isVisible()).toBe(true);
    expect(await page.locator('#form-other').isVisible()).toBe(false);
    await close();
  });

  test.each([
    [390, 'dark'],
    [1280, 'light'],
  ] as const)('at %i pixels, %s: an open form fits, and axe finds nothing', async (width, colorScheme) => {
    const { page, close } = await visit(browser, refund, { viewport: { width, height: 900 }, colorScheme });
    await choose(page, 'kong');
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).include('#control').setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    await close();
  });

  test('a server page has the form for the whole server alone', async () => {
    const { page, trouble, close } = await visit(browser, `${site}/servers/stripe/`);
    await choose(page, 'codex');
    expect(await shownFiles(page)).toEqual(filesOf('codex', null).slice(1));
    expect(trouble).toEqual([]);
    await close();
  });

  test('without JavaScript policy.json stands there and every other target is a link to its guide', async () => {
    const { page, close } = await visit(browser, refund, { javaScriptEnabled: false });
    expect(await page.locator('#form-policylayer pre').first().isVisible()).toBe(true);
    const links = await page
      .locator('.targets a')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    const others = TARGETS.map(({ id }) => id).filter((id) => id !== 'policylayer');
    expect(new Set(links)).toEqual(new Set(others.map((id) => `/enforcement/${id}/`)));
    await close();
  });
});
