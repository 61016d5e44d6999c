import { expect, test } from 'vitest';
import { bench, type Wire } from './harness.ts';

const POLICY = {
  version: '1',
  default: 'deny',
  hide: ['secret'],
  tools: {
    read: {},
    pay: { deny_if: [{ conditions: [{ path: 'args.amount', op: 'gt', value: 100 }], on_deny: 'Too much.' }] },
    often: { limits: [{ counter: 'often', window: 'minute', max: 30, scope: 'grant' }] },
  },
};

async function greeted(policy: unknown = POLICY): Promise<Wire & { audit: () => Record<string, unknown>[] }> {
  const { join, audit } = bench({ policy });
  const wire = await join();
  await wire.greet();
  return { ...wire, audit };
}

function textOf(answer: Record<string, unknown> | undefined): string {
  const { content } = (answer?.['result'] ?? {}) as { content?: { text: string }[] };
  return content?.[0]?.text ?? '';
}

test('an allowed call reaches the server as it came, and so does its answer', async () => {
  const { fromClient, fromServer, client, server } = await greeted();
  const call = {
    jsonrpc: '2.0',
    id: 7,
    method: 'tools/call',
    params: {
      name: 'read',
      arguments: { a: { b: [1] } },
      _meta: { progressToken: 'p', own: 1 },
      strange: true,
    },
  };
  await fromClient(call);
  expect(server).toEqual([call]);
  const answer = { jsonrpc: '2.0', id: 7, result: { content: [], odd: { x: 1 } }, extra: 'kept' };
  await fromServer(answer);
  expect(client).toEqual([answer]);
});

test('a denied call is answered with the rule and never reaches the server', async () => {
  const { call, server } = await greeted();
  expect(await call(1, 'pay', { amount: 500 })).toEqual({
    jsonrpc: '2.0',
    id: 1,
    result: {
      content: [{ type: 'text', text: '[POLICY DENIED] Too much.' }],
      isError: true,
      _meta: { 'toolwarden/rule': '/tools/pay/deny_if/0' },
    },
  });
  expect((await call(2, 'other'))?.['result']).toMatchObject({ _meta: { 'toolwarden/rule': '/default' } });
  expect((await call(3, 'secret'))?.['result']).toMatchObject({ _meta: { 'toolwarden/rule': '/hide/0' } });
  expect(server).toEqual([]);
  expect(textOf(await call(4, 'pay', { amount: 100 }))).toBe('done');
});

test('every page of the list is without hidden tools, and otherwise as it came', async () => {
  const { fromClient, fromServer, client } = await greeted();
  const denied = { name: 'other', inputSchema: {}, 'x-own': [1] };
  await fromClient({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const tools = [{ name: 'secret' }, denied, { name: 'read' }, { title: 'nameless' }];
  await fromServer({ jsonrpc: '2.0', id: 1, result: { tools, nextCursor: '', ttlMs: 5 } });
  await fromClient({ jsonrpc: '2.0', id: 2, method: 'tools/list', params: { cursor: '' } });
  await fromServer({ jsonrpc: '2.0', id: 2, result: { tools: [{ name: 'secret' }] } });
  expect(client).toEqual([
    { jsonrpc: '2.0', id: 1, result: { tools: [denied, { name: 'read' }], nextCursor: '', ttlMs: 5 } },
    { jsonrpc: '2.0', id: 2, result: { tools: [] } },
  ]);
});

test('"*" hides every tool', async () => {
  const { fromClient, fromServer, client } = await greeted({ version: '1', default: 'allow', hide: ['*'] });
  await fromClient({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  await fromServer({ jsonrpc: '2.0', id: 1, result: { tools: [{ name: 'a' }, { name: 'b' }] } });
  expect(client).toEqual([{ jsonrpc: '2.0', id: 1, result: { tools: [] } }]);
});

test('calls may overtake each other', async () => {
  const { fromClient, fromServer, client, server } = await greeted();
  for (const id of [1, '1', 2]) {
    await fromClient({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'read' } });
  }
  expect(server.map(({ id }) => id)).toEqual([1, '1', 2]);
  for (const id of [2, 1, '1']) await fromServer({ jsonrpc: '2.0', id, result: {} });
  expect(client.map(({ id }) => id)).toEqual([2, 1, '1']);
});

test.each([
  ['resources/read', { uri: 'a:b' }],
  ['resources/subscribe', { uri: 'a:b' }],
  ['prompts/get', { name: 'secret' }],
  ['completion/complete', {}],
  ['logging/setLevel', { level: 'debug' }],
  ['tasks/result', { taskId: 't' }],
  ['server/discover', {}],
  ['subscriptions/listen', {}],
  ['ping', undefined],
])('%s passes both ways', async (method, params) => {
  const { fromClient, fromServer, client, server } = await greeted();
  const request = { jsonrpc: '2.0', id: 1, method, ...(params === undefined ? {} : { params }) };
  await fromClient(request);
  await fromServer({ jsonrpc: '2.0', id: 1, error: { code: -1, message: 'no', data: { x: 1 }, own: 2 } });
  expect(server).toEqual([request]);
  expect(client).toEqual([
    { jsonrpc: '2.0', id: 1, error: { code: -1, message: 'no', data: { x: 1 }, own: 2 } },
  ]);
});

test.each(['sampling/createMessage', 'elicitation/create', 'roots/list', 'ping'])(
  'the server may ask %s, and gets the answer',
  async (method) => {
    const { fromClient, fromServer, client, server } = await greeted();
    const request = { jsonrpc: '2.0', id: 0, method, params: { any: 1 } };
    await fromServer(request);
    expect(client).toEqual([request]);
    const answer = { jsonrpc: '2.0', id: 0, result: { any: 2 } };
    await fromClient(answer);
    expect(server).toEqual([answer]);
  },
);

test.each([
  ['notifications/progress', { progressToken: 'p', progress: 1 }],
  ['notifications/message', { level: 'info', data: 'x' }],
  ['notifications/tools/list_changed', undefined],
  ['notifications/resources/updated', { uri: 'a:b' }],
])('%s of the server passes', async (method, params) => {
  const { fromServer, client } = await greeted();
  const notification = { jsonrpc: '2.0', method, ...(params === undefined ? {} : { params }) };
  await fromServer(notification);
  expect(client).toEqual([notification]);
});

test('a cancelled call is cancelled at the server, and its late answer goes nowhere', async () => {
  const { fromClient, fromServer, client, server } = await greeted();
  await fromClient({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const cancelled = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
  await fromClient(cancelled);
  expect(server.at(-1)).toEqual(cancelled);
  await fromServer({ jsonrpc: '2.0', id: 1, result: { tools: [{ name: 'secret' }] } });
  expect(client).toEqual([]);
});

test('the id of a cancelled request is taken until the server has answered it', async () => {
  const { fromClient, fromServer, client, server } = await greeted();
  const ping = { jsonrpc: '2.0', id: 5, method: 'ping' };
  await fromClient({ jsonrpc: '2.0', id: 5, method: 'tools/list' });
  await fromClient({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 5 } });
  await fromClient(ping);
  expect(server.map(({ method }) => method)).toEqual(['tools/list', 'notifications/cancelled']);
  expect(client).toMatchObject([{ id: 5, error: { message: expect.stringMatching(/in use/) } }]);
  await fromServer({ jsonrpc: '2.0', id: 5, result: { tools: [{ name: 'secret' }] } });
  expect(client).toHaveLength(1);
  await fromClient(ping);
  await fromServer({ jsonrpc: '2.0', id: 5, result: {} });
  expect(client.at(-1)).toEqual({ jsonrpc: '2.0', id: 5, result: {} });
});

test('a list is filtered whatever was asked', async () => {
  const { fromClient, fromServer, client } = await greeted();
  for (const id of [1, 2]) await fromClient({ jsonrpc: '2.0', id, method: 'ping' });
  const tools = [{ name: 'secret' }, { name: 'read' }];
  await fromServer({ jsonrpc: '2.0', id: 1, result: { tools, own: 1 } });
  await fromServer({ jsonrpc: '2.0', id: 2, result: { Tools: tools } });
  expect(client).toMatchObject([
    { id: 1, result: { tools: [{ name: 'read' }], own: 1 } },
    { id: 2, error: { message: expect.stringMatching(/more than one way/) } },
  ]);
});

test('when the server ends, every call that waits is told', async () => {
  const { fromClient, closeServer, client, session } = await greeted();
  for (const id of [1, 2]) {
    await fromClient({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'read' } });
  }
  await closeServer();
  const error = { code: -32000, message: 'The server ended.' };
  expect(client).toEqual([1, 2].map((id) => ({ jsonrpc: '2.0', id, error })));
  expect(await session.ended).toBe('server');
});

test('the thirty-first call of a minute is denied, and the next minute begins anew', async () => {
  const { join, clock, audit } = bench({ policy: POLICY });
  const { greet, call, server } = await join();
  await greet();
  for (let id = 1; id <= 30; id++) expect(textOf(await call(id, 'often'))).toBe('done');
  expect(textOf(await call(31, 'often'))).toMatch(/^\[POLICY DENIED\] Limit reached: 30 calls a minute/);
  expect(server).toHaveLength(30);
  expect(audit().at(-1)).toMatchObject({ decision: 'deny', rule: '/tools/often/limits/0', id: 31 });
  clock.now += 60_000;
  expect(textOf(await call(32, 'often'))).toBe('done');
});

test('sessions share the counts', async () => {
  const { join } = bench({ policy: POLICY });
  const [one, two] = [await join(), await join()];
  await one.greet();
  await two.greet();
  for (let id = 1; id <= 30; id++) await one.call(id, 'often');
  expect(textOf(await two.call(1, 'often'))).toMatch(/Limit reached/);
});

const CALL = { name: 'read', arguments: {} };

test.each([
  ['a batch', [{ jsonrpc: '2.0', id: 1, method: 'tools/call', params: CALL }], /Batches/],
  ['a call without an id', { jsonrpc: '2.0', method: 'tools/call', params: CALL }, /needs an id/],
  [
    'an id that is null',
    { jsonrpc: '2.0', id: null, method: 'tools/call', params: CALL },
    /id cannot be used/,
  ],
  ['an id that is a fraction', { jsonrpc: '2.0', id: 1.5, method: 'ping' }, /id cannot be used/],
  ['a method nobody knows', { jsonrpc: '2.0', id: 1, method: 'x/callTool', params: CALL }, /does not know/],
  [
    'a method like tools/call',
    { jsonrpc: '2.0', id: 1, method: 'tools/callMany', params: CALL },
    /does not know/,
  ],
  [
    'a method in other letters',
    { jsonrpc: '2.0', id: 1, method: 'Tools/Call', params: CALL },
    /does not know/,
  ],
  ['an answer as well', { jsonrpc: '2.0', id: 1, method: 'ping', result: {} }, /is both/],
  ['a method that is no text', { jsonrpc: '2.0', id: 1, method: ['tools/call'], params: CALL }, /no text/],
  [
    'a second method',
    { jsonrpc: '2.0', id: 1, method: 'ping', Method: 'tools/call', params: CALL },
    /mistaken/,
  ],
  ['params twice', { jsonrpc: '2.0', id: 1, method: 'tools/call', params: CALL, paramſ: {} }, /mistaken/],
  [
    'a second name',
    { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { ...CALL, Name: 'b' } },
    /mistaken/,
  ],
  ['no name', { jsonrpc: '2.0', id: 1, method: 'tools/call', params: {} }, /name of a tool/],
  [
    'arguments in a list',
    { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'read', arguments: [] } },
    /object of arguments/,
  ],
])('%s is refused and never reaches the server', async (_, message, words) => {
  const { fromClient, client, server, audit } = await greeted({ version: '1', default: 'allow' });
  await fromClient(message);
  expect(server).toEqual([]);
  expect(client).toMatchObject([{ error: { message: expect.stringMatching(words) } }]);
  expect(audit()).toMatchObject([{ decision: 'deny', tool: null }]);
});

test('a refused request is answered under its own id, unless another has it', async () => {
  const { fromClient, client } = await greeted({ version: '1', default: 'allow' });
  await fromClient({ jsonrpc: '2.0', id: 7, method: 'tools/call', params: { ...CALL, Name: 'b' } });
  await fromClient({ jsonrpc: '2.0', id: 8, method: 'ping' });
  await fromClient({ jsonrpc: '2.0', id: 8, method: 'ping' });
  expect(client).toMatchObject([{ id: 7 }, { id: null }]);
});

test('an id in use cannot bring a list past the filter', async () => {
  const { fromClient, fromServer, client, server } = await greeted();
  await fromClient({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  await fromClient({ jsonrpc: '2.0', id: 1, method: 'ping' });
  expect(server).toHaveLength(1);
  await fromServer({ jsonrpc: '2.0', id: 1, result: { tools: [{ name: 'secret' }] } });
  expect(client.at(-1)).toEqual({ jsonrpc: '2.0', id: 1, result: { tools: [] } });
  await fromServer({ jsonrpc: '2.0', id: 1, result: { tools: [{ name: 'secret' }] } });
  expect(client).toHaveLength(2);
});

const HIDDEN = { tools: [{ name: 'secret' }] };

test.each([
  ['a request as well', { method: 'notifications/message', result: HIDDEN }],
  ['an error and a request', { method: 'ping', error: { code: 1, message: 'x', data: HIDDEN } }],
  ['its result in other letters', { Result: HIDDEN }],
  ['a second result in other letters', { result: { tools: [] }, RESULT: HIDDEN }],
  ['its tools in other letters', { result: { Toolſ: HIDDEN.tools, tools: [] } }],
])('an answer that is %s brings no list past the filter', async (_, answer) => {
  const { fromClient, fromServer, client } = await greeted();
  await fromClient({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  await fromServer({ jsonrpc: '2.0', id: 1, ...answer });
  expect(client).toMatchObject([{ id: 1, error: { message: expect.stringMatching(/more than one way/) } }]);
  await fromServer({ jsonrpc: '2.0', ...answer });
  expect(client).toHaveLength(1);
});

test('an answer that says of itself that it has no method is filtered, and passes as it came', async () => {
  const { fromClient, fromServer, client, server } = await greeted();
  await fromClient({ jsonrpc: '2.0', id: 1, method: 'tools/list', result: null, error: null });
  expect(server).toHaveLength(1);
  await fromServer({ jsonrpc: '2.0', id: 1, method: null, error: null, result: HIDDEN });
  expect(client).toEqual([{ jsonrpc: '2.0', id: 1, method: null, error: null, result: { tools: [] } }]);
});

test('a tool with a second name in other letters is not listed', async () => {
  const { fromClient, fromServer, client } = await greeted();
  await fromClient({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  await fromServer({ jsonrpc: '2.0', id: 1, result: { tools: [{ name: 'read', Name: 'secret' }] } });
  expect(client).toEqual([{ jsonrpc: '2.0', id: 1, result: { tools: [] } }]);
});

test('a batch of answers reaches the client one by one', async () => {
  const { fromClient, fromServer, client } = await greeted();
  for (const id of [1, 2]) await fromClient({ jsonrpc: '2.0', id, method: 'ping' });
  await fromServer([2, 1].map((id) => ({ jsonrpc: '2.0', id, result: {} })));
  expect(client.map(({ id }) => id)).toEqual([2, 1]);
});
