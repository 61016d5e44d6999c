import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type SiteServer, serveSite } from '../../scripts/site-server.ts';
import { toolwarden } from '../commands/run.ts';
import { launchChromium } from './chromium.ts';
import { type Endpoint, openEndpoint, status } from './contact-endpoint.ts';
import { overflowOf, soon, type Visit, visit } from './visit.ts';

const folder = mkdtempSync(join(tmpdir(), 'toolwarden-contact-'));
let browser: Browser;
let endpoint: Endpoint;
let site: SiteServer;

beforeAll(async () => {
  browser = await launchChromium();
  endpoint = await openEndpoint();
  const flags = ['--contact-endpoint', endpoint.url, '--contact-mail', 'catalogue@example.org'];
  const out = join(folder, 'site');
  const built = toolwarden(['build', '--catalog', 'tests/fixtures/hostile-catalog', '--out', out, ...flags]);
  expect(built.code, built.stderr).toBe(0);
  site = await serveSite(out, 'localhost', 0);
});
afterAll(async () => {
  await Promise.all([browser?.close(), endpoint?.close(), site?.close()]);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  endpoint.received.length = 0;
  endpoint.answerWith(status(200));
});

let visited: Visit | undefined;
afterEach(() => visited?.close());

async function open(options: Parameters<typeof visit>[2] = {}): Promise<Page> {
  visited = await visit(browser, `${site.url}/contact/`, options);
  return visited.page;
}

const TYPED = { 'Your name': 'Ada', 'Your e-mail address, for the answer': 'ada@example.org' };
const MESSAGE = 'A rule misreads this: "träge" & more.';

async function fill(page: Page): Promise<void> {
  for (const [label, value] of Object.entries(TYPED)) await page.getByLabel(label).fill(value);
  await page.getByLabel('What it is about').selectOption('verdict');
  await page.getByLabel('Your message').fill(MESSAGE);
}

const send = (page: Page) => page.getByRole('button', { name: 'Send' }).click();
const good = (page: Page) => soon(() => page.getByRole('status').first().textContent());
const bad = (page: Page) => soon(() => page.getByRole('alert').textContent());

async function expectTyped(page: Page): Promise<void> {
  for (const [label, value] of Object.entries(TYPED))
    expect(await page.getByLabel(label).inputValue()).toBe(value);
  expect(await page.getByLabel('Your message').inputValue()).toBe(MESSAGE);
}

describe('a message that arrives', () => {
  test('is posted once with every field, and only then called sent', async () => {
    const page = await open();
    expect(await page.content()).not.toMatch(/message sent/i);
    await fill(page);
    await send(page);
    await good(page).toMatch(/^Message sent\./);
    expect(endpoint.received.map((fields) => Object.fromEntries(fields))).toEqual([
      { name: 'Ada', email: 'ada@example.org', topic: 'verdict', message: MESSAGE, website: '' },
    ]);
    expect(await page.locator('#contact').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contact-status');
    expect(await page.getByRole('alert').textContent()).toBe('');
  });

  test('is sent once however often the button is pressed', async () => {
    const page = await open();
    let finish = () => {};
    endpoint.answerWith((response) => {
      finish = () => response.end();
    });
    await fill(page);
    await page.getByRole('button', { name: 'Send' }).dblclick();
    await good(page).toBe('Sending your message…');
    await page.getByLabel('Your name').press('Enter');
    // Forced: the driver would wait until the button says that it is enabled again.
    await page.locator('#contact button').click({ force: true });
    await soon(async () => endpoint.received.length).toBe(1);
    finish();
    await good(page).toMatch(/^Message sent/);
    expect(endpoint.received).toHaveLength(1);
  });
});

describe('a message that does not arrive', () => {
  test.each([
    ['refused with a reason', 422, '{"message": "Too many links."}', 'refused (status 422): Too many links.'],
    ['refused in plain words', 429, 'Try in\nan hour.', 'refused (status 429): Try in an hour.'],
    ['failed with a page of HTML', 503, '<h1>Oops</h1>', 'server failed (status 503). What you wrote'],
    ['failed without a word', 500, '', 'server failed (status 500). What you wrote'],
  ])('%s: says so, keeps what was typed, and can be sent again', async (_, code, text, says) => {
    const page = await open();
    endpoint.answerWith(status(code, text));
    await fill(page);
    await send(page);
    await bad(page).toContain(says);
    await bad(page).toContain('What you wrote is still here.');
    await expectTyped(page);
    endpoint.answerWith(status(204));
    await send(page);
    await good(page).toMatch(/^Message sent/);
    expect(endpoint.received).toHaveLength(2);
  });

  test('because the connection broke', async () => {
    const page = await open();
    endpoint.answerWith((response) => response.destroy());
    await fill(page);
    await send(page);
    await bad(page).toContain('no readable answer came back');
    await expectTyped(page);
  });

  test('because nobody answered in time: it is not called sent, and not called lost', async () => {
    const page = await open();
    await page.clock.install();
    endpoint.answerWith(() => {});
    await fill(page);
    await send(page);
    await soon(async () => endpoint.received.length).toBe(1);
    await page.clock.fastForward(14_000);
    expect(await page.getByRole('alert').textContent()).toBe('');
    await page.clock.fastForward(2_000);
    await bad(page).toContain('it is not known whether the message arrived');
    await expectTyped(page);
    expect(await page.getByRole('button', { name: 'Send' }).getAttribute('aria-disabled')).toBe('false');
  });
});

describe('what is typed', () => {
  test('is checked before it is sent, with a message tied to each field', async () => {
    const page = await open();
    await page.getByLabel('Your e-mail').fill('ada');
    await page.getByLabel('Your message').fill('         short');
    await send(page);
    await bad(page).toBe('3 fields need a change.');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contact-name');
    const told = (label: string) =>
      page.getByLabel(label).evaluate((field) => {
        const about = document.getElementById(field.getAttribute('aria-describedby') ?? '');
        return [field.ariaInvalid, about?.textContent];
      });
    expect(await told('Your name')).toEqual(['true', 'Write your name.']);
    expect(await told('Your e-mail')).toEqual(['true', 'Write your e-mail address as name@example.org.']);
    expect(await told('Your message')).toEqual(['true', 'Write at least 10 characters; there are 5.']);
    await page.getByLabel('Your name').fill('Ada');
    expect(await told('Your name')).toEqual([null, '']);
    expect(endpoint.received).toEqual([]);
  });

  test('is not sent when the field for programs is filled in, and a person can go on', async () => {
    const page = await open();
    await fill(page);
    await page.locator('#contact-website').evaluate((field) => {
      (field as HTMLInputElement).value = 'https://spam.example';
    });
    await send(page);
    await bad(page).toContain('Nothing was sent');
    expect(endpoint.received).toEqual([]);
    await send(page);
    await good(page).toMatch(/^Message sent/);
    expect(endpoint.received).toHaveLength(1);
  });
});

test('without JavaScript it is a plain POST, checked by the browser', async () => {
  const page = await open({ javaScriptEnabled: false });
  await send(page);
  expect(endpoint.received).toEqual([]);
  await fill(page);
  endpoint.answerWith(status(200, 'Thank you.'));
  await send(page);
  await page.waitForURL(endpoint.url);
  expect(await page.textContent('body')).toContain('Thank you.');
  expect(endpoint.received.map((fields) => fields.get('message'))).toEqual([MESSAGE]);
});

describe('the policy of the page', () => {
  const reach = (page: Page, url: string) =>
    page.evaluate(
      (to) =>
        fetch(to, { mode: 'no-cors' }).then(
          () => 'reached',
          () => 'blocked',
        ),
      url,
    );

  test('lets this page reach the endpoint, and nothing else', async () => {
    const page = await open();
    expect(await reach(page, endpoint.url)).toBe('reached');
    expect(await reach(page, site.url.replace('localhost', '127.0.0.1'))).toBe('blocked');
  });

  test('lets no other page reach it', async () => {
    visited = await visit(browser, `${site.url}/glossary/`);
    expect(await reach(visited.page, endpoint.url)).toBe('blocked');
  });

  test('is sent as a header as well, with the origin and no path', () => {
    const headers = readFileSync(join(folder, 'site/_headers'), 'utf8');
    const { origin } = new URL(endpoint.url);
    expect(headers).toContain(`connect-src 'self' ${origin};`);
    expect(headers).toContain(`form-action 'self' ${origin};`);
    expect(headers).not.toContain(endpoint.url);
  });
});

test('the page is quiet, fits a phone, and axe finds nothing, with its messages shown too', async () => {
  const page = await open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await send(page);
  await bad(page).toContain('fields need a change');
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(visited?.trouble).toEqual([]);
});

test('without an endpoint there is a mail link and no form', async () => {
  visited = await visit(browser, `${inject('site')}/contact/`);
  const { page, trouble } = visited;
  expect(await page.locator('main form').count()).toBe(0);
  expect(await page.locator('main a[href^="mailto:"]').count()).toBe(1);
  expect(trouble).toEqual([]);
});
