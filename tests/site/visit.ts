import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Visit {
  page: Page;
  /** Everything that went wrong in the page so far: console messages, uncaught errors, broken policies, strangers. */
  trouble: string[];
  /** Root-relative addresses that were requested, in order. */
  requests: string[];
  close(): Promise<void>;
}

/** Opens a page of the site in a context of its own and writes down whatever goes wrong in it. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const { origin } = new URL(address);
  const trouble: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => trouble.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('dialog', async (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`)) trouble.push(`request to another origin: ${url}`);
    requests.push(url.slice(origin.length));
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  return { page, trouble, requests, close: () => context.close() };
}

/** By how many pixels the page is wider than the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Expects something that a busy machine may take a while to bring about. */
export function soon<T>(read: () => Promise<T>) {
  return expect.poll(read, { timeout: 20_000 });
}
