import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { treeDigest } from './tree-digest.ts';

const KILLS = 20;
const folder = mkdtempSync(join(tmpdir(), 'toolwarden-kill-'));
const out = join(folder, 'dist');

afterAll(() => rmSync(folder, { recursive: true }));

function startBuild(target: string, catalog: string, site: string): ChildProcess {
  const command = ['scripts/toolwarden.mjs', 'build', '--catalog', catalog, '--out', target, '--site', site];
  return spawn(process.execPath, command, { stdio: 'ignore', detached: true });
}

async function built(target: string, site: string): Promise<void> {
  const [code] = await once(startBuild(target, 'tests/fixtures/hostile-catalog', site), 'exit');
  if (code !== 0) throw new Error(`the build ended with ${code}`);
}

let oldSite: Record<string, string>;
let newSite: Record<string, string>;
let duration = 0;

beforeAll(async () => {
  const start = performance.now();
  await built(out, 'https://old.example');
  duration = performance.now() - start;
  oldSite = treeDigest(realpathSync(out));
  await built(join(folder, 'reference'), 'https://new.example');
  newSite = treeDigest(realpathSync(join(folder, 'reference')));
});

test('two builds give the same bytes', async () => {
  await built(join(folder, 'again'), 'https://example.org');
  expect(treeDigest(realpathSync(join(folder, 'again')))).toEqual(
    treeDigest(realpathSync(inject('hostileFolder'))),
  );
});

/** Fixed moments over the length of a build: the same in every run, unlike the work they interrupt. */
const moments = Array.from({ length: KILLS }, (_, index) => ((index * 7 + 3) % KILLS) / KILLS + 0.5 / KILLS);

test.each(moments)('a build killed at %f of its time leaves a whole site', async (moment) => {
  const build = startBuild(out, 'tests/fixtures/hostile-catalog', 'https://new.example');
  const exit = once(build, 'exit');
  await sleep(moment * duration);
  build.kill('SIGKILL');
  await exit;
  const found = treeDigest(realpathSync(out));
  expect([oldSite, newSite]).toContainEqual(found);
});

test('the next build is whole, clears what was left, and is never missing on the way', async () => {
  let missing = 0;
  const watch = setInterval(() => {
    if (!existsSync(join(out, 'index.html'))) missing++;
  }, 1);
  await built(out, 'https://new.example');
  clearInterval(watch);
  expect(missing).toBe(0);
  expect(treeDigest(realpathSync(out))).toEqual(newSite);
  // The renderers of killed builds notice within moments that nobody waits for them.
  await sleep(1000);
  await built(out, 'https://new.example');
  expect(readdirSync(folder).filter((name) => name.startsWith('.dist'))).toHaveLength(1);
});
