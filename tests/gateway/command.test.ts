import { writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { toolwarden } from '../commands/run.ts';
import { callOf, connected, expectServerHeard, files, forkedBy, isAlive, PROBE, started } from './process.ts';

vi.setConfig({ testTimeout: 60_000 });

const POLICY = {
  version: '1',
  default: 'deny',
  hide: ['secret'],
  tools: { echo: {}, die: {}, hang: {}, fork: {}, sample: {}, progress: {} },
};

const hello = (id: number): string =>
  JSON.stringify({
    jsonrpc: '2.0',
    id,
    method: 'initialize',
    params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'c', version: '1' } },
  });
const call = (id: number, name: string, args = {}): string =>
  JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } });

test('the official client sees and reaches what the policy lets it', async () => {
  const gateway = files(POLICY);
  const { client } = await connected(gateway);
  expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain('secret');
  expect(await callOf(client, 'echo', { a: 1 })).toEqual(['{"a":1}', false]);
  expect(await callOf(client, 'secret')).toEqual(['[POLICY DENIED] The policy hides this tool.', true]);
  expect(await callOf(client, 'other')).toEqual([
    '[POLICY DENIED] The policy does not list this tool.',
    true,
  ]);
  const made = gateway.heard().filter(({ method }) => method === 'tools/call');
  expect(made).toHaveLength(1);
  expect(gateway.audit().map(({ tool, decision }) => [tool, decision])).toEqual([
    ['echo', 'allow'],
    ['secret', 'hide'],
    ['other', 'deny'],
  ]);
});

test('the server may ask the client, and tell it of progress', async () => {
  const { client } = await connected(files(POLICY), PROBE, { sampling: {} });
  await expectServerHeard(client);
});

test('a list that comes late, for a request that was cancelled, answers no other', async () => {
  const { args, env } = files(POLICY);
  const late = [process.execPath, 'tests/gateway/servers/late.mjs'];
  const { child, stdout, end } = started([...args, '--', ...late], env);
  const lines = [
    { id: 5, method: 'tools/list' },
    { method: 'notifications/cancelled', params: { requestId: 5 } },
    { id: 5, method: 'ping' },
    { id: 6, method: 'ping' },
  ].map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
  child.stdin?.write(`${[hello(0), ...lines].join('\n')}\n`);
  await vi.waitUntil(() => stdout().includes('"id":6'), { timeout: 20_000 });
  child.stdin?.end();
  await end();
  const answers = stdout().trimEnd().split('\n');
  const told = answers.map((line) => JSON.parse(line)).filter(({ id }) => id !== 0);
  expect(told).toMatchObject([
    { id: 5, error: { code: -32600 } },
    { id: 6, result: {} },
  ]);
});

test('calls that are under way do not hold up others', async () => {
  const { client } = await connected(files(POLICY));
  const hung = client.callTool({ name: 'hang', arguments: {} }, { timeout: 60_000 });
  hung.catch(() => undefined);
  const texts = await Promise.all([1, 2, 3].map((a) => callOf(client, 'echo', { a })));
  expect(texts.map(([text]) => text)).toEqual(['{"a":1}', '{"a":2}', '{"a":3}']);
});

test('a server that dies ends every call and the gateway, with its code, and leaves standard output to the protocol', async () => {
  const { args, env } = files(POLICY);
  const { child, stdout, stderr, end } = started([...args, '--', ...PROBE], env);
  child.stdin?.write(`${[hello(0), call(1, 'hang'), call(2, 'die')].join('\n')}\n`);
  expect(await end()).toEqual([3, null]);
  const said = stdout()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const error = { code: -32000, message: 'The server ended.' };
  expect(said.slice(1)).toEqual([1, 2].map((id) => ({ jsonrpc: '2.0', id, error })));
  expect(stderr()).not.toContain('at ');
});

test('a server that ends as if all were well still is not', async () => {
  const { args, env } = files(POLICY);
  const { end } = started([...args, '--', process.execPath, '-e', ''], env);
  expect(await end()).toEqual([1, null]);
});

test('a client that has said all it wants still gets its answers', async () => {
  const { args, env } = files(POLICY);
  const { child, stdout, end } = started([...args, '--', ...PROBE], env);
  child.stdin?.end(`${[hello(0), call(1, 'echo', { long: 1 })].join('\n')}\n`);
  expect(await end()).toEqual([0, null]);
  expect(stdout().trimEnd().split('\n')).toHaveLength(2);
});

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGHUP', 129],
] as const)('%s ends the gateway and every process of the server', async (signal, code) => {
  const { args, env } = files(POLICY);
  const { child, stdout, end } = started([...args, '--', ...PROBE], env);
  child.stdin?.write(`${[hello(0), call(1, 'fork')].join('\n')}\n`);
  const pids = await forkedBy(stdout);
  child.kill(signal);
  expect(await end()).toEqual([code, null]);
  expect(pids.map(isAlive)).toEqual([false, false]);
});

test('so does a client that leaves', async () => {
  const { args, env } = files(POLICY);
  const { child, stdout, end } = started([...args, '--', ...PROBE], env);
  child.stdin?.write(`${[hello(0), call(1, 'fork')].join('\n')}\n`);
  const pids = await forkedBy(stdout);
  child.stdin?.end();
  expect(await end()).toEqual([0, null]);
  expect(pids.map(isAlive)).toEqual([false, false]);
});

test('a client that leaves while a person is asked keeps nothing running', async () => {
  const { args, env, at, heard } = files(POLICY);
  writeFileSync(at('ask.json'), '{"version":"1","ask":["echo"]}');
  const asking = [...args, '--ask', at('ask.json'), '--ask-timeout', '3600', '--', ...PROBE];
  const { child, stdout, end } = started(asking, env);
  const able = hello(0).replace('"capabilities":{}', '"capabilities":{"elicitation":{}}');
  child.stdin?.write(`${[able, call(1, 'echo')].join('\n')}\n`);
  await vi.waitUntil(() => stdout().includes('elicitation/create'), { timeout: 20_000 });
  child.stdin?.end();
  expect(await end()).toEqual([0, null]);
  expect(heard().map(({ method }) => method)).toEqual(['initialize']);
});

test('a policy that changes is followed by a gateway that runs, and a broken one is told', async () => {
  const gateway = files(POLICY);
  const { child, stdout, stderr } = started([...gateway.args, '--', ...PROBE], gateway.env);
  child.stdin?.write(`${[hello(0), call(1, 'echo')].join('\n')}\n`);
  await vi.waitUntil(() => stdout().includes('"id":1'), { timeout: 20_000 });
  writeFileSync(gateway.at('policy.json'), '{"version": "1"');
  await vi.waitUntil(() => stderr().includes('the one before stays'), { timeout: 20_000 });
  expect(stderr()).toContain(`${gateway.at('policy.json')}:1:16: error[not-closed]`);
  writeFileSync(gateway.at('policy.json'), JSON.stringify({ ...POLICY, tools: { die: {} } }));
  await vi.waitUntil(() => stderr().includes('The policy was read again.'), { timeout: 20_000 });
  expect(stdout()).toContain('notifications/tools/list_changed');
  child.stdin?.write(`${call(2, 'echo')}\n`);
  await vi.waitUntil(() => stdout().includes('"id":2'), { timeout: 20_000 });
  expect(stdout()).toContain('"toolwarden/rule":"/default"');
});

test('counts survive a gateway that is killed', async () => {
  const limits = [{ counter: 'c', window: 'day', max: 2, scope: 'grant' }];
  const { args, env, at } = files({ version: '1', default: 'deny', tools: { echo: { limits } } });
  const before = started([...args, '--counters', at('c.json'), '--', ...PROBE], env);
  before.child.stdin?.write(`${[hello(0), call(1, 'echo')].join('\n')}\n`);
  await vi.waitUntil(() => before.stdout().includes('"id":1'), { timeout: 20_000 });
  before.child.kill('SIGKILL');
  await before.end();
  const after = started([...args, '--counters', at('c.json'), '--', ...PROBE], env);
  after.child.stdin?.end(`${[hello(0), call(1, 'echo'), call(2, 'echo')].join('\n')}\n`);
  expect(await after.end()).toEqual([0, null]);
  expect(after.stdout()).toContain('"toolwarden/rule":"/tools/echo/limits/0"');
});

test.each([
  ['no server', [], /Name one server/],
  ['two servers', ['--url', 'http://localhost/mcp', '--', 'node'], /Name one server/],
  ['a program that is not there', ['--', 'no-such-program'], /There is no program/],
  ['an address of another kind', ['--url', 'ftp://a.example'], /http or https/],
  ['an address that others can reach', ['--listen', '0.0.0.0:0', '--', 'node'], /only this machine/],
  ['a name that others can reach', ['--listen', 'example.org:80', '--', 'node'], /only this machine/],
  ['a port that is none', ['--listen', '127.0.0.1:70000', '--', 'node'], /only this machine/],
])('%s ends with 2', (_, args, words) => {
  const { at } = files(POLICY);
  const { code, stdout, stderr } = toolwarden(['gateway', '--policy', at('policy.json'), ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(words);
});

test('a policy and a record of approvals that cannot be used end with 2 and every problem', () => {
  const { at } = files({ version: 1, default: 'allow', tools: { a: { limit: [] } } });
  writeFileSync(at('ask.json'), '{"version":"1","asks":[]}');
  const args = ['--policy', at('policy.json'), '--ask', at('ask.json'), '--', 'node'];
  const { code, stdout, stderr } = toolwarden(['gateway', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  for (const words of ['/version', '/tools/a/limit', '/ask', '"asks"']) expect(stderr).toContain(words);
});

test('a policy that is not there ends with 2', () => {
  const { code, stderr } = toolwarden(['gateway', '--policy', '/nonexistent/policy.json', '--', 'node']);
  expect(code).toBe(2);
  expect(stderr).toContain('cannot be read');
});
