import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticeOf } from '../../src/ingest/notice.ts';
import { temporaryFolder } from './attempt.ts';

function notice(...args: string[]) {
  const run = spawnSync(process.execPath, ['scripts/toolwarden.mjs', 'notice', ...args], {
    encoding: 'utf8',
  });
  return { code: run.status, stderr: run.stderr };
}

/** A catalogue with one real entry. */
function catalogue(): string {
  const folder = temporaryFolder();
  cpSync('catalog/servers/memory', join(folder, 'servers', 'memory'), { recursive: true });
  return folder;
}

test('every package stands in it with version, licence and evidence', () => {
  const { text, findings } = noticeOf(catalogue());
  expect(findings).toEqual([]);
  expect(text).toContain(
    'memory: @modelcontextprotocol/server-memory@2026.1.26\n  MIT (license field of package.json)\n',
  );
});

test('an entry without a licence is a finding', () => {
  const folder = catalogue();
  const file = join(folder, 'servers', 'memory', 'server.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/license:\n {2}spdx.*\n {2}evidence.*\n/, ''));
  expect(noticeOf(folder).findings).toMatchObject([{ code: 'no-license', file }]);
});

test('--check tells a stale file from a current one and writes nothing', () => {
  const folder = catalogue();
  const out = join(folder, 'NOTICE');
  const args = ['--catalog', folder, '--out', out];
  expect(notice(...args, '--check')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('stale-notice'),
  });
  expect(notice(...args).code).toBe(0);
  expect(notice(...args, '--check').code).toBe(0);
  writeFileSync(out, `${readFileSync(out, 'utf8')}x`);
  expect(notice(...args, '--check').code).toBe(1);
  expect(readFileSync(out, 'utf8').endsWith('x')).toBe(true);
});

test('the NOTICE of this repository is current', () => {
  expect(readFileSync('NOTICE', 'utf8')).toBe(noticeOf('catalog').text);
});
