import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { toolwarden } from './run.ts';

vi.setConfig({ testTimeout: 60_000 });

const NAMES = [
  'build',
  'check',
  'classify',
  'eval',
  'explain',
  'gateway',
  'ingest',
  'notice',
  'policy',
  'serve',
];

test('the help lists every command', () => {
  const { code, stdout } = toolwarden(['--help']);
  expect(code).toBe(0);
  expect([...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)).toEqual([...NAMES, 'help']);
});

test.each(NAMES)('%s is found by its name, and tells how it is used', (name) => {
  const { code, stdout, stderr } = toolwarden([name, '--help']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(new RegExp(`^Usage: toolwarden ${name} `));
});

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(toolwarden(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('a misspelt command ends with 2 and the one that may be meant', () => {
  const { code, stdout, stderr } = toolwarden(['clasify', 'x.json']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('Did you mean classify?');
});
