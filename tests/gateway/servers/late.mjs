/** A raw server for tests of the gateway that answers `tools/list` late, even when it was cancelled: before its next answer. */
import { createInterface } from 'node:readline';

const say = (id, result) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, result })}\n`);
const late = [];

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (method === 'tools/list') late.push(id);
  else if (method === 'initialize') {
    const { protocolVersion } = params;
    say(id, { protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'late', version: '1' } });
  } else if (id !== undefined) {
    for (const listed of late.splice(0)) say(listed, { tools: [{ name: 'secret' }, { name: 'kept' }] });
    say(id, {});
  }
});
