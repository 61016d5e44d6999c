import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { AttackIndex, AttackPage } from '../../src/core/present/attacks/attack-page-model.ts';
import { pagesOf } from './built-pages.ts';
import { launchChromium } from './chromium.ts';
import { soon, visit } from './visit.ts';

const site = inject('site');
const read = (path: string): string => readFileSync(join(inject('siteFolder'), path), 'utf8');
const json = <T>(path: string): T => JSON.parse(read(path)) as T;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const rows = json<AttackIndex>('attacks/index.json').groups.flatMap((group) => group.rows);

test('every pattern has a page in the sitemap, twins and a record, and the list counts what is on them', async () => {
  const listed = new Set(await pagesOf(site));
  expect(rows.length).toBeGreaterThanOrEqual(24);
  for (const row of rows) {
    expect(listed).toContain(row.href);
    const page = json<AttackPage>(`${row.href}index.json`);
    const record = json<{ tools: { url: string }[] | null; incidents: unknown[] }>(
      `api/v1/attacks/${row.id}.json`,
    );
    expect([page.tools, page.happened.length]).toEqual([row.tools, row.incidents]);
    expect(record.tools?.length ?? page.tools).toBe(row.tools);
    expect(record.incidents).toHaveLength(row.incidents);
    expect(read(`${row.href}index.md`)).toContain(`# ${row.title}`);
  }
});

test('a tool page links the patterns it meets, and each of these pages links the tool', async () => {
  const { page, trouble, close } = await visit(browser, `${site}/tools/stripe/create_refund/`);
  const links = page.locator('#attacks h3 a');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs).toContain('/attacks/payment-to-the-wrong-party/');
  expect(hrefs.at(-1)).toBe('/attacks/definition-changes/');
  const because = await page.locator('#attacks .because').allTextContents();
  expect(because).toHaveLength(hrefs.length);
  expect(because.every((text) => text.startsWith('Because '))).toBe(true);
  await links.getByText('Payment to the wrong party').click();
  await page.waitForURL('**/attacks/payment-to-the-wrong-party/');
  expect(await page.locator('#tools a[href="/tools/stripe/create_refund/"]').count()).toBe(1);
  expect(trouble).toEqual([]);
  await close();
});

test('the policy of a pattern is rendered for a client by the modules of the tool page', async () => {
  const { page, trouble, requests, close } = await visit(browser, `${site}/attacks/planted-code/`);
  await page.getByRole('tab', { name: 'Claude Code' }).click();
  await soon(() => page.locator('#form-other pre').first().textContent()).toContain('run_command');
  expect(requests).toContain('/attacks/planted-code/policy-records.json');
  expect(trouble).toEqual([]);
  await close();
});

test('what is denied can be let through within bounds, with placeholders that are said to be some', async () => {
  const { page, close } = await visit(browser, `${site}/attacks/payment-to-the-wrong-party/`);
  const [own, bounded] = await page.locator('#form-policylayer pre').allTextContents();
  expect(own).toContain('"conditions": []');
  expect(bounded).toContain('args.amount');
  expect(await page.locator('#form-policylayer').textContent()).toContain('placeholders');
  await close();
});

test('links to sources lead elsewhere, each with the date it was read', async () => {
  const { page, close } = await visit(browser, `${site}/attacks/toxic-combination/`);
  const sources = page.locator('.happened .because');
  expect(await sources.count()).toBeGreaterThan(2);
  for (const text of await sources.allTextContents()) expect(text).toMatch(/read \d{4}-\d{2}/);
  await close();
});

test('the Navigator layer scores techniques of ATLAS by tools, each tool once', () => {
  const layer = json<{ domain: string; techniques: { techniqueID: string; score: number }[] }>(
    'api/v1/attacks/navigator-layer.json',
  );
  const { tools } = json<{ tools: number }>('api/v1/attacks.json');
  expect(layer.domain).toBe('atlas-atlas');
  expect(new Set(layer.techniques.map(({ techniqueID }) => techniqueID)).size).toBe(layer.techniques.length);
  const scores = new Map(layer.techniques.map(({ techniqueID, score }) => [techniqueID, score]));
  expect(Math.max(...scores.values())).toBe(tools);
  expect(scores.get('AML.T0101')).toBeGreaterThan(0);
  expect(scores.get('AML.T0101')).toBeLessThan(tools);
});

test('the Markdown twin holds the policy for every client and gateway', () => {
  const markdown = read('attacks/planted-code/index.md');
  for (const target of ['claude-code', 'codex', 'opa', 'kong'])
    expect(markdown).toContain(`/enforcement/${target}/`);
});
