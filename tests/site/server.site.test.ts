import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { overflowOf, visit } from './visit.ts';

const site = inject('site');
const github = `${site}/servers/github/`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe('the table of tools', () => {
  test('sorts by any column and says how, and numbers sort as numbers', async () => {
    const { page, trouble, close } = await visit(browser, github);
    const table = page.locator('table[data-sortable]');
    const cells = (column: number) => table.locator(`tbody tr > :nth-child(${column})`).allTextContents();
    const head = (name: string) => table.getByRole('columnheader', { name });
    const names = await cells(2);
    await head('Tool').getByRole('button').click();
    expect(await cells(2)).toEqual(names.toSorted());
    expect(await head('Tool').getAttribute('aria-sort')).toBe('ascending');
    expect(await table.locator('[aria-sort]').count()).toBe(1);
    await head('Tokens').getByRole('button').click();
    const tokens = (await cells(4)).map(Number);
    expect(tokens).toEqual(tokens.toSorted((a, b) => b - a));
    await head('Tokens').getByRole('button').click();
    expect((await cells(4)).map(Number)).toEqual(tokens.toReversed());
    await head('Risk').getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect((await cells(1))[0]?.trim()).toBe('High');
    expect(trouble).toEqual([]);
    await close();
  });

  test('without JavaScript it stands strongest first, and nothing looks like a button', async () => {
    const { page, close } = await visit(browser, github, { javaScriptEnabled: false });
    const risks = await page.locator('table[data-sortable] tbody .risk').allTextContents();
    const heights = risks.map((risk) => ['Unrated', 'Low', 'Medium', 'High', 'Critical'].indexOf(risk));
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
    expect(await page.locator('table[data-sortable] button').count()).toBe(0);
    await close();
  });
});

describe('the chart', () => {
  test.each([github, `${site}/`])(
    'of %s says in words what it shows, and differs without colour',
    async (address) => {
      const { page, close } = await visit(browser, address);
      const chart = page.getByRole('img', { name: /^Risk profile of \d+ tools: / });
      const name = (await chart.getAttribute('aria-label')) ?? '';
      const key = await page.locator('.levels li').allTextContents();
      expect(key.length).toBeGreaterThan(2);
      for (const line of key) {
        const [, level = '?', tools = '?'] = /^\s*(\D+?)\s+(\d+)\s/.exec(line) ?? [];
        expect(name).toContain(`${tools} ${level}`);
      }
      const fills = await chart
        .locator('rect')
        .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).fill));
      const hatched = await chart
        .locator('[data-risk="high"], [data-risk="medium"], [data-risk="low"]')
        .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).fill));
      expect(new Set(fills).size).toBe(fills.length);
      for (const fill of hatched) expect(fill).toMatch(/^url\(".*#hatch-\w+"\)/);
      await close();
    },
  );
});

test('what the tools can do together is there with what breaks it, on the page and in the twins', async () => {
  const { page, close } = await visit(browser, github);
  const together = page.locator('#together');
  expect(await together.locator('.chain li').count()).toBeGreaterThanOrEqual(3);
  const denied = await together.locator('.denied a').allTextContents();
  expect(denied.length).toBeGreaterThan(0);
  const twin = await (await fetch(`${github}index.json`)).json();
  expect(twin.combinations.change.tools.map(({ text }: { text: string }) => text)).toEqual(denied);
  const markdown = await (await fetch(`${github}index.md`)).text();
  expect(markdown).toContain('## What its tools can do together');
  await close();
});

test('a part that many tools carry can be opened to all of them, and the Markdown twin names them', async () => {
  const address = `${site}/servers/ms-365/`;
  const { page, close } = await visit(browser, address, { javaScriptEnabled: false });
  const part = page.locator('#together .chain li').filter({ hasText: 'send data out' });
  expect(await part.textContent()).toContain('and ');
  const link = part.getByRole('link', { name: 'send-mail', exact: true });
  if (!(await link.isVisible())) await part.locator('summary').click();
  expect(await link.isVisible()).toBe(true);
  const named = await part.getByRole('link').count();
  expect(await part.locator('b').textContent()).toMatch(new RegExp(`^${named} tools`));
  const markdown = await (await fetch(`${address}index.md`)).text();
  const [line = ''] = markdown.split('\n').filter((one) => /^- \d+ tools send data out/.test(one));
  expect(line.match(/index\.md\)/g)).toHaveLength(named);
  expect(line).toContain('/tools/ms-365/send-mail/index.md');
  await close();
});

test('the token cost of a server is that of its tools, and tool pages say theirs', async () => {
  const server = await (await fetch(`${github}index.json`)).json();
  const sum = server.tools.reduce((total: number, { tokens }: { tokens: number }) => total + tokens, 0);
  expect(server.tokens).toMatchObject({ tokens: sum, median: expect.any(Number) });
  expect(server.tokens.tokenizer).toContain('o200k_base');
  const [first] = server.tools;
  const tool = await (await fetch(`${site}${first.href}index.json`)).json();
  expect(tool.tokens).toMatchObject({ count: first.tokens, tokenizer: server.tokens.tokenizer });
  const page = await (await fetch(`${site}${first.href}`)).text();
  expect(page).toContain(`${first.tokens} tokens in context`);
});

test.each([390, 768, 1440])('at %i pixels nothing stands over the edge', async (width) => {
  for (const address of [`${site}/`, github, `${site}/servers/memory/`]) {
    const { page, close } = await visit(browser, address, { viewport: { width, height: 900 } });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await close();
  }
});
