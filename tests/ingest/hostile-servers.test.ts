import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limitsWithin } from '../../src/ingest/limits.ts';
import { ownProcesses } from '../../src/ingest/own-processes.ts';
import { alive, attempt, hostile, stored, temporaryFolder } from './attempt.ts';

/** Each server that must end in an error: program, code of the finding, words of its message, time limit. */
const STOPPED: [string, string, RegExp, number][] = [
  ['hangs', 'server-timeout', /after 0\.7 seconds/, 700],
  ['never-greets', 'server-timeout', /after 0\.7 seconds/, 700],
  ['floods-stdout', 'server-flood', /64000000 bytes to stdout/, 10_000],
  ['floods-stderr', 'server-flood', /8000000 bytes to stderr/, 10_000],
  ['exits', 'server-exit', /with code 3 .*API_KEY is not set/s, 10_000],
  ['exits-after-greeting', 'server-exit', /with code 0/, 10_000],
  ['garbage', 'server-garbage', /50 lines that are not JSON-RPC/, 10_000],
  ['repeats-names', 'duplicate-tool-name', /"a" is used twice/, 10_000],
  ['nameless', 'tool-without-name', /Tool 1 has no name/, 10_000],
  ['no-list', 'no-tool-list', /no list of tools/, 10_000],
  ['refuses', 'server-answer', /no key, no service/, 10_000],
  ['endless-pages', 'too-many', /more than 200 pages/, 10_000],
  ['repeats-cursor', 'cursor-loop', /cursor "odd", which was used before/, 10_000],
  ['numeric-cursor', 'bad-cursor', /not text/, 10_000],
  ['huge-tool', 'tool-too-large', /"huge" is 2\d{6} characters long/, 10_000],
  ['deep-tool', 'tool-too-deep', /more than 200 levels/, 10_000],
];

describe('a hostile server ends in a clear error and leaves the entry as it was', () => {
  test.each(STOPPED)('%s', async (program, code, words, timeoutMs) => {
    const catalog = temporaryFolder();
    await attempt(hostile('empty-cursor'), catalog);
    const before = stored(catalog);
    const { ingested, findings } = await attempt(hostile(program), catalog, {
      limits: limitsWithin(timeoutMs),
    });
    expect(ingested).toBeNull();
    expect(findings[0]).toMatchObject({ code, severity: 'error' });
    expect(findings[0]?.message).toMatch(words);
    expect(findings[0]?.hint).not.toBe('');
    expect(stored(catalog)).toEqual(before);
    expect(readdirSync(join(catalog, 'servers', 'subject')).sort()).toEqual([
      'history.jsonl',
      'server.yaml',
      'tools.json',
    ]);
  });
});

test('every repeated name is reported at once', async () => {
  const { findings } = await attempt(hostile('repeats-names'), temporaryFolder());
  expect(findings.map((finding) => finding.path)).toEqual(['/tools/2', '/tools/3']);
});

test('a server that never existed is a clear error', async () => {
  const source = {
    kind: 'stdio' as const,
    command: 'no-such-program',
    args: [],
    env: {},
    cwd: process.cwd(),
  };
  const { findings } = await attempt(source, temporaryFolder());
  expect(findings[0]).toMatchObject({ code: 'server-start' });
});

test('grandchildren that ignore SIGTERM and left the group are gone after the time limit', async () => {
  const folder = temporaryFolder();
  const pidsFile = join(folder, 'pids.json');
  await attempt(hostile('grandchild', { PIDS_FILE: pidsFile }), folder, { limits: limitsWithin(1_500) });
  const pids = JSON.parse(readFileSync(pidsFile, 'utf8')) as number[];
  expect(pids).toHaveLength(3);
  expect(alive(pidsFile)).toEqual([]);
});

test('an orphan that nobody waits for is gone after a good answer, too', async () => {
  const folder = temporaryFolder();
  const pidsFile = join(folder, 'pids.json');
  const { ingested } = await attempt(hostile('orphan', { PIDS_FILE: pidsFile }), folder);
  expect(ingested?.tools).toBe(1);
  expect(existsSync(pidsFile)).toBe(true);
  expect(alive(pidsFile)).toEqual([]);
});

test('orphans without the marker, in a session or a group of their own, are gone as well', async () => {
  const folder = temporaryFolder();
  const pidsFile = join(folder, 'pids');
  const { ingested } = await attempt(hostile('escapes', { PIDS_FILE: pidsFile }), folder);
  expect(ingested?.tools).toBe(1);
  const pids = readFileSync(pidsFile, 'utf8').trim().split(' ').map(Number);
  expect(pids).toHaveLength(2);
  expect(alive(pidsFile)).toEqual([]);
});

test('who drops the marker, the session and the parent at once dies with the namespace', async () => {
  if (ownProcesses().length === 0) {
    process.stderr.write('This system lends no PID namespace: only the fallback was tried.\n');
    return;
  }
  const folder = temporaryFolder();
  const pidsFile = join(folder, 'pids');
  const { ingested } = await attempt(hostile('double-fork', { PIDS_FILE: pidsFile }), folder);
  expect(ingested?.tools).toBe(1);
  expect(existsSync(pidsFile)).toBe(true);
  expect(alive(pidsFile)).toEqual([]);
});

test('the temporary folder is gone afterwards, whether it went well or not', async () => {
  const folder = temporaryFolder();
  const ours = () => readdirSync(tmpdir()).filter((name) => name.startsWith('toolwarden-'));
  const before = new Set(ours());
  const source = hostile('prints-environment');
  await attempt(source, folder);
  const home = String(stored(folder).observation.result.tools[0]?.['home']);
  expect(home).toContain('toolwarden-');
  expect(existsSync(home)).toBe(false);
  expect(ours().filter((name) => !before.has(name) && home.includes(name))).toEqual([]);
});

test('the environment is scrubbed to what the server needs and was given', async () => {
  const folder = temporaryFolder();
  process.env['SECRET_OF_THE_SHELL'] = 'leaks';
  const { findings } = await attempt(hostile('prints-environment', { GIVEN: 'x' }), folder);
  delete process.env['SECRET_OF_THE_SHELL'];
  const names = String(stored(folder).observation.result.tools[0]?.['description']).split(' ');
  expect(names).toEqual(['GIVEN', 'HOME', 'LANG', 'PATH', 'TMPDIR', 'TOOLWARDEN_CONTAINED']);
  expect(findings.map((finding) => finding.code)).toEqual(['temporary-path']);
});

test('an empty-string cursor is followed', async () => {
  const folder = temporaryFolder();
  await attempt(hostile('empty-cursor'), folder);
  expect(stored(folder).observation.result.tools.map((tool) => tool.name)).toEqual(['first', 'after ""']);
});

test('a banner for people on stdout does no harm', async () => {
  const { ingested } = await attempt(hostile('banner'), temporaryFolder());
  expect(ingested?.tools).toBe(1);
});

test('unknown keys stay, wrong types stay, a missing inputSchema stays missing, keys are sorted', async () => {
  const folder = temporaryFolder();
  await attempt(hostile('raw-keys'), folder);
  const { observation, text } = stored(folder);
  expect(observation.result.tools).toEqual([
    {
      zeta: { nested: [3, 1, 2], alpha: null },
      name: 'unknown-keys',
      inputSchema: { type: 'object', 'x-own': true },
    },
    { name: 'no-schema' },
    { name: 'wrong-types', description: 7, inputSchema: 'text', annotations: [] },
  ]);
  expect(text.indexOf('"inputSchema"')).toBeLessThan(text.indexOf('"name": "unknown-keys"'));
  expect(text.indexOf('"alpha"')).toBeLessThan(text.indexOf('"nested"'));
  expect(text.endsWith('}\n')).toBe(true);
});

test('a server of the stateless revision is read as raw as any other', async () => {
  const folder = temporaryFolder();
  const { ingested } = await attempt(hostile('stateless'), folder);
  expect(ingested).toMatchObject({ protocolVersion: '2026-07-28', version: '2.0.0', tools: 2 });
  const [first, second] = stored(folder).observation.result.tools;
  expect(first).toMatchObject({ own: 1 });
  expect(second).toEqual({ name: 'no-schema' });
});

test('an entry that cannot be read stops the ingest before the server starts', async () => {
  const folder = temporaryFolder();
  await attempt(hostile('empty-cursor'), folder);
  writeFileSync(join(folder, 'servers', 'subject', 'tools.json'), '{"observed": 1,\n');
  const { ingested, findings } = await attempt(hostile('hangs'), folder, { limits: limitsWithin(60_000) });
  expect(ingested).toBeNull();
  expect(findings[0]).toMatchObject({ code: 'json-syntax' });
});
