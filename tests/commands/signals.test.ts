import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { alive } from '../ingest/attempt.ts';
import { folderWith } from './run.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Makes the Node that loads it pass for one that is too old. */
const OLD = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.0.0' } });`;

/** Runs a program that is handed over to the bundled Node; resolves when it has said that it is up. */
async function handedOver(program: string): Promise<{ child: ChildProcess; said: () => string }> {
  const folder = folderWith({
    'old.mjs': OLD,
    'program.mjs': `import ${JSON.stringify(resolve('scripts/require-node.mjs'))};\n${program}\nconsole.log('up');`,
  });
  const args = ['--import', join(folder, 'old.mjs'), join(folder, 'program.mjs')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  await once(child.stdout, 'data');
  return { child, said: () => text };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s reaches the Node that was handed over to',
  async (signal) => {
    const program = `process.on('${signal}', () => { console.log('told'); process.exit(7); }); setInterval(() => {}, 1000);`;
    const { child, said } = await handedOver(program);
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([7, null]);
    expect(said()).toBe('up\ntold\n');
  },
);

test('who is handed over to and ends through a signal ends both so', async () => {
  const { child } = await handedOver('setInterval(() => {}, 1000);');
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([null, 'SIGTERM']);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s during an ingest leaves neither server nor temporary folder', async (signal, code) => {
  const tmp = folderWith({});
  const pids = join(tmp, 'pids.json');
  const args = [
    'ingest',
    'stdio',
    '--id',
    'b',
    '--catalog',
    join(tmp, 'catalog'),
    '--env',
    `PIDS_FILE=${pids}`,
  ];
  const server = ['--', process.execPath, 'tests/ingest/hostile/grandchild.mjs'];
  const child = spawn(process.execPath, ['scripts/toolwarden.mjs', ...args, ...server], {
    env: { ...process.env, TMPDIR: tmp },
    stdio: 'ignore',
  });
  await vi.waitUntil(() => existsSync(pids), { timeout: 20_000 });
  child.kill(signal);
  expect(await once(child, 'close')).toEqual([code, null]);
  expect(alive(pids)).toEqual([]);
  expect(readdirSync(tmp)).toEqual(['pids.json']);
});
