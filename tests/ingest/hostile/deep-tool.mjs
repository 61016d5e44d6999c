import { createInterface } from 'node:readline';
import { send } from './speak.mjs';

const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (method === 'initialize') {
    const { protocolVersion } = params;
    send({
      jsonrpc: '2.0',
      id,
      result: { protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'deep', version: '1' } },
    });
  }
  if (method !== 'tools/list') return;
  process.stdout.write(
    `{"jsonrpc":"2.0","id":${id},"result":{"tools":[{"name":"deep","inputSchema":${deep}}]}}\n`,
  );
});
