import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Listener, loopback } from '../../src/gateway/listen.ts';
import { upstreamOf } from '../../src/gateway/upstream.ts';
import { type Bench, bench } from './harness.ts';
import { callOf, expectServerHeard, files, isAlive, PROBE, SAMPLED, started } from './process.ts';

vi.setConfig({ testTimeout: 60_000 });

const POLICY = {
  version: '1',
  default: 'deny',
  hide: ['secret'],
  tools: { echo: {}, sample: {}, progress: {}, hang: {}, die: {}, fork: {} },
};

/** A gateway that listens, in this process, before a server that it starts for each session. */
async function listening(
  options: { ask?: string[]; server?: string[] } = {},
): Promise<Bench & { url: string }> {
  const tools = bench({ policy: POLICY, ...(options.ask === undefined ? {} : { ask: options.ask }) });
  const upstream = upstreamOf(options.server ?? PROBE, undefined, {});
  const listener = new Listener(tools.gateway, upstream);
  const url = await listener.start({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => listener.close());
  return { ...tools, url };
}

async function visitor(url: string, capabilities: object = {}) {
  const transport = new StreamableHTTPClientTransport(new URL(url));
  const client = new Client({ name: 'test', version: '1' }, { capabilities });
  await client.connect(transport as Parameters<Client['connect']>[0]);
  onTestFinished(() => client.close());
  return { client, transport };
}

interface Answer {
  status: number;
  text: string;
}

/** A request as a browser or a careless client might make it. */
function asked(
  url: string,
  headers: Record<string, string>,
  body: unknown,
  method = 'POST',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const accept = 'application/json, text/event-stream';
    const all = { accept, 'content-type': 'application/json', ...headers };
    const sent = request(url, { method, headers: all }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? (typeof body === 'string' ? body : JSON.stringify(body)) : undefined);
  });
}

const HELLO = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'c', version: '1' } },
};

test('a client over HTTP sees and reaches what the policy lets it', async () => {
  const { url, audit } = await listening();
  const { client } = await visitor(url);
  expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain('secret');
  expect(await callOf(client, 'echo', { a: 1 })).toEqual(['{"a":1}', false]);
  expect(await callOf(client, 'other')).toEqual([
    '[POLICY DENIED] The policy does not list this tool.',
    true,
  ]);
  expect(audit().map(({ decision }) => decision)).toEqual(['allow', 'deny']);
});

test('requests and progress of the server reach it with the answer', async () => {
  const { url } = await listening();
  const { client } = await visitor(url, { sampling: {} });
  await expectServerHeard(client);
});

test('a person is asked over HTTP as well', async () => {
  const { url } = await listening({ ask: ['echo'] });
  const { client } = await visitor(url, { elicitation: { form: {} } });
  const actions = ['accept', 'decline'] as const;
  const asked: string[] = [];
  client.setRequestHandler('elicitation/create', async ({ params }) => {
    asked.push(params.message);
    return { action: actions[asked.length - 1] ?? 'cancel', content: {} };
  });
  expect(await callOf(client, 'echo', { a: 1 })).toEqual(['{"a":1}', false]);
  expect((await callOf(client, 'echo', { a: 2 }))[1]).toBe(true);
  expect(asked.map((text) => text.split('\n').at(-1))).toEqual(['- a: 1', '- a: 2']);
});

test('each session has a server of its own, which ends with it', async () => {
  const { url } = await listening();
  const [one, two] = [await visitor(url), await visitor(url)];
  const pidsOf = async (client: Client): Promise<number[]> => JSON.parse((await callOf(client, 'fork'))[0]);
  const [first, second] = [await pidsOf(one.client), await pidsOf(two.client)];
  expect(first[0]).not.toBe(second[0]);
  await one.transport.terminateSession();
  await vi.waitUntil(() => !first.some(isAlive), { timeout: 20_000 });
  expect(second.map(isAlive)).toEqual([true, true]);
  expect(await callOf(two.client, 'echo')).toEqual(['{}', false]);
  await expect(callOf(one.client, 'echo')).rejects.toThrow();
});

test('a server that dies ends its session, and calls that wait are told', async () => {
  const { url } = await listening();
  const { client } = await visitor(url);
  const hung = expect(callOf(client, 'hang')).rejects.toThrow('The server ended.');
  await expect(callOf(client, 'die')).rejects.toThrow('The server ended.');
  await hung;
  await expect(callOf(client, 'echo')).rejects.toThrow();
  expect(await callOf((await visitor(url)).client, 'echo')).toEqual(['{}', false]);
});

test.each([
  ['the name of another host', { host: 'evil.example' }, HELLO, 403],
  ['the origin of another site', { origin: 'https://evil.example' }, HELLO, 403],
  ['an origin that hides itself', { origin: 'null' }, HELLO, 403],
  ['a batch', {}, [HELLO], 400],
  ['what is no JSON', {}, '{', 400],
  ['what is no object', {}, '"x"', 400],
  ['an id that is a fraction', {}, { ...HELLO, id: 1.5 }, 400],
  ['no greeting', {}, { jsonrpc: '2.0', id: 1, method: 'tools/list' }, 400],
  ['a session that is not', { 'mcp-session-id': 'x' }, HELLO, 404],
  ['too much', {}, `"${'x'.repeat(16_000_001)}"`, 413],
  ['plain text', { 'content-type': 'text/plain' }, HELLO, 415],
])('%s is refused and starts no server', async (_, headers, body, status) => {
  const { url, audit } = await listening();
  expect((await asked(url, headers, body)).status).toBe(status);
  expect(audit()).toEqual([]);
});

test('a batch within a session is refused, and no call of it is made', async () => {
  const { url, audit } = await listening();
  const { transport } = await visitor(url);
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'echo', arguments: {} } };
  const { status, text } = await asked(url, { 'mcp-session-id': transport.sessionId ?? '' }, [call, call]);
  expect([status, audit()]).toEqual([400, []]);
  expect(text).toContain('Batches');
});

test('another path, and a stream without a session, are refused', async () => {
  const { url } = await listening();
  expect((await asked(url.replace('/mcp', '/other'), {}, HELLO)).status).toBe(404);
  expect((await asked(url, {}, null, 'GET')).status).toBe(400);
  expect((await asked(url, {}, null, 'DELETE')).status).toBe(400);
});

test('a server that cannot be started is told', async () => {
  const { url } = await listening({ server: [process.execPath, '-e', ''] });
  await expect(visitor(url)).rejects.toThrow(/server ended/);
});

test.each([
  ['127.0.0.1:8080', { host: '127.0.0.1', port: 8080 }],
  ['localhost:0', { host: 'localhost', port: 0 }],
  ['[::1]:1', { host: '::1', port: 1 }],
  ['0.0.0.0:1', null],
  ['::1:1', null],
  ['127.0.0.1', null],
  ['127.0.0.2:1', null],
  ['127.0.0.1:99999', null],
  ['127.0.0.1.evil.example:1', null],
])('%s is read as %j', (text, address) => {
  expect(loopback(text)).toEqual(address);
});

test('one gateway stands before another: --listen and --url as processes', async () => {
  const inner = files(POLICY);
  const first = started([...inner.args, '--listen', '127.0.0.1:0', '--', ...PROBE], inner.env);
  await vi.waitUntil(() => first.stderr().includes('Listening on'), { timeout: 20_000 });
  const url = /http:\S+/.exec(first.stderr())?.[0] ?? '';
  const outer = files({
    version: '1',
    default: 'allow',
    tools: { progress: { deny_if: [{ conditions: [] }] } },
  });
  const second = started([...outer.args, '--listen', 'localhost:0', '--url', url], outer.env);
  await vi.waitUntil(() => second.stderr().includes('Listening on'), { timeout: 20_000 });
  const { client, transport } = await visitor(/http:\S+/.exec(second.stderr())?.[0] ?? '', { sampling: {} });
  client.setRequestHandler('sampling/createMessage', async () => SAMPLED);
  expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain('secret');
  expect(await callOf(client, 'echo', { a: 1 })).toEqual(['{"a":1}', false]);
  expect(JSON.parse((await callOf(client, 'sample'))[0])).toMatchObject({ model: 'm' });
  expect((await callOf(client, 'progress'))[1]).toBe(true);
  expect((await callOf(client, 'other'))[1]).toBe(true);
  expect(inner.audit().map(({ tool }) => tool)).toEqual(['echo', 'sample', 'other']);
  const pids = JSON.parse((await callOf(client, 'fork'))[0]) as number[];
  await transport.terminateSession();
  await vi.waitUntil(() => !pids.some(isAlive), { timeout: 20_000 });
  for (const { child, end, stdout } of [second, first]) {
    child.kill('SIGTERM');
    expect(await end()).toEqual([143, null]);
    expect(stdout()).toBe('');
  }
});

test('a remote server that is not there is told', async () => {
  const { gateway } = bench({ policy: POLICY });
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  const listener = new Listener(gateway, upstreamOf([], `http://127.0.0.1:${port}/mcp`, {}));
  onTestFinished(() => listener.close());
  const url = await listener.start({ host: '127.0.0.1', port: 0 });
  await expect(visitor(url)).rejects.toThrow(/could not be reached/);
});

test.each([
  ['takes a call and says nothing', 202, '', /gave no answer: it took/],
  ['answers with what is no JSON', 200, '<p>', /gave no answer/],
  ['answers another request', 200, '{"jsonrpc":"2.0","id":"other","result":{}}', /does not answer/],
  ['fails', 500, 'down', /gave no answer: .*down/],
])('a remote server that %s may have carried it out, and that is told', async (_, status, body, words) => {
  const remote = createServer(async (request, response) => {
    for await (const _chunk of request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  remote.listen(0, '127.0.0.1');
  await once(remote, 'listening');
  onTestFinished(() => void remote.close());
  const { port } = remote.address() as AddressInfo;
  const { gateway } = bench({ policy: POLICY });
  const listener = new Listener(gateway, upstreamOf([], `http://127.0.0.1:${port}/mcp`, {}));
  onTestFinished(() => listener.close());
  const url = await listener.start({ host: '127.0.0.1', port: 0 });
  await expect(visitor(url)).rejects.toThrow(words);
});
