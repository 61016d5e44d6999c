/**
 * A raw server for tests of the gateway. Everything it hears is a line of the file $HEARD; its tools do what their
 * names say, and a line of its own that is no JSON comes with the greeting.
 */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const TOOLS = ['echo', 'secret', 'hang', 'die', 'fork', 'sample', 'progress'].map((name) => ({
  name,
  inputSchema: { type: 'object' },
  'x-own': { name },
}));

const say = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
const text = (value) => ({ content: [{ type: 'text', text: value }], 'x-own': true });
let asking = null;

const CALLS = {
  echo: (id, args) => say({ id, result: text(JSON.stringify(args)) }),
  secret: (id) => say({ id, result: text('told') }),
  hang: () => undefined,
  die: () => process.exit(3),
  fork: (id) => {
    const program = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
    const child = spawn(process.execPath, ['-e', program], { stdio: 'ignore', detached: true });
    say({ id, result: text(JSON.stringify([process.pid, child.pid])) });
  },
  sample: (id) => {
    asking = id;
    say({ id: 's', method: 'sampling/createMessage', params: { messages: [], maxTokens: 1 } });
  },
  progress: (id, _, meta) => {
    say({ method: 'notifications/progress', params: { progressToken: meta.progressToken, progress: 1 } });
    say({ id, result: text('done') });
  },
};

createInterface({ input: process.stdin }).on('line', (line) => {
  if (process.env.HEARD) appendFileSync(process.env.HEARD, `${line}\n`);
  const { id, method, params, result } = JSON.parse(line);
  if (method === 'initialize') {
    process.stdout.write('probe is up\n');
    const { protocolVersion } = params;
    const capabilities = { tools: { listChanged: true } };
    say({ id, result: { protocolVersion, capabilities, serverInfo: { name: 'probe', version: '1' } } });
  } else if (method === 'tools/list') say({ id, result: { tools: TOOLS } });
  else if (method === 'tools/call') CALLS[params.name](id, params.arguments, params._meta);
  else if (id === 's') say({ id: asking, result: text(JSON.stringify(result)) });
  else if (id !== undefined) say({ id, result: {} });
});
