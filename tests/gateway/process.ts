import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, onTestFinished, vi } from 'vitest';
import { folderWith } from '../commands/run.ts';
import { linesOf } from './harness.ts';

const COMMAND = 'scripts/toolwarden.mjs';
export const PROBE = [process.execPath, 'tests/gateway/servers/probe.mjs'];

export interface Files {
  folder: string;
  at(name: string): string;
  audit(): Record<string, unknown>[];
  /** What reached the server, where it is the probe. */
  heard(): Record<string, unknown>[];
  /** The arguments of a gateway with this policy. */
  args: string[];
  env: Record<string, string>;
}

/** The files of a gateway that runs as a process of its own. */
export function files(policy: unknown): Files {
  const folder = folderWith({ 'policy.json': JSON.stringify(policy) });
  const at = (name: string): string => join(folder, name);
  return {
    folder,
    at,
    audit: () => linesOf(at('audit.jsonl')),
    heard: () => linesOf(at('heard.jsonl')),
    args: [COMMAND, 'gateway', '--policy', at('policy.json'), '--audit', at('audit.jsonl')],
    env: { ...(process.env as Record<string, string>), HEARD: at('heard.jsonl') },
  };
}

/** The official client, before a gateway, before a server. */
export async function connected(
  { args, env }: Files,
  server: readonly string[] = PROBE,
  capabilities: object = {},
): Promise<{ client: Client; transport: StdioClientTransport }> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [...args, '--', ...server],
    env,
    stderr: 'ignore',
  });
  const client = new Client({ name: 'test', version: '1' }, { capabilities });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return { client, transport };
}

/** The text of a result, and whether it is an error. */
export async function callOf(client: Client, name: string, args: object = {}): Promise<[string, boolean]> {
  const result = await client.callTool({ name, arguments: args as Record<string, unknown> });
  const [first] = result.content as { text?: string }[];
  return [first?.text ?? '', result.isError === true];
}

export interface Run {
  child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Resolves with code and signal. */
  end(): Promise<[number | null, NodeJS.Signals | null]>;
}

/** A gateway without the official client. */
export function started(args: readonly string[], env: Record<string, string>): Run {
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, stdout: () => stdout, stderr: () => stderr, end: () => ended };
}

/** What a client answers when it is asked to sample. */
export const SAMPLED = {
  model: 'm',
  role: 'assistant' as const,
  content: { type: 'text' as const, text: 'yes' },
};

/** Lets the probe ask the client for a sample, and tell it of progress. */
export async function expectServerHeard(client: Client): Promise<void> {
  client.setRequestHandler('sampling/createMessage', async () => SAMPLED);
  expect(JSON.parse((await callOf(client, 'sample'))[0])).toMatchObject({ model: 'm' });
  // Not `onprogress`: the client forgets it when the answer comes in the same piece.
  const seen: unknown[] = [];
  client.setNotificationHandler('notifications/progress', ({ params }) => void seen.push(params));
  await client.callTool({ name: 'progress', arguments: {}, _meta: { progressToken: 'p' } });
  await vi.waitUntil(() => seen.length > 0, { timeout: 20_000 });
  expect(seen).toEqual([{ progressToken: 'p', progress: 1 }]);
}

/** The processes that the probe names once it was asked to fork; all of them run. */
export async function forkedBy(stdout: () => string): Promise<number[]> {
  await vi.waitUntil(() => stdout().includes('"id":1'), { timeout: 20_000 });
  const answer = JSON.parse(stdout().trimEnd().split('\n').at(-1) ?? '');
  const pids = JSON.parse(answer.result.content[0].text) as number[];
  expect(pids.map(isAlive)).toEqual([true, true]);
  return pids;
}

/** Whether a process runs; one that has ended and was not yet collected has no command line any more. */
export function isAlive(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}
