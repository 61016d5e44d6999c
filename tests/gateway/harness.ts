import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InMemoryTransport, type JSONRPCMessage } from '@modelcontextprotocol/client';
import { onTestFinished } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { Gateway } from '../../src/gateway/gateway.ts';
import type { Session } from '../../src/gateway/session.ts';
import { folderWith } from '../commands/run.ts';

/** Noon, so that minutes and hours begin where a test expects it. */
export const NOON = Date.UTC(2026, 10, 20, 12);

export interface Bench {
  folder: string;
  gateway: Gateway;
  /** What the gateway told about reading its rules again. */
  reloads: { loaded: boolean; findings: Finding[] }[];
  clock: { now: number };
  audit(): Record<string, unknown>[];
  write(name: string, value: unknown): void;
  /** Joins a raw client to a raw server. */
  join(): Promise<Wire>;
}

export interface Options {
  policy: unknown;
  /** Names, or the text of the file. */
  ask?: string[] | string;
  askTimeoutMs?: number;
  audit?: string;
  counters?: string;
}

/** A gateway over files in a temporary folder, with a clock that stands still until a test moves it. */
export function bench(options: Options, folder = folderWith({})): Bench {
  const at = (name: string): string => join(folder, name);
  const write = (name: string, value: unknown): void =>
    writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value));
  write('policy.json', options.policy);
  const { ask } = options;
  if (ask !== undefined) write('ask.json', typeof ask === 'string' ? ask : { version: '1', ask });
  const clock = { now: NOON };
  const reloads: Bench['reloads'] = [];
  const gateway = new Gateway({
    policy: at('policy.json'),
    ask: ask === undefined ? null : at('ask.json'),
    audit: at(options.audit ?? 'audit.jsonl'),
    counters: options.counters === undefined ? null : at(options.counters),
    askTimeoutMs: options.askTimeoutMs ?? 5_000,
    now: () => clock.now,
    onReload: (loaded, findings) => void reloads.push({ loaded, findings }),
  });
  onTestFinished(() => gateway.close());
  const audit = (): Record<string, unknown>[] => linesOf(at('audit.jsonl'));
  return { folder, gateway, reloads, clock, audit, write, join: () => wire(gateway) };
}

/** The lines of a file of JSON Lines; none where there is no file. */
export function linesOf(file: string): Record<string, unknown>[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8').trimEnd();
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
}

type Raw = Record<string, unknown>;

/** Both ends of a session, as raw messages. */
export interface Wire {
  session: Session;
  /** What each end has received so far. */
  client: Raw[];
  server: Raw[];
  fromClient(message: unknown): Promise<void>;
  fromServer(message: unknown): Promise<void>;
  closeServer(): Promise<void>;
  /** `initialize` and its answer, with these capabilities. */
  greet(clientCapabilities?: object, serverCapabilities?: object): Promise<void>;
  /** A call, and the answer of the server where it gets one. */
  call(id: number, name: string, args?: object): Promise<Raw | undefined>;
}

async function wire(gateway: Gateway): Promise<Wire> {
  const [clientEnd, clientSide] = InMemoryTransport.createLinkedPair();
  const [serverEnd, serverSide] = InMemoryTransport.createLinkedPair();
  const client: Raw[] = [];
  const server: Raw[] = [];
  clientEnd.onmessage = (message) => void client.push(message as unknown as Raw);
  serverEnd.onmessage = (message) => void server.push(message as unknown as Raw);
  const session = await gateway.join(clientSide, serverSide);
  await clientEnd.start();
  await serverEnd.start();
  const fromClient = (message: unknown): Promise<void> => settled(clientEnd.send(message as JSONRPCMessage));
  const fromServer = (message: unknown): Promise<void> => settled(serverEnd.send(message as JSONRPCMessage));
  return {
    session,
    client,
    server,
    fromClient,
    fromServer,
    closeServer: () => settled(serverEnd.close()),
    async greet(capabilities = {}, serverCapabilities = { tools: {} }) {
      const params = { protocolVersion: '2025-11-25', capabilities, clientInfo: { name: 'c', version: '1' } };
      await fromClient({ jsonrpc: '2.0', id: 'hello', method: 'initialize', params });
      const result = { protocolVersion: '2025-11-25', capabilities: serverCapabilities };
      await fromServer({ jsonrpc: '2.0', id: 'hello', result });
      server.length = 0;
      client.length = 0;
    },
    async call(id, name, args = {}) {
      const before = server.length;
      await fromClient({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } });
      if (server.length > before) {
        await fromServer({ jsonrpc: '2.0', id, result: { content: [{ type: 'text', text: 'done' }] } });
      }
      return client.find((message) => message['id'] === id);
    },
  };
}

/** In memory everything happens within a few turns of the event loop. */
async function settled(action: Promise<void>): Promise<void> {
  await action;
  await new Promise((resolve) => setImmediate(resolve));
}
