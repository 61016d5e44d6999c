import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Benchmark } from '../../src/core/evaluate/benchmark.ts';
import { readRulebook } from '../../src/ingest/rules.ts';
import { toolwarden } from '../commands/run.ts';
import { pagesOf } from './built-pages.ts';
import { launchChromium } from './chromium.ts';
import { attributeOf, named, parsePage, textOf } from './parsed-page.ts';
import { overflowOf, visit } from './visit.ts';

const site = inject('site');
const folder = inject('siteFolder');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

function pageAt(path: string) {
  return parsePage(readFileSync(join(folder, path, 'index.html'), 'utf8'));
}

test('the figures on the page are those that `toolwarden eval` prints', () => {
  const { stdout, stderr } = toolwarden(['eval', '--format', 'json']);
  expect(readFileSync(join(folder, 'methodology/index.json'), 'utf8') === stdout, stderr).toBe(true);
  const { systems, mistakes, labels } = Benchmark.parse(JSON.parse(stdout));
  const rows = named(pageAt('methodology'), 'tr').map((row) => row.childNodes.map(textOf));
  for (const half of ['tuned', 'frozen'] as const) {
    const report = systems[0]?.[half];
    expect(rows).toContainEqual([
      'Write',
      ...Object.values(report?.category.confusion.Write ?? {}).map(String),
    ]);
    const { f1 = 0, support = 0 } = report?.category.classes.Read ?? {};
    const read = rows.find(([id, of]) => id === 'Read' && of === half);
    expect(read?.[2]).toBe(String(support));
    expect(read?.[5]?.startsWith(`${f1.toFixed(3)} (`)).toBe(true);
  }
  const level = rows.find(([measure]) => measure === 'Level exactly right');
  const exact = systems.flatMap(({ tuned, frozen }) => [tuned, frozen]).map(({ risk }) => risk.accuracy);
  expect(level?.slice(1)).toEqual(exact.map((share) => `${(share * 100).toFixed(1)}%`));
  const text = named(pageAt('methodology'), 'main').map(textOf).join('');
  expect(text).toContain(`${labels.tools} labelled tools of ${labels.servers} servers`);
  const links = named(pageAt('methodology'), 'a').map((link) => attributeOf(link, 'href'));
  for (const { id } of mistakes.slice(0, 5)) expect(links).toContain(`/tools/${id}/`);
});

test('every rule has a page and twins, each in the sitemap, and reasons link to them', async () => {
  const ids = readRulebook('catalog').files.rules.map(({ rule }) => rule.id);
  const pages = await pagesOf(site);
  expect(pages.filter((path) => path.startsWith('/rules/')).sort()).toEqual(
    ['/rules/', ...ids.map((id) => `/rules/${id}/`)].sort(),
  );
  expect(pages).toContain('/methodology/');
  for (const path of ['rules/sends-message', 'methodology'])
    expect(readFileSync(join(folder, path, 'index.md'), 'utf8')).toMatch(/^# /);
  const links = named(pageAt('tools/slack/slack_post_message'), 'a').map((link) => attributeOf(link, 'href'));
  expect(links).toContain('/rules/sends-message/');
  const rule = pageAt('rules/sends-message');
  expect(named(rule, 'a').map((link) => attributeOf(link, 'href'))).toContain(
    '/tools/slack/slack_post_message/',
  );
});

test('a rule page links at most a hundred tools and counts all', () => {
  const page = JSON.parse(readFileSync(join(folder, 'rules/reads-something/index.json'), 'utf8'));
  expect(page.rows).toHaveLength(100);
  expect(page.tools).toBeGreaterThan(100);
  expect(named(pageAt('rules/reads-something'), 'main').map(textOf).join('')).toContain(
    `fires on ${page.tools} tools`,
  );
});

test.each(['/methodology/', '/rules/', '/rules/sends-message/'])(
  '%s fits every width, is quiet, and axe finds nothing serious',
  async (path) => {
    for (const [width, colorScheme] of [
      [390, 'dark'],
      [1280, 'light'],
    ] as const) {
      const { page, trouble, close } = await visit(browser, site + path, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      expect(await overflowOf(page), `${width}`).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(trouble).toEqual([]);
      await close();
    }
  },
);
