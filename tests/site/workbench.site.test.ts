import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { toolwarden } from '../commands/run.ts';
import { launchChromium } from './chromium.ts';
import { overflowOf, soon, visit } from './visit.ts';

const site = inject('site');
const hostile = inject('hostileSite');
const FILESYSTEM = `${site}/policy/#server=filesystem`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const row = (page: Page, tool: string) => page.getByRole('group', { name: tool, exact: true });
const decision = (page: Page, tool: string) => page.getByLabel(`Decision for ${tool}`, { exact: true });
const policyText = (page: Page) => page.locator('#policy-text').inputValue();
const exported = (page: Page) => page.locator('#form pre').first().textContent();
const policy = async (page: Page) => JSON.parse(await policyText(page));

/** Opens the workbench on a server and waits until its tools stand there. */
async function opened(address: string, options = {}) {
  const visited = await visit(browser, address, options);
  await visited.page.locator('#rows .row').first().waitFor();
  return visited;
}

function exportedByCommand(...args: string[]): string {
  return toolwarden(['policy', 'export', ...args]).stdout;
}

describe('the rows and the text', () => {
  test('a server is loaded with its recommended policy, chosen from the list or named by the address', async () => {
    const named = await opened(FILESYSTEM);
    const chosen = await visit(browser, `${site}/policy/`);
    await chosen.page.locator('#server').selectOption('filesystem');
    await chosen.page.getByRole('button', { name: 'Load' }).click();
    await soon(() => policyText(chosen.page)).toBe(await policyText(named.page));
    expect(await decision(named.page, 'read_file').inputValue()).toBe('ask');
    expect(await named.page.locator('#policy-status').textContent()).toBe('In order.');
    expect([...named.trouble, ...chosen.trouble]).toEqual([]);
    await Promise.all([named.close(), chosen.close()]);
  });

  test('the recommendation is for those who can be asked or for nobody, and the address says which', async () => {
    const { page, trouble, close } = await opened(FILESYSTEM);
    await page.getByLabel('Recommended for').selectOption('unattended');
    const unattended = toolwarden(['policy', 'recommend', 'filesystem', '--profile', 'unattended']).stdout;
    await soon(() => policyText(page)).toBe(unattended);
    await soon(() => page.locator('#difference').textContent()).toContain('where nobody can be asked');
    await soon(async () => new URL(page.url()).hash).toBe('#server=filesystem&profile=unattended');
    const again = await opened(page.url());
    expect(await policyText(again.page)).toBe(unattended);
    expect(await again.page.locator('#profile').inputValue()).toBe('unattended');
    expect([...trouble, ...again.trouble]).toEqual([]);
    await Promise.all([close(), again.close()]);
  });

  test('follow each other', async () => {
    const { page, trouble, close } = await opened(FILESYSTEM);
    await decision(page, 'write_file').selectOption('hide');
    expect((await policy(page)).hide).toEqual(['write_file']);
    await decision(page, 'edit_file').selectOption('ask');
    expect((await policy(page)).tools.edit_file.deny_if[0].on_deny).toContain('A person must approve');
    await page.getByLabel('Most calls of move_file').fill('7');
    expect((await policy(page)).tools.move_file.limits[0].max).toBe(7);
    await page.locator('#policy-text').fill((await policyText(page)).replace('"max": 7', '"max": 8'));
    await soon(() => page.getByLabel('Most calls of move_file').inputValue()).toBe('8');
    expect(trouble).toEqual([]);
    await close();
  });

  test('one decision is set for all tools that the filter leaves', async () => {
    const { page, trouble, close } = await opened(`${site}/policy/#server=gitlab-zereight`);
    await page.getByLabel('of category or risk').selectOption('Destructive');
    await page.getByLabel('Show names that hold').fill('delete_issue');
    const shown = await page.locator('#rows .row:visible .name').allTextContents();
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.every((name) => name.includes('delete_issue'))).toBe(true);
    await page.getByLabel('Decision for all shown').selectOption('hide');
    await page.getByRole('button', { name: `Set ${shown.length} shown` }).click();
    expect((await policy(page)).hide).toEqual(shown);
    expect(trouble).toEqual([]);
    await close();
  });

  test('custom conditions stand in the text as they are built', async () => {
    const { page, close } = await opened(FILESYSTEM);
    await decision(page, 'write_file').selectOption('custom');
    const tool = row(page, 'write_file');
    await tool.getByLabel('Argument', { exact: true }).fill('args.path');
    await tool.getByLabel('Comparison').selectOption('regex');
    await tool.getByLabel('Value').fill('^/srv/notes/[a-z]+[.]md$');
    await tool.getByLabel('Message to the agent').fill('Only notes.');
    const condition = { path: 'args.path', op: 'regex', value: '^/srv/notes/[a-z]+[.]md$' };
    const { require, limits } = (await policy(page)).tools.write_file;
    expect(require).toEqual([{ conditions: [condition], on_deny: 'Only notes.' }]);
    expect(limits).toHaveLength(1);
    await tool.getByLabel('Value').fill('(');
    await soon(() => tool.locator('.trouble').textContent()).toContain('expression');
    expect((await policy(page)).tools.write_file.require[0].conditions).toEqual([condition]);
    await close();
  });

  test('a mistake is told at its line, as it is typed, and the rows wait until it is mended', async () => {
    const { page, close } = await opened(FILESYSTEM);
    const text = await policyText(page);
    const line = text.split('\n').findIndex((one) => one.includes('"window"')) + 1;
    await page.locator('#policy-text').fill(text.replace('"window": "minute"', '"window": "fortnight"'));
    const problem = page.locator('#problems li').first();
    await soon(() => problem.locator('button').textContent()).toBe(`Line ${line}`);
    expect(await problem.textContent()).toContain('fortnight');
    expect(await page.locator('#line-numbers').textContent()).toContain(`● ${line}\n`);
    expect(await decision(page, 'read_file').isDisabled()).toBe(true);
    await problem.locator('button').click();
    const before = await page
      .locator('#policy-text')
      .evaluate((area: HTMLTextAreaElement) => area.value.slice(0, area.selectionStart).split('\n').length);
    expect(before).toBe(line);
    await page.locator('#policy-text').fill(text);
    await soon(() => page.locator('#policy-status').textContent()).toBe('In order.');
    expect(await decision(page, 'read_file').isDisabled()).toBe(false);
    await close();
  });
});

test('of thirty-one calls in a minute the last is denied, by the rule that says so', async () => {
  const { page, trouble, close } = await opened(FILESYSTEM);
  await page.locator('#trial-tool').selectOption({ label: 'write_file' });
  await page.locator('#trial-arguments').fill('{"path": "a.md", "content": "x"}');
  await page.getByRole('button', { name: 'Try' }).click();
  expect(await page.locator('#trial-result li').allTextContents()).toEqual([
    'Calls 1 to 30: allowed',
    expect.stringMatching(
      /^Call 31: denied by \/tools\/write_file\/limits\/0: Limit reached: 30 calls a minute/,
    ),
  ]);
  expect(JSON.parse((await page.locator('#trial-result pre').textContent()) ?? '')).toMatchObject({
    'minute:write_file_per_minute': { count: 30 },
  });
  await page.locator('#trial-go-on').check();
  await page.locator('#trial-calls').fill('1');
  await page.getByRole('button', { name: 'Try' }).click();
  expect(await page.locator('#trial-result li').textContent()).toContain('Call 1: denied');
  await page.locator('#trial-arguments').fill('[');
  await page.getByRole('button', { name: 'Try' }).click();
  expect(await page.locator('#trial-result').textContent()).toContain('no JSON');
  expect(trouble).toEqual([]);
  await close();
});

test('says what becomes allowed and denied against the advice', async () => {
  const { page, close } = await opened(FILESYSTEM);
  await soon(() => page.locator('#difference').textContent()).toContain('to the letter');
  await decision(page, 'read_file').selectOption('allow');
  await decision(page, 'write_file').selectOption('deny');
  await soon(() => page.locator('#difference h3').allTextContents()).toEqual([
    'Becomes allowed',
    'Becomes denied',
  ]);
  expect(await page.locator('#difference li .name').allTextContents()).toEqual(['read_file', 'write_file']);
  await close();
});

describe('exports', () => {
  test.each(['policylayer', 'claude-code', 'codex', 'gemini-cli', 'opa'])(
    '%s has the bytes of the command line, for a server and for one tool',
    async (target) => {
      const { page, trouble, close } = await opened(`${site}/policy/#server=git-cyanheads`);
      await page.locator('#form-target').selectOption(target);
      expect(await exported(page)).toBe(exportedByCommand('--target', target, 'git-cyanheads'));
      const tool = await page.locator('#rows .name').first().textContent();
      await page.locator('#form-tool').selectOption({ label: `only ${tool}` });
      expect(await exported(page)).toBe(exportedByCommand('--target', target, `git-cyanheads/${tool}`));
      await page.locator('#form-key').fill('mine');
      expect(await exported(page)).toBe(
        exportedByCommand('--target', target, '--key', 'mine', `git-cyanheads/${tool}`),
      );
      expect(trouble).toEqual([]);
      await close();
    },
  );

  test('are copied and saved to the byte', async () => {
    const { page, close } = await opened(FILESYSTEM, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('#form').getByRole('button', { name: /^Copy/ }).first().click();
    await soon(() => page.locator('#said').textContent()).toMatch(/^Copied /);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await policyText(page));
    const saving = page.waitForEvent('download');
    await page
      .locator('#form')
      .getByRole('button', { name: /^Download/ })
      .first()
      .click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('policy.json');
    expect(readFileSync(await saved.path(), 'utf8')).toBe(await policyText(page));
    await close();
  });
});

describe('links', () => {
  test('an address holds the policy, and nothing of the server but its id', async () => {
    const first = await opened(FILESYSTEM);
    await decision(first.page, 'write_file').selectOption('deny');
    await soon(() => Promise.resolve(first.page.url())).toContain('policy=');
    const text = await policyText(first.page);
    const second = await opened(first.page.url());
    await soon(() => policyText(second.page)).toBe(text);
    expect(await decision(second.page, 'write_file').inputValue()).toBe('deny');
    await Promise.all([first.close(), second.close()]);
  });

  test('a link that was cut says so, and one to an unknown server asks for nothing', async () => {
    const cut = await visit(browser, `${site}/policy/#policy=xVbBb`);
    await soon(() => cut.page.locator('#load-status').textContent()).toContain('cannot be read');
    const unknown = await visit(browser, `${site}/policy/#server=../../risk`);
    await soon(() => unknown.page.locator('#load-status').textContent()).toContain('no such server');
    expect(unknown.requests.filter((path) => path.endsWith('.json'))).toEqual([]);
    await Promise.all([cut.close(), unknown.close()]);
  });

  test('a tool page leads to its row', async () => {
    const { page, close } = await visit(browser, `${site}/tools/filesystem/write_file/`);
    await page
      .getByRole('link', { name: /workbench/i })
      .first()
      .click();
    await soon(() => page.evaluate(() => document.activeElement?.ariaLabel ?? '')).toBe(
      'Decision for write_file',
    );
    await close();
  });
});

describe('pasted definitions', () => {
  const SECRET = 'sk-do-not-share-this';
  const pasted = JSON.stringify({
    tools: [{ name: 'wipe_disk', description: `Deletes every file of a disk. ${SECRET}`, inputSchema: {} }],
  });

  test('are classified here: nothing is sent, and the address holds nothing of them but the policy', async () => {
    const { page, requests, trouble, close } = await visit(browser, `${site}/policy/`);
    const bodies: (string | null)[] = [];
    page.on('request', (request) => bodies.push(request.postData()));
    await page.getByText('Or paste definitions').click();
    await page.locator('#pasted').fill(pasted);
    await page.getByRole('button', { name: 'Read these definitions' }).click();
    await row(page, 'wipe_disk').waitFor();
    expect(await row(page, 'wipe_disk').locator('.risk').textContent()).toBe('Critical');
    expect(await decision(page, 'wipe_disk').inputValue()).toBe('deny');
    await soon(() => Promise.resolve(page.url())).toContain('policy=');
    const link = page.url();
    const restored = await opened(link);
    expect(await restored.page.content()).not.toContain(SECRET);
    expect(await policyText(restored.page)).toBe(await policyText(page));
    expect(requests.filter((path) => path.includes('api/'))).toEqual(['/api/v1/rules.json']);
    expect(requests.join(' ')).not.toContain(SECRET);
    expect(bodies.filter((body) => body !== null)).toEqual([]);
    expect(trouble).toEqual([]);
    await Promise.all([close(), restored.close()]);
  });

  test('that cannot be read are told apart', async () => {
    const { page, close } = await visit(browser, `${site}/policy/`);
    await page.getByText('Or paste definitions').click();
    await page.locator('#pasted').fill('{"tools": [{}, 5]}');
    await page.getByRole('button', { name: 'Read these definitions' }).click();
    await soon(() => page.locator('#paste-troubles li').count()).toBe(2);
    await close();
  });
});

test('everything is done by keyboard alone', async () => {
  const { page, trouble, close } = await visit(browser, `${site}/policy/`);
  const reach = async (selector: string) => {
    for (let presses = 0; presses < 120; presses++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${selector}.`);
  };
  await reach('#server');
  await page.keyboard.type('Filesystem');
  await reach('#load-server button');
  await page.keyboard.press('Enter');
  await page.locator('#rows .row').first().waitFor();
  await reach('[aria-label="Decision for write_file"]');
  await page.keyboard.type('De');
  await soon(() => decision(page, 'write_file').inputValue()).toBe('deny');
  await reach('#policy-text');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('x');
  await soon(() => page.locator('#problems li').count()).toBeGreaterThan(0);
  await page.keyboard.press('Backspace');
  await soon(() => page.locator('#policy-status').textContent()).toBe('In order.');
  await reach('#trial-tool');
  await page.keyboard.type('write_f');
  await page.keyboard.press('Tab');
  await reach('#trial button');
  await page.keyboard.press('Enter');
  expect(await page.locator('#trial-result li').textContent()).toContain('Calls 1 to 31: denied');
  await reach('#form-target');
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowDown');
  await soon(() => exported(page)).toContain('[mcp_servers');
  await reach('#form .copyable button, #form button');
  expect(trouble).toEqual([]);
  await close();
});

test.each([
  [390, 'light'],
  [390, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('at %i pixels, %s: fits, and axe finds nothing', async (width, colorScheme) => {
  const { page, trouble, close } = await opened(FILESYSTEM, {
    viewport: { width, height: 900 },
    colorScheme,
  });
  await decision(page, 'write_file').selectOption('custom');
  await page.getByRole('button', { name: 'Try' }).click();
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)),
  ).toEqual([]);
  expect(trouble).toEqual([]);
  await close();
});

test.each(['hostile', 'awkward-names', 'odd-schemas'])(
  'the names of %s are text and nothing else',
  async (server) => {
    const { page, trouble, close } = await opened(`${hostile}/policy/#server=${server}`, {
      viewport: { width: 390, height: 844 },
    });
    const decisions = page.locator('#rows select[aria-label^="Decision"]');
    for (const select of (await decisions.all()).slice(0, 12)) {
      await select.selectOption('custom');
      await select.selectOption('allow');
    }
    expect(await page.locator('#policy-status').textContent()).not.toContain('mistake');
    for (const target of ['codex', 'agentgateway', 'opa', 'kong'])
      await page.locator('#form-target').selectOption(target);
    expect(
      await page
        .locator('#workbench :is(img, iframe, script, style, object, svg, a[href^="javascript"])')
        .count(),
    ).toBe(0);
    const shown = await page.locator('#rows, #trial-tool, #form-tool, #difference').allTextContents();
    expect(
      shown
        .join('')
        .match(/[\p{Cf}\p{Cc}]/gu)
        ?.filter((one) => one !== '\n') ?? [],
    ).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(trouble).toEqual([]);
    await close();
  },
);

test('without JavaScript it says what does the same work', async () => {
  const { page, trouble, close } = await visit(browser, `${site}/policy/`, { javaScriptEnabled: false });
  expect(await page.locator('noscript').textContent()).toContain('toolwarden policy recommend');
  expect(await page.locator('#workbench').isVisible()).toBe(false);
  expect(trouble).toEqual([]);
  await close();
});
