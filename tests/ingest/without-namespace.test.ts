import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownProcesses } from '../../src/ingest/own-processes.ts';
import { alive, attempt, hostile, temporaryFolder } from './attempt.ts';

test('where unshare does not work, a server is read and its orphans are found all the same', async () => {
  const folder = temporaryFolder();
  const tried = join(folder, 'tried');
  writeFileSync(join(folder, 'unshare'), `#!/bin/sh\ntouch ${tried}\nexit 1\n`, { mode: 0o755 });
  const path = process.env['PATH'];
  process.env['PATH'] = `${folder}:${path}`;
  expect(ownProcesses()).toEqual([]);
  process.env['PATH'] = path;
  expect(existsSync(tried)).toBe(true);
  const pidsFile = join(folder, 'pids');
  const { ingested } = await attempt(hostile('escapes', { PIDS_FILE: pidsFile }), folder);
  expect(ingested?.tools).toBe(1);
  expect(readFileSync(pidsFile, 'utf8').trim().split(' ')).toHaveLength(2);
  expect(alive(pidsFile)).toEqual([]);
});
