import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderWith } from './run.ts';

vi.setConfig({ testTimeout: 120_000 });

const README = readFileSync('README.md', 'utf8');

/** The commands under a heading, in the order in which a reader would run them. */
function commandsUnder(heading: string): string[] {
  const section = README.split(`\n## ${heading}\n`)[1] ?? '';
  const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(section) ?? [];
  return block.split('\n').filter((line) => line.startsWith('npm run -s toolwarden -- '));
}

/** In a shell, as they stand, but in another folder: so what npm would find from the checkout is named by its path. */
function run(command: string, cwd: string): { code: number | null; stderr: string } {
  const toolwarden = `"${process.execPath}" "${resolve('scripts/toolwarden.mjs')}"`;
  const line = command
    .replace('npm run -s toolwarden --', toolwarden)
    .replace('npx -y @modelcontextprotocol/server-memory', 'mcp-server-memory');
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);
  const { status, stderr } = spawnSync('sh', ['-c', line], {
    cwd,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, PATH: path },
  });
  return { code: status, stderr };
}

test('what the README says about policies and the gateway works, line by line', () => {
  const commands = [...commandsUnder('Control it'), ...commandsUnder('Enforce it')];
  expect(commands).toHaveLength(8);
  const folder = folderWith({});
  for (const command of commands) {
    const { code, stderr } = run(command, folder);
    expect([command, code, stderr]).toEqual([command, 0, expect.not.stringContaining('error[')]);
  }
  const { ask } = JSON.parse(readFileSync(join(folder, 'approvals.json'), 'utf8')) as { ask: string[] };
  expect(ask.length).toBeGreaterThan(0);
});
