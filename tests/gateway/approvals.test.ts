import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Approvals } from '../../src/core/schemas/gateway.ts';
import type { Stopped } from '../../src/ingest/problem.ts';
import { folderWith, toolwarden } from '../commands/run.ts';
import { type Bench, bench, type Wire } from './harness.ts';
import { callOf, connected, type Files, files } from './process.ts';
import { BEFORE, realServer } from './real-servers.ts';

vi.setConfig({ testTimeout: 120_000 });

const LIMITS = [{ counter: 'remove', window: 'hour', max: 1, scope: 'grant' }];
const DRY = [{ path: 'args.dryRun', op: 'eq', value: true }];

/** `remove` passes as a dry run, `secret` is hidden, `send` is denied by a rule and `read` passes. */
const POLICY = {
  version: '1',
  default: 'deny',
  hide: ['secret'],
  tools: {
    remove: { require: [{ conditions: DRY }], limits: [{ ...LIMITS[0], counter: 'dry' }] },
    send: { deny_if: [{ conditions: [] }] },
    read: {},
  },
};
const RULED = {
  version: '1',
  ask: ['remove', 'send', 'secret', 'unlisted'],
  tools: { remove: { limits: LIMITS }, send: {}, secret: {}, unlisted: {} },
};

async function asking(approvals: object = RULED): Promise<Wire & Bench> {
  const tools = bench({ policy: POLICY, ask: JSON.stringify(approvals) });
  const wire = await tools.join();
  await wire.greet({ elicitation: {} });
  return { ...tools, ...wire };
}

function callFor(id: number, name: string, args: object = {}): object {
  return { jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } };
}

function accept(question: Record<string, unknown> | undefined): object {
  return { jsonrpc: '2.0', id: question?.['id'], result: { action: 'accept', content: {} } };
}

function ruleOf(answer: Record<string, unknown> | undefined): unknown {
  return (answer?.['result'] as { _meta?: Record<string, unknown> })?._meta?.['toolwarden/rule'];
}

test.each(['remove', 'send', 'unlisted'])(
  'what the policy denies of %s passes when a person approved it, by the rule beside the names',
  async (name) => {
    const { fromClient, client, server } = await asking();
    await fromClient(callFor(1, name));
    expect([server, client[0]?.['method']]).toEqual([[], 'elicitation/create']);
    await fromClient(accept(client[0]));
    expect(server).toMatchObject([{ id: 1, params: { name } }]);
  },
);

test.each([
  ['remove', '/tools/remove/require/0'],
  ['send', '/tools/send/deny_if/0'],
  ['unlisted', '/default'],
])('a denial of %s by a person names the rule that a person could have lifted', async (name, rule) => {
  const { fromClient, client, audit } = await asking();
  await fromClient(callFor(1, name));
  await fromClient({ jsonrpc: '2.0', id: client[0]?.['id'], result: { action: 'decline' } });
  expect(ruleOf(client.at(-1))).toBe(rule);
  expect(audit()).toMatchObject([{ decision: 'deny', rule, consent: 'decline' }]);
});

test('what the policy lets pass of such a tool passes unasked', async () => {
  const { call, server, audit } = await asking();
  expect(await call(1, 'remove', { dryRun: true })).toMatchObject({
    result: { content: [{ text: 'done' }] },
  });
  expect(server).toHaveLength(1);
  expect(audit()).toMatchObject([{ decision: 'allow' }]);
});

test('the limit of approved calls holds, is told as such, and nobody is asked in vain', async () => {
  const { fromClient, client, server } = await asking();
  await fromClient(callFor(1, 'remove'));
  await fromClient(accept(client[0]));
  await fromClient(callFor(2, 'remove'));
  expect(server).toHaveLength(1);
  expect(ruleOf(client.at(-1))).toBe('/tools/remove/limits/0');
  expect(JSON.stringify(client.at(-1))).toContain('Limit reached');
});

test('a hidden tool stays hidden, whatever stands beside the policy', async () => {
  const { call, server } = await asking();
  expect(ruleOf(await call(1, 'secret'))).toBe('/hide/0');
  expect(server).toEqual([]);
});

test('an approval counts for nothing once the record no longer names the tool', async () => {
  const { fromClient, client, server, write, gateway } = await asking();
  await fromClient(callFor(1, 'send'));
  write('ask.json', { version: '1', ask: [] });
  gateway.reload();
  await fromClient(accept(client[0]));
  expect(server).toEqual([]);
  expect(ruleOf(client.at(-1))).toBe('/tools/send/deny_if/0');
});

test('a rule for a tool that nobody is asked about is refused', () => {
  const ask = JSON.stringify({ version: '1', ask: ['send'], tools: { send: {}, remove: {} } });
  const findings = ((): Stopped['findings'] => {
    try {
      bench({ policy: POLICY, ask });
      return [];
    } catch (error) {
      return (error as Stopped).findings;
    }
  })();
  expect(findings).toMatchObject([{ severity: 'error', path: '/tools/remove' }]);
});

/** A gateway with the two files that `policy export` prints for a server. */
function exported(id: 'memory'): Files {
  const print = (file: string): string =>
    toolwarden(['policy', 'export', '--target', 'policylayer', id, '--file', file]).stdout;
  const gateway = files({});
  writeFileSync(gateway.at('policy.json'), print('policy.json'));
  writeFileSync(gateway.at('approvals.json'), print('approvals.json'));
  return gateway;
}

const DELETION: [string, object] = [
  'delete_observations',
  { deletions: [{ entityName: 'a', observations: ['old'] }] },
];

test('the exported approvals name what is asked about, and keep the policy as strict as it was', () => {
  const { at } = exported('memory');
  const approvals = Approvals.parse(JSON.parse(readFileSync(at('approvals.json'), 'utf8')));
  expect(approvals.ask).toEqual(['delete_observations']);
  const policy = toolwarden(['policy', 'recommend', 'memory']).stdout;
  expect(readFileSync(at('policy.json'), 'utf8')).toBe(policy);
});

test.each([
  ['a person who accepts lets the call reach the server', 'accept', true],
  ['a person who declines keeps it from the server', 'decline', false],
  ['without the record beside the policy nobody is asked and it is denied', null, false],
] as const)('exported files before a real server: %s', async (_, action, reaches) => {
  const gateway = exported('memory');
  const ask = action === null ? [] : ['--ask', gateway.at('approvals.json')];
  const folder = folderWith(BEFORE);
  const { client } = await connected(
    { ...gateway, args: [...gateway.args, ...ask] },
    realServer('memory', folder).command,
    { elicitation: {} },
  );
  const questions: string[] = [];
  client.setRequestHandler('elicitation/create', async ({ params }) => {
    questions.push(params.message);
    return { action: action ?? 'accept', content: {} };
  });
  const [text, isError] = await callOf(client, ...DELETION);
  expect(isError, text).toBe(!reaches);
  expect(text.startsWith('[POLICY DENIED] ')).toBe(!reaches);
  expect(questions).toHaveLength(action === null ? 0 : 1);
  expect(existsSync(join(folder, 'memory.jsonl'))).toBe(true);
  expect(readFileSync(join(folder, 'memory.jsonl'), 'utf8').includes('"old"')).toBe(!reaches);
  expect(gateway.audit().map(({ decision }) => decision)).toEqual([reaches ? 'allow' : 'deny']);
});
