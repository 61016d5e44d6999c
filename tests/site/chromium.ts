import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Kept quiet and offline: nothing the browser does on its own may look like a request of a page. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium or Chrome. Where there is none it is said and one is installed; the tests are never skipped. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = installed() ?? install();
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

function installed(): string | undefined {
  return [...PLACES, chromium.executablePath()].find((path) => path !== undefined && existsSync(path));
}

function install(): string {
  const asRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const [command, ...rest] = asRoot
    ? ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium']
    : [process.execPath, 'node_modules/playwright-core/cli.js', 'install', 'chromium'];
  process.stderr.write(
    `No Chromium or Chrome was found; installing one with: ${[command, ...rest].join(' ')}\n` +
      'Set CHROMIUM to the path of a browser to use that instead.\n',
  );
  spawnSync(command ?? '', rest, { stdio: 'inherit' });
  const path = installed();
  if (path === undefined) {
    throw new Error(
      'The browser tests need Chromium or Chrome, and installing one failed. Install one and set CHROMIUM to its path.',
    );
  }
  return path;
}
