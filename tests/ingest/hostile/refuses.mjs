import { createInterface } from 'node:readline';
import { send } from './speak.mjs';

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id } = JSON.parse(line);
  if (id !== undefined) send({ jsonrpc: '2.0', id, error: { code: -32001, message: 'no key, no service' } });
});
