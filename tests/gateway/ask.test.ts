import { expect, test, vi } from 'vitest';
import { type Bench, bench, type Wire } from './harness.ts';

const POLICY = {
  version: '1',
  default: 'deny',
  tools: {
    send: { limits: [{ counter: 'c', window: 'hour', max: 2, scope: 'grant' }] },
    never: { deny_if: [{ conditions: [] }] },
    read: {},
  },
};
const FORMS = { elicitation: {} };

type Asking = Wire &
  Bench & { ask(id: number, name?: string, args?: object): Promise<Record<string, unknown>> };

/** Calls and hands back what the client was asked. */
async function asking(capabilities: object = FORMS, askTimeoutMs = 5_000): Promise<Asking> {
  const tools = bench({ policy: POLICY, ask: ['send', 'never'], askTimeoutMs });
  const wire = await tools.join();
  await wire.greet(capabilities);
  const ask: Asking['ask'] = async (id, name = 'send', args = {}) => {
    await wire.fromClient({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } });
    return wire.client.at(-1) ?? {};
  };
  return { ...tools, ...wire, ask };
}

function ruleOf(answer: Record<string, unknown> | undefined): unknown {
  return (answer?.['result'] as { _meta?: Record<string, unknown> })?._meta?.['toolwarden/rule'];
}

test('a person who accepts lets the one call pass, and it is counted then', async () => {
  const { ask, fromClient, server, audit } = await asking();
  const question = await ask(1, 'send', { to: 'a@b', text: 'hi' });
  expect(question).toMatchObject({
    method: 'elicitation/create',
    params: { requestedSchema: { type: 'object' } },
  });
  expect([server, audit()]).toEqual([[], []]);
  await fromClient({ jsonrpc: '2.0', id: question['id'], result: { action: 'accept', content: {} } });
  expect(server).toMatchObject([{ id: 1, method: 'tools/call', params: { name: 'send' } }]);
  expect(audit()).toMatchObject([
    { tool: 'send', decision: 'allow', argumentKeys: ['text', 'to'], consent: 'accept' },
  ]);
});

test.each([
  ['declines', { result: { action: 'decline' } }, 'decline'],
  ['closes the question', { result: { action: 'cancel' } }, 'decline'],
  ['answers something else', { result: { action: 'Accept' } }, 'decline'],
  ['has a client that fails', { error: { code: -32601, message: 'no' } }, 'unable'],
])('a person who %s keeps the call from passing', async (_, answer, consent) => {
  const { ask, fromClient, server, client, audit } = await asking();
  const question = await ask(1);
  await fromClient({ jsonrpc: '2.0', id: question['id'], ...answer });
  expect(server).toEqual([]);
  expect(ruleOf(client.at(-1))).toBe('/ask/0');
  expect(audit()).toMatchObject([{ decision: 'deny', rule: '/ask/0', consent }]);
});

test.each([{}, { elicitation: { url: {} } }, { elicitation: true }])(
  'a client that cannot show a form is denied: %j',
  async (capabilities) => {
    const { ask, server, audit } = await asking(capabilities);
    expect(ruleOf(await ask(1))).toBe('/ask/0');
    expect(audit()).toMatchObject([{ consent: 'unable' }]);
    expect(server).toEqual([]);
  },
);

test('nobody who answers in time denies, and the question is taken back', async () => {
  const { ask, client, server, audit } = await asking(FORMS, 20);
  const question = await ask(1);
  await vi.waitUntil(() => client.length === 3, { timeout: 20_000 });
  expect(client[1]).toMatchObject({
    method: 'notifications/cancelled',
    params: { requestId: question['id'] },
  });
  expect(ruleOf(client[2])).toBe('/ask/0');
  expect(audit()).toMatchObject([{ consent: 'timeout' }]);
  expect(server).toEqual([]);
});

test('an answer that comes too late changes nothing', async () => {
  const { ask, fromClient, client, server } = await asking(FORMS, 20);
  const question = await ask(1);
  await vi.waitUntil(() => client.length === 3, { timeout: 20_000 });
  await fromClient({ jsonrpc: '2.0', id: question['id'], result: { action: 'accept' } });
  expect(server.filter(({ method }) => method === 'tools/call')).toEqual([]);
});

test('asking never overrides a denial: nobody is asked', async () => {
  const { ask, server } = await asking();
  expect(ruleOf(await ask(1, 'never'))).toBe('/tools/never/deny_if/0');
  expect(server).toEqual([]);
});

test('a limit that ran out while the person thought still denies', async () => {
  const { ask, fromClient, client, server } = await asking();
  const questions = [await ask(1), await ask(2), await ask(3)];
  for (const { id } of questions) await fromClient({ jsonrpc: '2.0', id, result: { action: 'accept' } });
  expect(server.map(({ id }) => id)).toEqual([1, 2]);
  expect(ruleOf(client.at(-1))).toBe('/tools/send/limits/0');
});

test('a call that the agent gives up on is not asked any more, and the server never hears of it', async () => {
  const { ask, fromClient, client, server } = await asking();
  const question = await ask(1);
  await fromClient({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } });
  expect(client.at(-1)).toMatchObject({
    method: 'notifications/cancelled',
    params: { requestId: question['id'] },
  });
  await fromClient({ jsonrpc: '2.0', id: question['id'], result: { action: 'accept' } });
  expect(server.filter(({ method }) => method === 'tools/call')).toEqual([]);
});

test('tools that are not under ask pass without a question', async () => {
  const { ask, server } = await asking();
  await ask(1, 'read');
  expect(server).toHaveLength(1);
});

test('the person sees what is in the arguments, on lines that no argument can forge', async () => {
  const { ask } = await asking();
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, index]));
  const question = await ask(1, 'send', { text: 'a\nb\u202e', 'to\n- cc': 'x'.repeat(1000), ...many });
  const { message } = question['params'] as { message: string };
  expect(message).toContain('the tool "send" once?');
  expect(message).toContain('- text: "a\\nb⟦U+202E⟧"');
  expect(message).toContain('- to⟦U+000A⟧- cc: "xxx');
  expect(message).toContain('… (cut; 1002 characters in all)');
  expect(message).toContain('- and 2 more arguments that are not shown');
});

test('the server cannot answer for the person', async () => {
  const { ask, fromServer, server, client } = await asking();
  const question = await ask(1);
  await fromServer({ jsonrpc: '2.0', id: question['id'], result: { action: 'accept' } });
  expect(server).toEqual([]);
  expect(client).toHaveLength(1);
});
