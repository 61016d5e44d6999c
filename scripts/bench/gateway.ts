import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ChildServer } from '../../src/gateway/child-server.ts';
import type { Figure } from './table.ts';

const CALLS = 2_000;
const WARM_UP = 200;

/** Counts, audit line and all: what a policy with a limit costs. */
const POLICY = {
  version: '1',
  default: 'deny',
  tools: { echo: { limits: [{ counter: 'echo', window: 'day', max: 1_000_000, scope: 'grant' }] } },
};

/**
 * What the gateway adds to a call: the same calls of a real server, direct and through a gateway that counts and audits
 * to `folder`, taking turns in one run.
 */
export async function benchGateway(folder: string): Promise<Figure[]> {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('@modelcontextprotocol/server-everything/package.json');
  const server = [join(dirname(manifest), 'dist/index.js')];
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('policy.json'), JSON.stringify(POLICY));
  const files = [
    '--policy',
    at('policy.json'),
    '--audit',
    at('audit.jsonl'),
    '--counters',
    at('counters.json'),
  ];
  const gateway = ['scripts/toolwarden.mjs', 'gateway', ...files, '--', process.execPath, ...server];
  const [direct, through] = [await connect(server), await connect(gateway)];
  const times: { direct: number[]; through: number[] } = { direct: [], through: [] };
  for (let call = -WARM_UP; call < CALLS; call++) {
    const [one, other] = [await direct.call(), await through.call()];
    if (call < 0) continue;
    times.direct.push(one);
    times.through.push(other);
  }
  await Promise.all([direct.close(), through.close()]);
  const [plain, guarded] = [median(times.direct), median(times.through)];
  return [
    { what: `call of a tool, direct (median of ${CALLS})`, result: `${plain.toFixed(3)} ms`, aim: '' },
    { what: 'the same through the gateway', result: `${guarded.toFixed(3)} ms`, aim: '' },
    { what: 'added', result: `${(guarded - plain).toFixed(3)} ms`, aim: 'under 1 ms' },
    { what: 'ratio', result: (guarded / plain).toFixed(2), aim: '' },
  ];
}

interface Connection {
  /** Calls once; returns the milliseconds until the answer. Rejects when the call was denied. */
  call(): Promise<number>;
  close(): Promise<void>;
}

async function connect(words: readonly string[]): Promise<Connection> {
  const transport = new ChildServer(process.execPath, words);
  const waiting = new Map<unknown, (message: object) => void>();
  transport.onmessage = (message) => 'id' in message && waiting.get(message.id)?.(message);
  await transport.start();
  let last = 0;
  const ask = async (method: string, params: Record<string, unknown>): Promise<object> => {
    const id = ++last;
    const answer = new Promise<object>((resolve) => waiting.set(id, resolve));
    await transport.send({ jsonrpc: '2.0', id, method, params });
    const message = await answer;
    waiting.delete(id);
    return message;
  };
  const clientInfo = { name: 'bench', version: '1' };
  await ask('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo });
  await transport.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
  return {
    async call() {
      const start = performance.now();
      const answer = await ask('tools/call', { name: 'echo', arguments: { message: 'hello' } });
      const took = performance.now() - start;
      if (JSON.stringify(answer).includes('POLICY DENIED')) throw new Error('The call was denied.');
      return took;
    },
    close: () => transport.close(),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
