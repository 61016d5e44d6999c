import { createInterface } from 'node:readline';

/** A server that speaks just enough of the protocol: `list(params)` gives the result of `tools/list`, or nothing. */
export function speak(list) {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, method, params } = JSON.parse(line);
    if (id === undefined) return;
    const result =
      method === 'initialize' ? greeting(params) : method === 'tools/list' ? list(params ?? {}) : {};
    if (result !== undefined) send({ jsonrpc: '2.0', id, result });
  });
}

export function send(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

export function tool(name, more = {}) {
  return { name, description: `Reads ${name}.`, inputSchema: { type: 'object' }, ...more };
}

function greeting({ protocolVersion }) {
  return { protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'hostile', version: '9.9.9' } };
}
