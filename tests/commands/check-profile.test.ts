import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderWith, toolwarden } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

const PROFILE = ['check', '--profile', 'claude-directory'];
const TOOL = {
  name: 'list_refunds',
  title: 'List refunds',
  description: 'Lists the refunds of an account.',
  inputSchema: { type: 'object', properties: {} },
  annotations: { readOnlyHint: true },
};

test('a file is held against the criteria, whose source and date are named', () => {
  const folder = folderWith({ 'tools.json': JSON.stringify({ tools: [TOOL, { ...TOOL, title: '' }] }) });
  const file = join(folder, 'tools.json');
  const { code, stdout, stderr } = toolwarden([...PROFILE, file]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain(`${file}: error[directory-title] /title: list_refunds: The tool has no title.`);
  expect(stderr).toContain('claude.com/docs/connectors/building/review-criteria, read 2026-11-20');
  expect(toolwarden([...PROFILE, file, '--fail-on', 'error']).code).toBe(1);
});

test('standard input does as well, and a list without problems says so', () => {
  const { code, stderr } = toolwarden([...PROFILE, '-', '--fail-on', 'info'], JSON.stringify([TOOL]));
  expect(code).toBe(0);
  expect(stderr).toContain('Nothing to report.');
});

test('a server of the catalogue is told at the lines of its observation', () => {
  const { code, stderr } = toolwarden([...PROFILE, 'memory']);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^catalog\/servers\/memory\/tools\.json:\d+: error\[directory-hint\]/m);
  expect(stderr).toContain('9 tools held against');
});

test('what is neither, and a subject without a profile, is refused', () => {
  expect(toolwarden([...PROFILE, 'no-such-server'])).toMatchObject({ code: 2 });
  expect(toolwarden(['check', 'memory']).stderr).toContain('Add --profile claude-directory');
});
