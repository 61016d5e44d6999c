import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { soon, visit } from './visit.ts';

const site = inject('site');
const refund = `${site}/tools/stripe/create_refund/`;
/** Of a parameter: no name and no beginning of a description has it. */
const DEEP_PHRASE = encodeURIComponent('"when the customer was shown your refund policy"');
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
    expect(requests.filter((path) => path.startsWith('/search/'))).toEqual([]);
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

describe('Enter in the box', () => {
  const typedInto = async (typed: string) => {
    const visited = await visit(browser, `${site}/`);
    await visited.page.keyboard.press('/');
    await visited.page.keyboard.type(typed);
    await visited.page.locator('[role=option]').first().waitFor();
    return visited;
  };
  const chosen = '[role=option][aria-selected=true]';

  test('opens the one tool that is called what was typed, which is marked as chosen', async () => {
    const { page, close } = await typedInto('create_refund');
    await soon(() => page.locator(chosen).locator('.name').textContent()).toBe('create_refund');
    expect(await page.locator('#q').getAttribute('aria-activedescendant')).toBe('found-0');
    await soon(() => page.locator('#said').textContent()).toContain('Enter opens create_refund.');
    await page.keyboard.press('Enter');
    await page.waitForURL(refund);
    await close();
  });

  test('asks the search page where the list was closed, and after more was typed', async () => {
    const { page, close } = await typedInto('create_refund');
    await page.locator(chosen).waitFor();
    await page.keyboard.type('s');
    await soon(() => page.locator(chosen).count()).toBe(0);
    await page.keyboard.press('Backspace');
    await page.locator(chosen).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site}/search/?q=create_refund`);
    await close();
  });

  test.each(['delete', 'refund', 'stripe'])(
    'asks the search page for %s, for which nothing is chosen',
    async (typed) => {
      const { page, close } = await typedInto(typed);
      expect(await page.locator(chosen).count()).toBe(0);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${site}/search/?q=${typed}`);
      await close();
    },
  );
});

describe('what the box lists', () => {
  const listed = async (typed: string, first: string): Promise<string[]> => {
    const { page, trouble, close } = await visit(browser, `${site}/`);
    await page.locator('#q').fill(typed);
    await soon(() => page.locator('[role=option] .name').first().textContent()).toBe(first);
    const names = await texts(page, '[role=option] .name');
    expect(trouble).toEqual([]);
    await close();
    return names;
  };

  test('a name before names that go on from it, and those before names that have it further on', async () => {
    const names = await listed('delete', 'delete');
    expect(names.length).toBeGreaterThan(5);
    expect(names.every((name) => name.startsWith('delete'))).toBe(true);
  });

  test('a server by its name', async () => {
    expect(await listed('stripe', 'Stripe')).toContain('create_customer');
  });

  test('only what filters allow', async () => {
    await listed('refund server:stripe risk:critical', 'create_refund');
  });

  test('what descriptions say, after names', async () => {
    await listed('refunding a payment intent', 'create_refund');
  });

  test('names that were meant', async () => {
    await listed('creat_refnd', 'create_refund');
  });

  test.each([
    ['createrefund', 'create_refund'],
    ['deleteissue', 'delete_issue'],
    ['listmailmessages', 'list-mail-messages'],
    ['createrefnd', 'create_refund'],
    ['stirpe', 'Stripe'],
    ['digitalocan', 'DigitalOcean'],
    ['server:strpe', 'server:stripe'],
    ['server:microsoft365', 'Microsoft 365 (Softeria)'],
    ['flag:mony', 'flag:money'],
    ['risk:crti', 'risk:Critical'],
  ])('for %s first of all %s', async (typed, meant) => {
    await listed(typed, meant);
  });

  test('a way on where nothing is like it', async () => {
    const { page, close } = await visit(browser, `${site}/`);
    await page.locator('#q').fill('zzqqxxyy');
    await soon(() => page.locator('[role=option]').allTextContents()).toEqual([
      'No tool found. How to search',
    ]);
    await close();
  });
});

/** How many tools of a server have a level, by the index for programs; all of them without one. */
async function toolsOf(page: Page, server: string, risk?: string): Promise<number> {
  const { tools } = (await (await page.request.get(`${site}/api/v1/index.json`)).json()) as {
    tools: { id: string; risk: string | null }[];
  };
  const own = tools.filter(({ id }) => id.startsWith(`${server}/`));
  return own.filter((tool) => risk === undefined || (tool.risk ?? 'Unrated') === risk).length;
}

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

  test('counts of facets are those of the catalogue', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=server:gitlab`);
    const count = (value: string) =>
      page.locator('label', { has: page.locator(`input[value="${value}"]`) }).locator('b');
    await soon(() => page.locator('input[name=server][value=gitlab]').isChecked()).toBe(true);
    const values = await page
      .locator('input[name=risk]')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    expect(values.length).toBeGreaterThan(1);
    for (const risk of values)
      expect(Number(await count(risk).textContent())).toBe(await toolsOf(page, 'gitlab', risk));
    expect(Number(await count('gitlab').textContent())).toBe(await toolsOf(page, 'gitlab'));
    await close();
  });

  test('a typed filter is ticked, and unticking it takes it out of the box', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=list risk:low server:stripe`);
    const low = page.locator('input[name=risk][value=Low]');
    await soon(() => low.isChecked()).toBe(true);
    await low.uncheck();
    await soon(async () => new URL(page.url()).search).toBe('?q=list&server=stripe');
    expect(await page.locator('#q').inputValue()).toBe('list');
    await close();
  });

  test('each search that was settled can be gone back to', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=delete`);
    const status = page.locator('#search-status');
    await soon(async () => /^\d+ tools$/.test((await status.textContent()) ?? '')).toBe(true);
    const all = await status.textContent();
    await page.locator('input[name=risk][value=Critical]').check();
    await soon(async () => (await status.textContent()) === all).toBe(false);
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially('refund');
    await soon(async () => new URL(page.url()).search).toBe('?q=refund&risk=Critical');
    await page.goBack();
    await soon(() => page.locator('#q').inputValue()).toBe('delete');
    expect(await page.locator('input[name=risk][value=Critical]').isChecked()).toBe(true);
    await page.goBack();
    await soon(() => status.textContent()).toBe(all);
    await soon(() => page.locator('input[name=risk][value=Critical]').isChecked()).toBe(false);
    await close();
  });

  test('the keyboard walks from the box through the results and back', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=delete`);
    await page.locator('#results a').nth(1).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const names = await texts(page, '#results .name');
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(names[1]);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(names[0]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe(names[0]);
    const href = await page.locator('#results a').first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site}${href}`);
    await close();
  });

  test('says what was meant and shows the nearest names', async () => {
    const { page, trouble, close } = await visit(browser, `${site}/search/?q=creat_refnd`);
    await soon(() => page.locator('#otherwise .results .name').first().textContent()).toBe('create_refund');
    await page.locator('#otherwise li a', { hasText: 'create_refund' }).first().click();
    await soon(() => page.locator('#results .name').first().textContent()).toBe('create_refund');
    expect(trouble).toEqual([]);
    await close();
  });

  test('offers the pages of servers before tools', async () => {
    const { page, trouble, close } = await visit(browser, `${site}/search/?q=gitlab`);
    const links = page.locator('#server-results a');
    await soon(() => links.allTextContents()).toEqual(['GitLab (zereight)', 'GitLab (reference server)']);
    expect(await links.first().getAttribute('href')).toBe('/servers/gitlab-zereight/');
    await page.keyboard.press('/');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('GitLab (zereight)');
    await page.locator('#q').fill('create_refund');
    await soon(() => links.count()).toBe(0);
    expect(trouble).toEqual([]);
    await close();
  });

  test('offers the page of a server that a filter chose', async () => {
    const { page, close } = await visit(browser, `${site}/search/?server=stripe&risk=Low`);
    await soon(() => texts(page, '#server-results a')).toEqual(['Stripe']);
    await close();
  });

  test('says which server was meant', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=stirpe`);
    const tools = await toolsOf(page, 'stripe');
    await soon(() => texts(page, '#otherwise .notes li')).toEqual([
      `Did you mean the server Stripe? ${tools} tools`,
    ]);
    expect(await page.locator('#otherwise .notes a').getAttribute('href')).toBe('/servers/stripe/');
    await close();
  });

  test('says which value of a filter was meant, and lists it', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=refund server:strpe`);
    await soon(() => texts(page, '#otherwise .notes li').then((ways) => ways[0])).toBe(
      'Did you mean server:stripe? 1 tool',
    );
    await page.locator('#otherwise .notes a').first().click();
    await soon(() => texts(page, '#results .name')).toEqual(['create_refund']);
    expect(new URL(page.url()).search).toBe('?q=refund&server=stripe');
    await close();
  });

  test('names all values of a filter where none is near', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=risk:huge`);
    await soon(() => texts(page, '#otherwise .notes a').then((ways) => ways.slice(0, 3))).toEqual([
      'risk:Critical',
      'risk:High',
      'risk:Medium',
    ]);
    expect((await texts(page, '#otherwise .notes li'))[0]).toMatch(/^There is risk:Critical: \d+ tools$/);
    await close();
  });

  test('says which filter to leave out, with the number of tools', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=create_refund&risk=Low`);
    const way = page.locator('#otherwise li', { hasText: 'risk:Low' });
    await soon(() => way.textContent()).toBe('Without risk:Low: 1 tool');
    await way.locator('a').click();
    await soon(() => page.locator('#search-status').textContent()).toBe('1 tool');
    await close();
  });

  test('says that a filter has no such value', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=server:nobody`);
    await soon(() => page.locator('#search-status').textContent()).toBe(
      'No server is called “nobody”. No tool found.',
    );
    await close();
  });

  test('asks for the full text after the first answer, and finds a phrase that stands deep in a definition', async () => {
    const { page, trouble, requests, close } = await visit(browser, `${site}/search/?q=${DEEP_PHRASE}`);
    await soon(() => page.locator('#full-text-results .name').allTextContents()).toEqual(['update_dispute']);
    const twin = await page.request.get(`${site}/tools/stripe/update_dispute/index.json`);
    const { verdict } = (await twin.json()) as { verdict: { risk: string } };
    expect(await texts(page, '#full-text-results .risk')).toEqual([verdict.risk]);
    expect(await page.locator('#full-text-results .gist').textContent()).toContain(
      'shown your refund policy',
    );
    const first = (start: string) => requests.findIndex((path) => path.startsWith(start));
    expect(first('/search/root.json')).toBeGreaterThan(-1);
    expect(first('/pagefind/')).toBeGreaterThan(first('/search/root.json'));
    expect(trouble).toEqual([]);
    await close();
  });

  test('says where a phrase stands nowhere, and filters the full text like all else', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=${DEEP_PHRASE}&risk=Low`);
    await soon(() => page.locator('#full-text-status').textContent()).toBe(
      'No definition here has these words side by side.',
    );
    await close();
  });

  test('goes on in the full text where few tools are found', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=refund policy purchase`);
    await soon(() => texts(page, '#full-text-results .name')).toContain('update_dispute');
    expect(await texts(page, '#results .name')).not.toContain('update_dispute');
    await close();
  });

  test('leaves the full text alone for a name, unless asked', async () => {
    const { page, requests, trouble, close } = await visit(browser, `${site}/search/?q=create_refund`);
    const deep = () => requests.filter((path) => path.startsWith('/pagefind/'));
    await page.locator('#full-text-ask').waitFor();
    // Longer than the page waits for somebody who still types.
    await page.waitForTimeout(1000);
    expect(deep()).toEqual([]);
    await page.locator('#full-text-ask').click();
    await soon(() => page.locator('#full-text-status').textContent()).toBe('Nothing more in the full text.');
    expect(deep()).toContain('/pagefind/pagefind.js');
    expect(trouble).toEqual([]);
    await close();
  });

  test('alone may run WebAssembly', async () => {
    const policyOf = async (path: string) => {
      const { page, close } = await visit(browser, site + path);
      const policy = await page.locator('meta[http-equiv]').getAttribute('content');
      await close();
      return policy;
    };
    expect(await policyOf('/search/')).toContain("'wasm-unsafe-eval'");
    expect(await policyOf('/')).not.toContain('unsafe');
  });

  test('shows more on demand, each tool once', async () => {
    const { page, close } = await visit(browser, `${site}/search/?q=risk:low`);
    await soon(() => page.locator('#results li').count()).toBe(20);
    await page.locator('#more').click();
    await soon(() => page.locator('#results li').count()).toBe(40);
    const hrefs = await page
      .locator('#results a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(new Set(hrefs).size).toBe(40);
    await close();
  });
});
