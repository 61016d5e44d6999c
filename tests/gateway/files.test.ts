import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { InMemoryTransport } from '@modelcontextprotocol/client';
import { expect, test, vi } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { AuditLine } from '../../src/core/schemas/gateway.ts';
import { CounterStore } from '../../src/gateway/counter-file.ts';
import { NotSent } from '../../src/gateway/messages.ts';
import type { Stopped } from '../../src/ingest/problem.ts';
import { folderWith } from '../commands/run.ts';
import { bench, NOON } from './harness.ts';

const LIMITED = {
  version: '1',
  default: 'allow',
  tools: { often: { limits: [{ counter: 'c', window: 'hour', max: 2, scope: 'grant' }] } },
};

const STRICT = { version: '1', default: 'deny', tools: { other: {} } };

function ruleOf(answer: Record<string, unknown> | undefined): unknown {
  return (answer?.['result'] as { _meta?: Record<string, unknown> })?._meta?.['toolwarden/rule'];
}

test('the audit file names arguments, sorted, and never holds what was in them', async () => {
  const { join, audit } = bench({ policy: { version: '1', default: 'allow', hide: ['secret'] } });
  const { greet, call } = await join();
  await greet();
  await call(1, 'read', { path: '/etc/shadow', Zeta: { inner: 'private' }, '\u202e': 1 });
  await call(2, 'secret');
  const time = '2026-11-20T12:00:00.000Z';
  expect(audit()).toEqual([
    { time, tool: 'read', argumentKeys: ['Zeta', 'path', '\u202e'], decision: 'allow', rule: null, id: 1 },
    { time, tool: 'secret', argumentKeys: [], decision: 'hide', rule: '/hide/0', id: 2 },
  ]);
  for (const line of audit()) AuditLine.parse(line);
});

test('hidden characters and line ends of a name cannot forge a line of the audit file', async () => {
  const { join: meet, folder } = bench({ policy: { version: '1', default: 'allow' } });
  const { greet, call } = await meet();
  await greet();
  await call(1, 'a\n{"tool":"forged"}\u202e\u2028');
  const text = readFileSync(join(folder, 'audit.jsonl'), 'utf8');
  expect(text.match(/\n/g)).toHaveLength(1);
  expect(text).toContain('\\u202e\\u2028');
});

test('without an audit file that can be written no call passes, and none is counted', async () => {
  const {
    join: meet,
    folder,
    gateway,
  } = bench({ policy: LIMITED, audit: 'no/such/folder', counters: 'c.json' });
  expect(gateway.warnings).toMatchObject([{ code: 'audit-file' }]);
  const { greet, call, server } = await meet();
  await greet();
  expect(ruleOf(await call(1, 'often'))).toBe('(audit)');
  expect(server).toEqual([]);
  expect(JSON.parse(readFileSync(join(folder, 'c.json'), 'utf8'))).toEqual({
    'hour:c': { window: '2026-11-20T12:00:00Z', count: 0 },
  });
  mkdirSync(join(folder, 'no/such'), { recursive: true });
  expect(ruleOf(await call(2, 'often'))).toBeUndefined();
});

test.each([
  ['never left is', new NotSent('gone'), 0],
  ['may have arrived is not', new Error('reset'), 1],
])('a count of a call that %s given back', async (_, error, count) => {
  const { folder, gateway } = bench({ policy: LIMITED, counters: 'c.json' });
  const [clientEnd, clientSide] = InMemoryTransport.createLinkedPair();
  const [, serverSide] = InMemoryTransport.createLinkedPair();
  serverSide.send = () => Promise.reject(error);
  await gateway.join(clientSide, serverSide);
  const answer = new Promise((resolve) => {
    clientEnd.onmessage = resolve;
  });
  await clientEnd.start();
  await clientEnd.send({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'often' } });
  expect(await answer).toMatchObject({ id: 1, error: { code: -32000 } });
  expect(JSON.parse(readFileSync(join(folder, 'c.json'), 'utf8'))).toMatchObject({ 'hour:c': { count } });
});

test('counts survive a restart', async () => {
  const folder = folderWith({});
  const before = bench({ policy: LIMITED, counters: 'c.json' }, folder);
  const first = await before.join();
  await first.greet();
  await first.call(1, 'often');
  before.gateway.close();
  const after = bench({ policy: LIMITED, counters: 'c.json' }, folder);
  const second = await after.join();
  await second.greet();
  expect(ruleOf(await second.call(1, 'often'))).toBeUndefined();
  expect(ruleOf(await second.call(2, 'often'))).toBe('/tools/often/limits/0');
  after.clock.now = NOON + 3_600_000;
  expect(ruleOf(await second.call(3, 'often'))).toBeUndefined();
});

test('a count is on disk before the call is made', async () => {
  const { join: meet, folder } = bench({ policy: LIMITED, counters: 'c.json' });
  const { greet, fromClient } = await meet();
  await greet();
  await fromClient({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'often' } });
  expect(readFileSync(join(folder, 'c.json'), 'utf8')).toContain('"count":1');
});

test('where counts cannot be written no call passes, counted or not, until they can', async () => {
  const { join: meet, folder, gateway } = bench({ policy: LIMITED, counters: 'no/c.json' });
  expect(gateway.warnings).toMatchObject([{ code: 'counters-file' }]);
  const { greet, call, server } = await meet();
  await greet();
  expect(ruleOf(await call(1, 'often'))).toBe('(counters)');
  expect(ruleOf(await call(2, 'unlimited'))).toBe('(counters)');
  expect(server).toEqual([]);
  mkdirSync(join(folder, 'no'));
  expect(ruleOf(await call(3, 'unlimited'))).toBeUndefined();
});

test('a counters file that became unwritable while the gateway runs denies', async () => {
  const { join: meet, folder } = bench(
    { policy: LIMITED, counters: 'sub/c.json' },
    folderWith({ 'sub/x': '' }),
  );
  const { greet, call } = await meet();
  await greet();
  expect(ruleOf(await call(1, 'often'))).toBeUndefined();
  rmSync(join(folder, 'sub'), { recursive: true });
  expect(ruleOf(await call(2, 'often'))).toBe('(counters)');
});

test('a counters file that was removed is written anew, with what was counted', async () => {
  const { join: meet, folder } = bench({ policy: LIMITED, counters: 'c.json' });
  const { greet, call } = await meet();
  await greet();
  await call(1, 'often');
  rmSync(join(folder, 'c.json'));
  await call(2, 'often');
  expect(readFileSync(join(folder, 'c.json'), 'utf8')).toContain('"count":2');
});

test('a text that became shorter leaves nothing of the longer one behind', () => {
  const long = {
    'minute:a': { window: '2026-11-20T12:00:00Z', count: 10 },
    'day:b': { window: 'x', count: 1 },
  };
  const folder = folderWith({ 'c.json': JSON.stringify(long) });
  const store = new CounterStore(join(folder, 'c.json'));
  store.replace({});
  store.close();
  expect(JSON.parse(readFileSync(join(folder, 'c.json'), 'utf8'))).toEqual({});
});

test('two gateways cannot count in one file', () => {
  const folder = folderWith({});
  const first = bench({ policy: LIMITED, counters: 'c.json' }, folder);
  expect(() => bench({ policy: LIMITED, counters: 'c.json' }, folder)).toThrow(/Another gateway/);
  first.gateway.close();
  expect(() => bench({ policy: LIMITED, counters: 'c.json' }, folder)).not.toThrow();
});

test('a file left behind by a gateway that died is taken over', () => {
  // No process has the largest id there is.
  const folder = folderWith({ 'c.json.lock': '4194305\n', 'c.json': '{}' });
  const { gateway } = bench({ policy: LIMITED, counters: 'c.json' }, folder);
  expect(gateway.warnings).toEqual([]);
  gateway.close();
  expect(existsSync(join(folder, 'c.json.lock'))).toBe(false);
});

test('in a container every gateway has the same process id, and that of the one before is not taken for us', () => {
  const folder = folderWith({ 'c.json.lock': `${process.pid}\n`, 'c.json': '{}' });
  const { gateway } = bench({ policy: LIMITED, counters: 'c.json' }, folder);
  expect(gateway.warnings).toEqual([]);
  gateway.close();
});

test.each(['[]', '{"a":', 'null'])('a counters file that holds %s is refused, and left as it is', (text) => {
  const folder = folderWith({ 'c.json': text });
  expect(() => bench({ policy: LIMITED, counters: 'c.json' }, folder)).toThrow(/counters/);
  expect(readFileSync(join(folder, 'c.json'), 'utf8')).toBe(text);
  expect(existsSync(join(folder, 'c.json.lock'))).toBe(false);
});

test('a policy that changes is followed, and the client is told that the list may have', async () => {
  const { join: meet, write, gateway, reloads, audit } = bench({ policy: LIMITED });
  const { greet, call, client } = await meet();
  await greet({}, { tools: { listChanged: true } });
  expect(ruleOf(await call(1, 'read'))).toBeUndefined();
  write('policy.json', STRICT);
  gateway.reload();
  expect(client.at(-1)).toEqual({ jsonrpc: '2.0', method: 'notifications/tools/list_changed' });
  expect(ruleOf(await call(2, 'read'))).toBe('/default');
  expect(reloads).toEqual([{ loaded: true, findings: [] }]);
  expect(audit().map(({ decision }) => decision)).toEqual(['allow', 'policy-loaded', 'deny']);
});

test('a client of a server whose list never changes is told nothing', async () => {
  const { join: meet, write, gateway } = bench({ policy: LIMITED });
  const { greet, client } = await meet();
  await greet();
  write('policy.json', STRICT);
  gateway.reload();
  expect(client).toEqual([]);
});

test('it is looked at without being asked', async () => {
  const { write, reloads } = bench({ policy: LIMITED });
  write('policy.json', STRICT);
  await vi.waitUntil(() => reloads.length > 0, { timeout: 10_000 });
  expect(reloads[0]?.loaded).toBe(true);
});

test.each([
  ['is no policy', '{"version": "1", "default": "allow", "tool": {}}'],
  ['is half written', '{"version": "1", "def'],
  ['is gone', null],
])('a policy that %s leaves the one before in force, once told', async (_, text) => {
  const { join: meet, folder, write, gateway, reloads, audit } = bench({ policy: LIMITED });
  const { greet, call } = await meet();
  await greet();
  if (text === null) rmSync(join(folder, 'policy.json'));
  else write('policy.json', text);
  gateway.reload();
  gateway.reload();
  expect(reloads).toMatchObject([{ loaded: false }]);
  expect(reloads[0]?.findings.map(({ severity }) => severity)).toContain('error');
  expect(audit()).toMatchObject([{ decision: 'policy-rejected' }]);
  expect(ruleOf(await call(1, 'read'))).toBeUndefined();
  write('policy.json', STRICT);
  gateway.reload();
  expect(ruleOf(await call(2, 'read'))).toBe('/default');
});

test.each([
  ['{"version":"1","default":"deny","tool":{}}', '{"version":"1","ask":["a"]}', ['unknown-key']],
  ['{"version":"1","default":"allow"}', '{"version":"2","ask":"a"}', ['schema', 'schema']],
  ['{', '{"version":"1","ask":["a"],"also":1}', ['not-closed', 'unknown-key']],
])('a gateway does not start with what it cannot read: %s and %s', (policy, ask, codes) => {
  const findings = findingsOf(() => bench({ policy, ask }));
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(codes));
  expect(errors.every(({ line, hint }) => line === 1 && hint !== '')).toBe(true);
});

function findingsOf(start: () => unknown): Finding[] {
  try {
    start();
    return [];
  } catch (error) {
    return (error as Stopped).findings;
  }
}
