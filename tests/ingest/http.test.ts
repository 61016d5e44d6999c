import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { limitsWithin } from '../../src/ingest/limits.ts';
import { attempt, stored, temporaryFolder } from './attempt.ts';

type Answer = (method: string, id: unknown, request: IncomingMessage, response: ServerResponse) => void;

/** A Streamable HTTP server on this machine; returns its address. */
async function served(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (request.method !== 'POST') return void response.writeHead(405).end();
      const { method, id, params } = JSON.parse(body);
      if (id === undefined) return void response.writeHead(202).end();
      if (method !== 'initialize') return answer(method, id, request, response);
      const { protocolVersion } = params;
      reply(response, id, {
        protocolVersion,
        capabilities: { tools: {} },
        serverInfo: { name: 'remote', version: '4' },
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/mcp`;
}

function reply(response: ServerResponse, id: unknown, result: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ jsonrpc: '2.0', id, result }));
}

const headers = { authorization: 'Bearer x' };

test('a remote server is read raw, with the given headers', async () => {
  let seen: string | undefined;
  const url = await served((_, id, request, response) => {
    seen = request.headers.authorization;
    reply(response, id, { tools: [{ name: 'a', own: 1 }] });
  });
  const catalog = temporaryFolder();
  const { ingested } = await attempt({ kind: 'http', url, headers }, catalog);
  expect(ingested).toMatchObject({ version: '4', tools: 1 });
  expect(seen).toBe('Bearer x');
  expect(stored(catalog).observation.result.tools).toEqual([{ name: 'a', own: 1 }]);
  expect(stored(catalog).observation.observed.how).toBe('tools/list over Streamable HTTP');
  expect(stored(catalog).server).not.toContain('Bearer');
});

test('one that never answers ends at its time limit', async () => {
  const url = await served(() => undefined);
  const source = { kind: 'http' as const, url, headers: {} };
  const { findings } = await attempt(source, temporaryFolder(), { limits: limitsWithin(500) });
  expect(findings[0]).toMatchObject({ code: 'server-timeout' });
});

test('one that floods is cut off', async () => {
  const url = await served((_, id, __, response) => {
    response.setHeader('content-type', 'application/json');
    response.write(`{"jsonrpc":"2.0","id":${id},"result":{"tools":[`);
    const flood = () => {
      while (response.write(' '.repeat(1_000_000)));
      response.once('drain', flood);
    };
    flood();
  });
  const { findings } = await attempt({ kind: 'http', url, headers: {} }, temporaryFolder());
  expect(findings[0]).toMatchObject({ code: 'server-flood' });
});

test('a refusal is an error', async () => {
  const url = await served((_, __, ___, response) => void response.writeHead(401).end('no'));
  const { findings } = await attempt({ kind: 'http', url, headers: {} }, temporaryFolder());
  expect(findings[0]).toMatchObject({ severity: 'error' });
});

test('a redirect is not followed: the headers are for one address only', async () => {
  let asked = 0;
  const elsewhere = await served((_, id, __, response) => {
    asked++;
    reply(response, id, { tools: [] });
  });
  const url = await served(
    (_, __, ___, response) => void response.writeHead(307, { location: elsewhere }).end(),
  );
  const { ingested } = await attempt({ kind: 'http', url, headers }, temporaryFolder());
  expect(ingested).toBeNull();
  expect(asked).toBe(0);
});
