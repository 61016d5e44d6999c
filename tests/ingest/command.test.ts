import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Ingested } from '../../src/core/schemas/ingested.ts';
import { stored, temporaryFolder } from './attempt.ts';

/** Runs the command as a person does. */
function toolwarden(...args: string[]) {
  const run = spawnSync(process.execPath, ['scripts/toolwarden.mjs', 'ingest', ...args], {
    encoding: 'utf8',
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

const BANNER = ['--', process.execPath, 'tests/ingest/hostile/banner.mjs'];

test('ingest stdio: one line of JSON on stdout, what changed on stderr, exit 0', () => {
  const catalog = temporaryFolder();
  const { code, stdout, stderr } = toolwarden(
    'stdio',
    '--id',
    'b',
    '--catalog',
    catalog,
    '--date',
    '2026-11-20',
    ...BANNER,
  );
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: 'b 9.9.9, 2026-11-20\n  First observation: 1 tools.\n',
  });
  expect(Ingested.parse(JSON.parse(stdout))).toMatchObject({ id: 'b', tools: 1 });
  expect(stored(catalog, 'b').observation.observed.date).toBe('2026-11-20');
});

test('ingest jsonl and config end with 2 and every problem when they cannot be used', () => {
  const path = join(temporaryFolder(), 'mcp.json');
  const servers = {
    good: { command: process.execPath, args: ['tests/ingest/hostile/banner.mjs'] },
    bad: { command: process.execPath, args: ['tests/ingest/hostile/exits.mjs'] },
    worse: { command: 'no-such-program' },
  };
  writeFileSync(path, JSON.stringify({ mcpServers: servers }));
  const catalog = temporaryFolder();
  const { code, stdout, stderr } = toolwarden('config', path, '--catalog', catalog, '--date', '2026-11-20');
  expect(code).toBe(2);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain('bad: The server ended with code 3');
  expect(stderr).toContain('worse: The server could not be started');
  expect(stored(catalog, 'good').observation.result.tools).toHaveLength(1);
});

test.each([
  [['file', 'x.json'], /Add --id ID/],
  [['stdio', '--id', 'b'], /missing required argument/],
  [['file', 'x.json', '--id', 'b', '--date', 'yesterday'], /YYYY-MM-DD/],
  [['file', 'x.json', '--id', 'b', '--date', '2026-02-31'], /no such day/],
  [['file', 'x.json', '--id', 'b', '--timeout', '0'], /seconds between/],
  [['file', 'x.json', '--id', 'b', '--env', 'NAME'], /NAME=VALUE/],
  [['http', 'ftp://a.example', '--id', 'b'], /http or https/],
  [['npm', 'left-pad@latest', '--id', 'b'], /exact version/],
])('unusable arguments end with 2: %j', (args, words) => {
  const { code, stdout, stderr } = toolwarden(...args, '--catalog', temporaryFolder());
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(words);
});

test('text of a server cannot steer the terminal', () => {
  const path = join(temporaryFolder(), 'tools.json');
  const catalog = temporaryFolder();
  const evil = 'a\u001b[2J\u202eb';
  writeFileSync(path, JSON.stringify([{ name: 'x' }]));
  toolwarden('file', path, '--id', 'b', '--catalog', catalog);
  writeFileSync(path, JSON.stringify([{ name: evil }]));
  const { code, stderr } = toolwarden('file', path, '--id', 'b', '--catalog', catalog);
  expect(code).toBe(0);
  expect(stderr).toContain('⟦U+001B⟧[2J⟦U+202E⟧');
  expect(stderr).not.toContain('\u001b');
});

test('a line break of a server cannot pose as a line of ours, and its JSON is plain', () => {
  const path = join(temporaryFolder(), 'tools.json');
  const catalog = temporaryFolder();
  const ingest = (name: string) => {
    writeFileSync(path, JSON.stringify([{ name }, { name }].slice(0, name === 'x' ? 1 : 2)));
    return toolwarden('file', path, '--id', 'b', '--catalog', catalog);
  };
  const forged = ingest('a\n0 findings, 0 of them errors.');
  expect(forged.code).toBe(2);
  expect(forged.stderr).toContain('a⟦U+000A⟧0 findings');
  expect(forged.stderr).not.toMatch(/^0 findings/m);
  ingest('x');
  writeFileSync(path, JSON.stringify([{ name: 'a\nb 1.0.0, 2026-01-01\u009b\u202e' }]));
  const { code, stdout, stderr } = toolwarden('file', path, '--id', 'b', '--catalog', catalog);
  expect(code).toBe(0);
  expect(stderr).not.toMatch(/^b 1\.0\.0/m);
  expect(stdout).toContain('\\u009b\\u202e');
  expect(stdout).not.toMatch(/[\u009b\u202e]/);
});
