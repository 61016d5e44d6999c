import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Classifier } from '../../src/core/classify/classifier.ts';
import { launchChromium } from '../../tests/site/chromium.ts';
import { columns } from '../terminal-table.ts';
import { writeGeneratedTools } from './generated-tools.ts';
import { measuredRun } from './measured-run.ts';
import { serveCompressed, writeSearchIndex } from './search-site.ts';

const THROTTLE = 4;
/** Long enough for an answer on a slow processor; nobody types slower. */
const PAUSE = 350;

/** What is typed, letter by letter: names, words of names, a slip of the pen, filters. */
const TYPED = ['create_refund', 'delete file', 'list users', 'serch', 'send mail risk:high', 'get_user_list'];
/** Words that stand in descriptions and hardly in names. */
const DESCRIBED = 'specified identifier';

const HEAD = [
  'tools',
  'first letter, kB',
  'a name, kB',
  'a description, kB',
  'key, median ms',
  'key, p95 ms',
  'complete, median ms',
  'complete, p95 ms',
];

/**
 * What a search costs in a real browser: bytes transferred from the first touch of the box (scripts included, page and
 * fonts not), and the time from a key to its first and to its complete answer on a processor slowed four times.
 */
export async function benchSearch(
  corpus: string | null,
  folder: string,
  classifier: Classifier,
): Promise<string> {
  const site = join(folder, 'site');
  await measuredRun(process.execPath, ['scripts/toolwarden.mjs', 'build', '--out', site]);
  const generated = join(folder, 'generated-search.jsonl');
  writeGeneratedTools(generated, 100_000);
  const sets: [what: string, input: string, times: number][] = [
    ['the embedded catalogue', 'catalog', 1],
    ...(corpus === null ? [] : ([['the corpus', corpus, 1]] satisfies [string, string, number][])),
    ['generated', generated, 1],
    ...(corpus === null ? [] : ([['the corpus, six times', corpus, 6]] satisfies [string, string, number][])),
  ];
  const browser = await launchChromium();
  const rows: string[][] = [];
  for (const [number, [what, input, times]] of sets.entries()) {
    const index = join(folder, `index-${number}`);
    const tools = await writeSearchIndex(input, times, index, classifier);
    const { url, close } = await serveCompressed(site, index);
    rows.push([`${tools}, ${what}`, ...(await measure(browser, url))]);
    close();
  }
  await browser.close();
  return columns(HEAD, rows);
}

async function measure(browser: Browser, url: string): Promise<string[]> {
  const bytes = [
    await transferred(browser, url, 'd'),
    await transferred(browser, url, 'delete_file'),
    await transferred(browser, url, DESCRIBED),
  ];
  const keys = await keystrokes(browser, url);
  const times = [keys.map(({ first }) => first), keys.map(({ last }) => last)];
  return [
    ...bytes.map((count) => (count / 1000).toFixed(0)),
    ...times.flatMap((list) => [quantile(list, 0.5), quantile(list, 0.95)].map((time) => time.toFixed(0))),
  ];
}

async function transferred(browser: Browser, url: string, typed: string): Promise<number> {
  const { page, close } = await opened(browser, url);
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await page.locator('#q').pressSequentially(typed);
  await page.locator('[role=option]').first().waitFor();
  await page.waitForTimeout(PAUSE);
  await close();
  return bytes;
}

interface Answered {
  /** Milliseconds from a key to the first and to the last change of the list. */
  first: number;
  last: number;
}

async function keystrokes(browser: Browser, url: string): Promise<Answered[]> {
  const { page, close } = await opened(browser, url);
  const session = await page.context().newCDPSession(page);
  await page.locator('#q').focus();
  await page.locator('#found').waitFor({ state: 'attached' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.evaluate(watchAnswers);
  for (const typed of TYPED) {
    await page.locator('#q').fill('');
    for (const letter of typed) {
      await page.keyboard.type(letter);
      await page.waitForTimeout(PAUSE);
    }
  }
  const answers = await page.evaluate(() => (window as unknown as { answers: Answered[] }).answers);
  await close();
  return answers.filter(({ first }) => first >= 0);
}

/** Runs in the page: notes when a key was heard and when the list changed after it. */
function watchAnswers(): void {
  const answers: Answered[] = [];
  (window as unknown as { answers: Answered[] }).answers = answers;
  let heard = 0;
  document.addEventListener(
    'input',
    () => {
      heard = performance.now();
      answers.push({ first: -1, last: -1 });
    },
    true,
  );
  const list = document.getElementById('found');
  const changed = (): void => {
    const answer = answers.at(-1);
    if (answer === undefined) return;
    answer.last = performance.now() - heard;
    if (answer.first < 0) answer.first = answer.last;
  };
  if (list !== null) new MutationObserver(changed).observe(list, { childList: true });
}

async function opened(browser: Browser, url: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/`, { waitUntil: 'networkidle' });
  return { page, close: () => context.close() };
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}
