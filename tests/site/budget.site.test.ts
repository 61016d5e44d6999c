import { gzipSync } from 'node:zlib';
import { beforeAll, expect, inject, test } from 'vitest';
import { pagesOf, textsOf } from './built-pages.ts';

/** What arrives in the first round trip of a connection: ten segments. */
const FIRST_ROUND_TRIP = 14 * 1024;
const SCRIPT = 10 * 1024;

const site = inject('site');
const weights: { page: number; script: number }[] = [];

beforeAll(async () => {
  const paths = (await pagesOf(site)).filter((path) => path.startsWith('/tools/'));
  const known = new Map<string, Promise<number>>();
  for (const html of await textsOf(site, paths)) {
    const weigh = async (addresses: readonly string[]): Promise<number> => {
      let sum = 0;
      for (const address of addresses) {
        const weight = known.get(address) ?? textsOf(site, [address]).then(compressed);
        known.set(address, weight);
        sum += await weight;
      }
      return sum;
    };
    weights.push({
      page: compressed([html]) + (await weigh(matches(html, /rel="stylesheet" href="([^"]*)"/g))),
      script: await weigh(matches(html, /<script type="module" src="([^"]*)"/g)),
    });
  }
});

test('nine of ten tool pages arrive with their style in the first round trip', () => {
  const pages = weights.map(({ page }) => page).sort((a, b) => a - b);
  expect(pages.length).toBeGreaterThan(1000);
  expect(pages[0]).toBeGreaterThan(4000);
  expect(pages[Math.floor(pages.length * 0.9)]).toBeLessThanOrEqual(FIRST_ROUND_TRIP);
});

test('the script of a tool page is small', () => {
  const scripts = weights.map(({ script }) => script);
  expect(Math.min(...scripts)).toBeGreaterThan(100);
  expect(Math.max(...scripts)).toBeLessThanOrEqual(SCRIPT);
});

function compressed(texts: readonly string[]): number {
  return gzipSync(texts.join('')).length;
}

function matches(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => match[1] ?? '');
}
