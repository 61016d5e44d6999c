import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, InMemoryTransport, type JSONRPCMessage } from '@modelcontextprotocol/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Policy } from '../../src/core/policy/policy.ts';
import { policyText } from '../../src/core/policy/policy-text.ts';
import type { ToolAdvice } from '../../src/core/recommend/advice.ts';
import { policyFor } from '../../src/core/recommend/policies.ts';
import { ChildServer } from '../../src/gateway/child-server.ts';
import { folderWith } from '../commands/run.ts';
import { type Bench, bench } from './harness.ts';
import { connected, files } from './process.ts';
import { advised, BEFORE, ORDINARY, realServer } from './real-servers.ts';

vi.setConfig({ testTimeout: 120_000 });

const SERVERS = ['filesystem', 'memory', 'everything'] as const;

interface Real extends Bench {
  client: Client;
  /** Tools that the server was asked to call. */
  reached: string[];
  apply(policy: Policy): void;
}

/** The official client, the gateway, and a server of the catalogue as a process; what passes is written down. */
async function before(id: (typeof SERVERS)[number], policy: Policy, folder: string): Promise<Real> {
  const tools = bench({ policy: policyText(policy) });
  const server = new ChildServer(
    realServer(id, folder).command[0] ?? '',
    realServer(id, folder).command.slice(1),
  );
  const reached: string[] = [];
  const send = server.send.bind(server);
  server.send = (message: JSONRPCMessage) => {
    if ('method' in message && message.method === 'tools/call')
      reached.push(String(message.params?.['name']));
    return send(message);
  };
  const [end, side] = InMemoryTransport.createLinkedPair();
  await tools.gateway.join(side, server);
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(end);
  onTestFinished(() => server.close());
  const apply = (next: Policy): void => {
    writeFileSync(join(tools.folder, 'policy.json'), policyText(next));
    tools.gateway.reload();
  };
  return { ...tools, client, reached, apply };
}

/** `denied` when the gateway answered; else the server did, whatever it said. */
async function outcome(client: Client, name: string, args: object): Promise<'denied' | 'answered'> {
  try {
    const { content, _meta } = await client.callTool({ name, arguments: args as Record<string, unknown> });
    const [first] = content as { text?: string }[];
    const denied = first?.text?.startsWith('[POLICY DENIED] ') === true;
    expect(_meta?.['toolwarden/rule'] !== undefined).toBe(denied);
    return denied ? 'denied' : 'answered';
  } catch {
    return 'answered';
  }
}

function listed(advice: readonly ToolAdvice[]): string[] {
  return advice.flatMap(({ tool, decision }) => (decision === 'hide' ? [] : [tool])).toSorted();
}

function allowed(advice: readonly ToolAdvice[]): string[] {
  return advice.flatMap(({ tool, decision }) => (decision === 'allow' ? [tool] : []));
}

async function namesOf(client: Client): Promise<string[]> {
  return (await client.listTools()).tools.map(({ name }) => name).toSorted();
}

test.each(SERVERS)('the %s that is tried is the one of the catalogue, and every tool of it', (id) => {
  const { advice, version } = advised(id);
  expect(realServer(id, '.').version).toBe(version);
  const tried = ORDINARY[id]('.').map(([tool]) => tool);
  expect(tried.toSorted()).toEqual(advice.map(({ tool }) => tool).toSorted());
});

test.each(SERVERS)(
  'the whole-server policy of %s lets pass what its page says, and nothing else',
  async (id) => {
    const { advice } = advised(id);
    const folder = folderWith(BEFORE);
    const gateway = files(policyFor(advice));
    const { client } = await connected(gateway, realServer(id, folder).command);
    expect(await namesOf(client)).toEqual(listed(advice));
    const passed: string[] = [];
    for (const [tool, args] of ORDINARY[id](folder)) {
      if ((await outcome(client, tool, args)) === 'answered') passed.push(tool);
    }
    expect(passed.toSorted()).toEqual(allowed(advice).toSorted());
    const told = gateway.audit().map(({ tool, decision }) => [tool, decision === 'allow']);
    expect(told).toEqual(ORDINARY[id](folder).map(([tool]) => [tool, passed.includes(tool)]));
    if (id === 'filesystem') {
      expect(existsSync(join(folder, 'made/new.txt'))).toBe(passed.includes('write_file'));
      expect(existsSync(join(folder, 'move.txt'))).toBe(!passed.includes('move_file'));
    }
    if (id === 'memory') {
      const graph = readFileSync(join(folder, 'memory.jsonl'), 'utf8');
      expect(graph.includes('"name":"b"')).toBe(!passed.includes('delete_entities'));
      expect(graph.includes('"old"')).toBe(!passed.includes('delete_observations'));
      expect(graph.includes('"tall"')).toBe(passed.includes('add_observations'));
    }
  },
);

test.each(SERVERS)('the policy of each tool page of %s lets that tool alone pass', async (id) => {
  const { advice } = advised(id);
  const folder = folderWith(BEFORE);
  const { client, reached, apply } = await before(id, policyFor([]), folder);
  for (const one of advice) {
    apply(policyFor([one]));
    reached.length = 0;
    const outcomes: Record<string, string> = {};
    for (const [tool, args] of ORDINARY[id](folder)) outcomes[tool] = await outcome(client, tool, args);
    const expected = allowed([one]);
    expect(Object.keys(outcomes).filter((tool) => outcomes[tool] === 'answered')).toEqual(expected);
    expect(reached).toEqual(expected);
    // A policy of one tool denies the others and leaves them in the list.
    expect(await namesOf(client)).toHaveLength(advice.length - (one.decision === 'hide' ? 1 : 0));
  }
});

test.each(SERVERS)(
  'each tool of %s passes as often as its page says, and once more in the next window',
  async (id) => {
    const { advice } = advised(id);
    const folder = folderWith(BEFORE);
    const { client, reached, clock } = await before(id, policyFor(advice), folder);
    const args = new Map(ORDINARY[id](folder));
    if (id === 'everything') args.set('trigger-long-running-operation', { duration: 0, steps: 1 });
    const lengths = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
    for (const { tool, limit } of advice.filter(({ decision }) => decision === 'allow')) {
      reached.length = 0;
      for (let call = 1; call <= limit.max; call++) await outcome(client, tool, args.get(tool) ?? {});
      expect(reached).toHaveLength(limit.max);
      expect(await outcome(client, tool, args.get(tool) ?? {})).toBe('denied');
      expect(reached).toHaveLength(limit.max);
      clock.now += lengths[limit.window];
      expect(await outcome(client, tool, args.get(tool) ?? {})).toBe('answered');
    }
  },
);
