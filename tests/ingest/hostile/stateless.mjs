import { createInterface } from 'node:readline';
import { send, tool } from './speak.mjs';

// Speaks only the stateless revision: no initialize handshake.
const version = '2026-07-28';
const info = {
  resultType: 'complete',
  _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'stateless', version: '2.0.0' } },
};
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method } = JSON.parse(line);
  if (id === undefined) return;
  if (method === 'server/discover') {
    const result = {
      supportedVersions: [version],
      capabilities: { tools: {} },
      serverInfo: { name: 'stateless', version: '2.0.0' },
      ttlMs: 0,
      cacheScope: 'public',
      ...info,
    };
    // Slow enough for the process of the first attempt to be long gone.
    setTimeout(() => send({ jsonrpc: '2.0', id, result }), 400);
  } else if (method === 'tools/list') {
    send({
      jsonrpc: '2.0',
      id,
      result: {
        tools: [tool('a', { own: 1 }), { name: 'no-schema' }],
        ttlMs: 0,
        cacheScope: 'public',
        ...info,
      },
    });
  } else send({ jsonrpc: '2.0', id, error: { code: -32601, message: `Method not found: ${method}` } });
});
