import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { expect, onTestFinished, test, vi } from 'vitest';
import { LineTransport } from '../../src/gateway/line-transport.ts';
import { Listener } from '../../src/gateway/listen.ts';
import { type Upstream, upstreamOf } from '../../src/gateway/upstream.ts';
import { bench } from './harness.ts';

vi.setConfig({ testTimeout: 30_000 });

const RAW = 'tests/gateway/servers/raw.mjs';
const POLICY = { version: '1', default: 'allow', hide: ['secret'] };

const HELLO =
  '{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"c","version":"1"},"own":1.0},"top":2.0}';
const CALL =
  '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"kept","arguments":{"big":12345678901234567890,"one":1.0},"own":1e3},"top":2.0}';
const LIST = '{"jsonrpc":"2.0","id":2,"method":"tools/list","top":1.0}';
const PING = '{"jsonrpc":"2.0","id":3,"method":"ping"}';

/** What a client must read, byte for byte. */
const ANSWERS: Record<string, string> = {
  [HELLO]:
    '{"jsonrpc":"2.0","id":0,"result":{"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"raw","version":"1"},"own":1.0},"top":2.0}',
  [CALL]: `{"jsonrpc":"2.0","id":1,"result":{"heard":${JSON.stringify(CALL)},"big":12345678901234567890},"top":1.0}`,
  [LIST]:
    '{"jsonrpc":"2.0","id":2,"result":{"tools":[{"name":"kept","inputSchema":{"maximum":18446744073709551615,"minimum":1.0}}],"own":1.0},"top":1e3}',
  [PING]: '{"jsonrpc":"2.0","id":3,"error":{"code":-1,"message":"no","own":1.0},"top":2.0}',
};

/** A connection to a fresh raw server over stdio or HTTP. */
async function raw(kind: string): Promise<Upstream> {
  if (kind === 'stdio') return upstreamOf([process.execPath, RAW], undefined, {});
  const child = spawn(process.execPath, [RAW, kind], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return upstreamOf([], `http://127.0.0.1:${Number(port)}/mcp`, {});
}

type Ask = (line: string) => Promise<string[]>;

/** A client over stdio. */
async function overStdio(open: Upstream): Promise<Ask> {
  const { gateway } = bench({ policy: POLICY });
  const [input, output] = [new PassThrough(), new PassThrough()];
  const server = open();
  onTestFinished(() => server.close());
  await gateway.join(new LineTransport(input, output), server);
  return async (line) => {
    const { id } = JSON.parse(line) as { id: number };
    input.write(`${line}\n`);
    const heard: string[] = [];
    while (!heard.some((text) => (JSON.parse(text) as { id?: number }).id === id)) {
      const [chunk] = (await once(output, 'data')) as [Buffer];
      heard.push(...String(chunk).trimEnd().split('\n'));
    }
    return heard;
  };
}

/** A client over HTTP. */
async function overHttp(open: Upstream): Promise<Ask> {
  const { gateway } = bench({ policy: POLICY });
  const listener = new Listener(gateway, open);
  onTestFinished(() => listener.close());
  const url = await listener.start({ host: '127.0.0.1', port: 0 });
  const headers: Record<string, string> = {
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
  };
  return async (body) => {
    const response = await fetch(url, { method: 'POST', headers, body });
    headers['mcp-session-id'] ??= response.headers.get('mcp-session-id') ?? '';
    const stream = response.body as ReadableStream<Uint8Array<ArrayBuffer>>;
    const events = stream.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
    const heard: string[] = [];
    for await (const { data } of events) heard.push(data);
    return heard;
  };
}

const WAYS = [overStdio, overHttp].flatMap((join) =>
  ['stdio', 'json', 'events'].map((kind) => [join.name, kind, join] as const),
);

test.each(WAYS)('a client %s and a server over %s: no key and no digit is lost', async (_, kind, join) => {
  const ask = await join(await raw(kind));
  for (const [line, answer] of Object.entries(ANSWERS)) expect((await ask(line)).at(-1)).toBe(answer);
});

test.each([overStdio, overHttp])('what comes before an answer is whole as well (%o)', async (join) => {
  const ask = await join(await raw('events'));
  await ask(HELLO);
  const note = '{"jsonrpc":"2.0","method":"notifications/message","params":{"n":1.0},"top":1.0}';
  expect(await ask(CALL)).toEqual([note, ANSWERS[CALL]]);
});
