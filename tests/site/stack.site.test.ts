import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { toolwarden } from '../commands/run.ts';
import { launchChromium } from './chromium.ts';
import { overflowOf, soon, visit } from './visit.ts';

const site = inject('site');
const hostile = inject('hostileSite');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const fixture = (name: string): string => readFileSync(`tests/fixtures/stack/${name}`, 'utf8');
const status = (page: Page) => page.locator('#stack-status').textContent();
const member = (page: Page, key: string) =>
  page.locator('.member').filter({ has: page.locator('.name', { hasText: new RegExp(`^${key}$`) }) });
const states = (page: Page) =>
  page
    .locator('.member')
    .evaluateAll((items: HTMLElement[]) =>
      items.map((item) => `${item.querySelector('.name')?.textContent} ${item.dataset['state']}`),
    );

async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#pasted').fill(text);
  await page.getByRole('button', { name: 'Read it' }).click();
  await soon(() => status(page)).toMatch(/^(?:Read \d|Nothing was taken|The rules)/);
}

/** Everything that the page holds or keeps, but what stands in its fields. */
function heldBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return [
      document.documentElement.outerHTML,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
      JSON.stringify(databases),
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
    ].join('\n');
  });
}

const SECRET = /hunter2/i;

describe('the configuration of a client', () => {
  test.each([
    ['claude-desktop.json', ['files known', 'mail unknown', 'slack known', 'old off']],
    ['claude-code.json', ['github unknown', 'stripe unknown', 'shop-stripe known']],
    ['cursor.json', ['notion known', 'bridge unknown', 'own unknown']],
    ['vscode.json', ['gitlab known', 'tracker unknown']],
    ['codex.toml', ['playwright known', 'figma-remote unknown', 'off off']],
    ['gemini.json', ['kube known', 'search unknown', 'python unknown']],
  ])('%s: is read here, and no secret of it goes anywhere', async (name, expected) => {
    const text = fixture(name);
    expect(text).toMatch(SECRET);
    const { page, requests, trouble, close } = await visit(browser, `${site}/stack/`);
    const bodies: (string | null)[] = [];
    page.on('request', (request) => bodies.push(request.postData()));
    await paste(page, text);
    await soon(() => states(page)).toEqual(expected);
    expect(await heldBy(page)).not.toMatch(SECRET);
    const targets = await page
      .locator('#target option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    expect(targets.length).toBeGreaterThan(25);
    for (const target of targets) {
      await page.locator('#target').selectOption(target);
      expect(await page.locator('#forms').innerHTML()).not.toMatch(SECRET);
    }
    const asked = requests.filter((path) => !path.startsWith('/_astro/') && path !== '/favicon.svg');
    const catalogued = /^\/servers\/[a-z0-9-]+\/(?:summary|policy-records)\.json$/;
    expect(asked.filter((path) => !catalogued.test(path))).toEqual(['/stack/', '/servers/lookup.json']);
    expect(decodeURIComponent(requests.join(' '))).not.toMatch(SECRET);
    expect(bodies.filter((body) => body !== null)).toEqual([]);
    expect(page.url()).toBe(`${site}/stack/`);
    expect(trouble).toEqual([]);
    await close();
  });

  test('what is unknown is called unknown, is not counted, and gets no policy', async () => {
    const { page, close } = await visit(browser, `${site}/stack/`);
    await paste(page, fixture('claude-desktop.json'));
    await soon(() => states(page)).toContain('slack known');
    expect(await member(page, 'mail').textContent()).toContain('Unknown is not harmless');
    expect(await page.locator('#surface').textContent()).toContain('on 2 known servers');
    expect(await page.locator('#surface .warning').textContent()).toContain('1 server not counted: mail.');
    expect(await page.locator('#forms .warning').textContent()).toContain('Nothing is written for mail');
    expect(await page.locator('#forms pre').textContent()).not.toContain('mail');
    await close();
  });

  test('a version other than the one observed is told', async () => {
    const { page, close } = await visit(browser, `${site}/stack/`);
    const args = ['-y', '@modelcontextprotocol/server-filesystem@1.0.0'];
    await paste(page, JSON.stringify({ mcpServers: { files: { command: 'npx', args } } }));
    await soon(() => member(page, 'files').textContent()).toContain('The configuration asks for 1.0.0');
    await close();
  });

  test('a configuration that chooses tools is told not to be applied in that', async () => {
    const { page, close } = await visit(browser, `${site}/stack/`);
    await paste(
      page,
      '[mcp_servers.files]\ncommand = "npx"\nargs = ["@modelcontextprotocol/server-filesystem"]\nenabled_tools = ["read_file"]\n',
    );
    await soon(() => member(page, 'files').textContent()).toContain(
      'chooses tools by enabled_tools: that is not applied here, and all of its tools are counted.',
    );
    await close();
  });

  test('a name that may be a secret is not shown', async () => {
    const { page, close } = await visit(browser, `${site}/stack/`);
    await paste(page, '{"mcpServers": {"sk-hunter2-0a1b2c3d": {"command": "x"}}}');
    await soon(() => states(page)).toEqual(['server unknown']);
    expect(await heldBy(page)).not.toMatch(SECRET);
    await close();
  });
});

describe('a text with mistakes', () => {
  test('is told each of them at its line, is kept to be mended, and nothing of it is taken', async () => {
    const { page, trouble, close } = await visit(browser, `${site}/stack/`);
    const text = '{"mcpServers": {\n "ok": {"command": "x"},\n "a": {"url": "hunter2"},\n "b": 7\n}}';
    await paste(page, text);
    expect(await page.locator('#troubles button').allTextContents()).toEqual(['Line 3', 'Line 4']);
    expect(await page.locator('#troubles').textContent()).not.toMatch(SECRET);
    expect(await states(page)).toEqual([]);
    expect(await page.locator('#pasted').getAttribute('aria-invalid')).toBe('true');
    await page.locator('#troubles button').first().click();
    const at = await page
      .locator('#pasted')
      .evaluate((area: HTMLTextAreaElement) => area.value.slice(0, area.selectionStart).split('\n').length);
    expect(at).toBe(3);
    expect(await page.locator('#pasted').inputValue()).toBe(text);
    await page
      .locator('#pasted')
      .fill(text.replace('hunter2', 'https://a.example').replace('7', '{"command": "y"}'));
    await page.getByRole('button', { name: 'Read it' }).click();
    await soon(() => states(page)).toHaveLength(3);
    expect(await page.locator('#troubles li').count()).toBe(0);
    expect(await page.locator('#pasted').inputValue()).toBe('');
    expect(trouble).toEqual([]);
    await close();
  });

  test.each([
    ['', 1, 'nothing here'],
    ['[mcp_servers.a]\ncommand = x\n', 2, 'not valid TOML'],
    ['{"mcpServers": {\n"a": {"command": "x"}', 2, 'ends too early'],
    ['{"hello": 1}', 1, 'names no server'],
    ['[]', 1, 'The list holds no tool'],
  ])('%j is told at line %i', async (text, line, message) => {
    const { page, close } = await visit(browser, `${site}/stack/`);
    await paste(page, text);
    expect(await page.locator('#troubles li').textContent()).toContain(`Line ${line} `);
    expect(await page.locator('#troubles li').textContent()).toContain(message);
    await close();
  });
});

describe('pasted definitions', () => {
  test('are classified by the engine of the command line', async () => {
    const { result } = JSON.parse(readFileSync('catalog/servers/filesystem/tools.json', 'utf8'));
    const { page, requests, trouble, close } = await visit(browser, `${site}/stack/`);
    await paste(page, JSON.stringify(result));
    await soon(() => states(page)).toEqual(['pasted known']);
    for (const target of ['claude-code', 'codex', 'gemini-cli']) {
      await page.locator('#target').selectOption(target);
      const { stdout } = toolwarden([
        'policy',
        'export',
        '--target',
        target,
        '--key',
        'pasted',
        'filesystem',
      ]);
      expect(await page.locator('#forms pre').first().textContent()).toBe(stdout);
    }
    const catalogued = await visit(browser, `${site}/stack/#servers=filesystem`);
    await soon(() => states(catalogued.page)).toEqual(['filesystem known']);
    const figures = (one: Page) => one.locator('#surface .figures').allTextContents();
    expect(await figures(page)).toEqual(await figures(catalogued.page));
    await catalogued.close();
    expect(requests.filter((path) => path.includes('/api/'))).toEqual(['/api/v1/rules.json']);
    expect(await page.locator('#surface .tokens').textContent()).toContain('are not counted');
    await page.getByRole('button', { name: 'Count the pasted ones' }).click();
    await soon(() => page.locator('#surface .tokens').textContent()).toMatch(/puts [\d,]+ tokens/);
    expect(page.url()).toBe(`${site}/stack/`);
    expect(trouble).toEqual([]);
    await close();
  });

  test('tell what an unknown server can do, and so does saying which one it is', async () => {
    const { page, trouble, close } = await visit(browser, `${site}/stack/`);
    await paste(page, fixture('cursor.json'));
    await soon(() => states(page)).toContain('notion known');
    await page.getByText('Tell what own is').click();
    await page.getByLabel('Or paste what tools/list of own returned').fill(fixture('tools-list.json'));
    await member(page, 'own').getByRole('button', { name: 'Read these definitions' }).click();
    await soon(() => states(page)).toContain('own known');
    expect(await member(page, 'own').textContent()).toContain('3 tools, highest level Critical');
    await page.getByText('Tell what bridge is').click();
    await page.getByLabel('bridge is this server of the catalogue').fill('slack');
    await page.getByRole('button', { name: 'Use it' }).click();
    await soon(() => states(page)).toEqual(['notion known', 'bridge known', 'own known']);
    expect(await member(page, 'bridge').textContent()).toContain('Catalogued as slack');
    expect(page.url()).toBe(`${site}/stack/`);
    expect(trouble).toEqual([]);
    await close();
  });

  test.each(['hostile', 'awkward-names', 'odd-schemas'])('of %s are text and nothing else', async (name) => {
    const { result } = JSON.parse(
      readFileSync(`tests/fixtures/hostile-catalog/servers/${name}/tools.json`, 'utf8'),
    );
    const { page, trouble, close } = await visit(browser, `${hostile}/stack/#servers=${name}`, {
      viewport: { width: 390, height: 844 },
    });
    await soon(() => states(page)).toEqual([`${name} known`]);
    await paste(page, JSON.stringify({ tools: result.tools }));
    await soon(() => states(page)).toHaveLength(2);
    for (const target of ['claude-code', 'codex', 'opa', 'kong', 'goose'])
      await page.locator('#target').selectOption(target);
    const foreign = '#stack :is(img, iframe, script, style, object, svg, a[href^="javascript"])';
    expect(await page.locator(foreign).count()).toBe(0);
    const shown = await page.locator('#members, #surface, #together, #names').allTextContents();
    expect(hidden(shown.join(''))).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(trouble).toEqual([]);
    await close();
  });
});

/** Characters that hide or reorder text, but for those that lines and emoji need. */
function hidden(text: string): string[] {
  return [...text].filter((one) => /[\p{Cf}\p{Cc}]/u.test(one) && !'\n\t\u200D'.includes(one));
}

test('names of strangers are spelled out wherever a stack tells them', async () => {
  const { page, trouble, close } = await visit(browser, `${site}/stack/`);
  const odd = ['read_\u202email', 'send_\u200b<img src=x onerror=alert(1)>', 'run_\u0007rule'];
  const { result } = JSON.parse(fixture('tools-list.json'));
  const tools = result.tools.map((tool: object, at: number) => ({ ...tool, name: odd[at] }));
  await paste(page, JSON.stringify({ tools }));
  await paste(page, JSON.stringify({ tools }));
  await soon(() => states(page)).toEqual(['pasted known', 'pasted-2 known']);
  expect(await page.locator('.combination').count()).toBeGreaterThan(1);
  expect(await page.locator('#names').textContent()).toContain('U+202E');
  const shown = await page.locator('#members, #surface, #together, #names').allTextContents();
  expect(shown.join('')).toContain('<img src=x');
  expect(hidden(shown.join(''))).toEqual([]);
  expect(await page.locator('#stack img').count()).toBe(0);
  expect(trouble).toEqual([]);
  await close();
});

describe('what servers do together', () => {
  test('is told with the tools of each part, and the smallest change breaks it', async () => {
    const { page, trouble, close } = await visit(browser, `${site}/stack/`);
    await paste(page, fixture('claude-desktop.json'));
    await paste(page, fixture('tools-list.json'));
    await soon(() => states(page)).toContain('pasted known');
    const theft = page.locator('.combination').filter({ hasText: 'Private data can be carried out' });
    expect(await theft.textContent()).toContain('slack_post_message of slack');
    expect(await theft.textContent()).toContain('read_inbox of pasted');
    expect(await page.locator('.combination.change').textContent()).toMatch(
      /As far as the definitions tell, taking away \d+ tools? breaks/,
    );
    expect(await page.locator('#names').textContent()).toContain(
      'run_rule of pasted speaks of write_file, a tool of files',
    );
    const before = JSON.parse((await page.locator('#forms pre').textContent()) ?? '');
    await page.getByLabel(/^Also deny/).check();
    const after = JSON.parse((await page.locator('#forms pre').textContent()) ?? '');
    expect(after.permissions.deny.length).toBeGreaterThan((before.permissions.deny ?? []).length);
    expect(trouble).toEqual([]);
    await close();
  });

  test.each(['postgres,exa', 'everything,exa'])('%s: what is read can stand in an address', async (ids) => {
    const { page, close } = await visit(browser, `${site}/stack/#servers=${ids}`);
    await soon(() => states(page)).toEqual(ids.split(',').map((id) => `${id} known`));
    const theft = page.locator('.combination').filter({ hasText: 'Private data can be carried out' });
    expect(await theft.textContent()).toContain(
      '1 tool requests an address that the caller gives: web_fetch_exa of exa',
    );
    await close();
  });

  test('mail is read and a page of the caller is fetched: a way out by definitions alone', async () => {
    const { page, close } = await visit(browser, `${site}/stack/`);
    const text = (name: string) => ({ type: 'object', properties: { [name]: { type: 'string' } } });
    await paste(
      page,
      JSON.stringify([
        {
          name: 'list_messages',
          description: 'List the messages of the inbox.',
          inputSchema: text('folder'),
        },
        {
          name: 'fetch_url',
          description: 'Fetches a URL and returns its content.',
          inputSchema: text('url'),
        },
      ]),
    );
    await soon(() => states(page)).toEqual(['pasted known']);
    const theft = page.locator('.combination').filter({ hasText: 'Private data can be carried out' });
    expect(await theft.textContent()).toContain('requests an address that the caller gives: fetch_url');
    await close();
  });

  test('every tool that reads mail and every one that sends can be opened, each a link to its page', async () => {
    const { page, close } = await visit(browser, `${site}/stack/#servers=ms-365,slack`);
    await soon(() => states(page)).toEqual(['ms-365 known', 'slack known']);
    const theft = page.locator('.combination').filter({ hasText: 'Private data can be carried out' });
    const ways = theft.locator('li').filter({ hasText: 'send data out' });
    const reads = theft.locator('li').filter({ hasText: 'tools read private data' });
    for (const [part, server, tool] of [
      [ways, 'ms-365', 'send-mail'],
      [ways, 'slack', 'slack_post_message'],
      [reads, 'ms-365', 'list-mail-messages'],
    ] as const) {
      await part.first().locator('summary').click();
      const group = part.locator('.by-server li').filter({ has: page.locator('b', { hasText: server }) });
      const link = group.getByRole('link', { name: tool, exact: true });
      expect(await link.isVisible()).toBe(true);
      expect(await link.getAttribute('href')).toBe(`/tools/${server}/${tool}/`);
      await part.first().locator('summary').click();
    }
    await close();
  });

  test('servers whose tools are unknown are told not to be compared by name', async () => {
    const { page, close } = await visit(browser, `${site}/stack/`);
    await paste(page, fixture('claude-desktop.json'));
    await soon(() => states(page)).toContain('slack known');
    expect(await page.locator('#names .warning').textContent()).toContain('Not compared: mail.');
    expect(await page.locator('#names').textContent()).toContain('No two known servers');
    await close();
  });

  test('names that two servers use are told', async () => {
    const { page, close } = await visit(browser, `${site}/stack/#servers=gitlab,github`);
    await soon(() => states(page)).toEqual(['gitlab known', 'github known']);
    expect(await page.locator('#names').textContent()).toMatch(/create_branch on gitlab, github/);
    await close();
  });
});

describe('the address', () => {
  test('holds the servers that were chosen, and brings them back', async () => {
    const { page, trouble, close } = await visit(browser, `${site}/stack/`);
    await page.getByLabel('Or choose a server of the catalogue').fill('stripe');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await soon(() => states(page)).toEqual(['stripe known']);
    await paste(page, fixture('vscode.json'));
    await page.getByLabel('Or choose a server of the catalogue').fill('Slack (reference server) (slack)');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await soon(() => states(page)).toContain('slack known');
    expect(page.url()).toBe(`${site}/stack/#servers=stripe,slack`);
    const again = await visit(browser, page.url());
    await soon(() => states(again.page)).toEqual(['stripe known', 'slack known']);
    await page.getByRole('button', { name: 'Remove stripe' }).click();
    expect(page.url()).toBe(`${site}/stack/#servers=slack`);
    await page.getByRole('button', { name: 'Remove all' }).click();
    expect(page.url()).toBe(`${site}/stack/`);
    expect([...trouble, ...again.trouble]).toEqual([]);
    await Promise.all([close(), again.close()]);
  });

  test('asks for nothing that the catalogue does not have', async () => {
    const { page, requests, close } = await visit(
      browser,
      `${site}/stack/#servers=..%2F..%2Fx,no-such-server`,
    );
    await soon(() => status(page)).toContain('does not have');
    expect(requests.filter((path) => path.endsWith('.json'))).toEqual(['/servers/lookup.json']);
    await close();
  });
});

test('everything is done by keyboard alone', async () => {
  const { page, trouble, close } = await visit(browser, `${site}/stack/`);
  const reach = async (selector: string) => {
    for (let presses = 0; presses < 120; presses++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${selector}.`);
  };
  await reach('#pasted');
  await page.keyboard.insertText('{"mcpServers": {\n"own": 1}}');
  await reach('#paste > button');
  await page.keyboard.press('Enter');
  await page.locator('#troubles li').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await reach('#pasted');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('{"mcpServers": {"own": {"command": "x"}}}');
  await reach('#paste > button');
  await page.keyboard.press('Enter');
  await soon(() => states(page)).toEqual(['own unknown']);
  await reach('.member summary');
  await page.keyboard.press('Enter');
  await reach('.member form.line input');
  await page.keyboard.insertText('slack');
  await reach('.member form.line button');
  await page.keyboard.press('Enter');
  await soon(() => states(page)).toEqual(['own known']);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('members-heading');
  await reach('#target');
  await page.keyboard.type('OpenAI Codex');
  await soon(() => page.locator('#forms pre').first().textContent()).toContain('[mcp_servers.own]');
  await reach('#forms .copyable button, #forms button');
  expect(trouble).toEqual([]);
  await close();
});

test('a screen reader is told the whole', async () => {
  const { page, close } = await visit(browser, `${site}/stack/`);
  await paste(page, fixture('claude-desktop.json'));
  await soon(() => states(page)).toContain('slack known');
  const tree = await page.locator('main').ariaSnapshot();
  for (const line of [
    '- heading "Your stack" [level=1]',
    '- textbox "The configuration of a client',
    '- button "Read it"',
    '- combobox "Or choose a server of the catalogue"',
    '- status: ',
    '- heading "Servers" [level=2]',
    '- list "Servers of the stack":',
    '- button "Remove mail"',
    '- heading "In all" [level=2]',
    '- heading "By level" [level=3]',
    '- heading "Toxic combinations" [level=2]',
    '- heading "Names" [level=2]',
    '- heading "One policy" [level=2]',
    '- combobox "Client or gateway"',
  ])
    expect(tree).toContain(line);
  expect(tree).not.toMatch(/- (?:textbox|combobox|button|checkbox)(?: \[[^\]]*\])?(?:$|:)/m);
  await close();
});

test.each([
  [390, 'light'],
  [390, 'dark'],
  [768, 'light'],
  [1440, 'dark'],
] as const)('at %i pixels, %s: fits, empty and filled, and axe finds nothing', async (width, colorScheme) => {
  const { page, trouble, close } = await visit(browser, `${site}/stack/`, {
    viewport: { width, height: 900 },
    colorScheme,
  });
  const look = async () => {
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)),
    ).toEqual([]);
  };
  await look();
  await paste(page, '{"mcpServers": {"a": 1}}');
  await look();
  await paste(page, fixture('cursor.json'));
  await paste(page, fixture('tools-list.json'));
  await soon(() => states(page)).toContain('pasted known');
  await page.getByText('Tell what own is').click();
  await look();
  expect(trouble).toEqual([]);
  await close();
});

test('without JavaScript the page says where the same is found', async () => {
  const { page, close } = await visit(browser, `${site}/stack/`, { javaScriptEnabled: false });
  expect(await page.locator('noscript').textContent()).toContain('toolwarden ingest config');
  expect(await page.locator('#stack').isVisible()).toBe(false);
  await close();
});
