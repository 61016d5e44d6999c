import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { LineTransport } from './line-transport.ts';

async function transport() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const lines = new LineTransport(input, output);
  const heard: unknown[] = [];
  const errors: string[] = [];
  let closed = 0;
  lines.onmessage = (message) => void heard.push(message);
  lines.onerror = ({ message }) => void errors.push(message);
  lines.onclose = () => void closed++;
  await lines.start();
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { input, output, lines, heard, errors, closed: () => closed, settle };
}

test('messages are told apart by line ends, however the stream is cut', async () => {
  const { input, heard, errors, settle } = await transport();
  const bytes = Buffer.from('{"a":"é€😀"}\r\n\n[1]\n"half"\nbanner\n{"b":1}\n{"never ended"');
  for (const byte of bytes) input.write(Buffer.of(byte));
  await settle();
  expect(heard).toEqual([{ a: 'é€😀' }, [1], 'half', { b: 1 }]);
  expect(errors).toEqual(['A line is no JSON: banner']);
});

test('many messages in one piece come in their order', async () => {
  const { input, heard, settle } = await transport();
  input.write('{"half":');
  input.write('1}\n{"a":2}\n{"a":3}\n{"a"');
  input.write(':4}\n');
  await settle();
  expect(heard).toEqual([{ half: 1 }, { a: 2 }, { a: 3 }, { a: 4 }]);
});

test('the end of the input closes once, and answers can still be sent', async () => {
  const { input, output, lines, closed, settle } = await transport();
  input.end();
  await settle();
  await settle();
  await lines.send({ jsonrpc: '2.0', id: 1, result: {} });
  expect([closed(), String(output.read())]).toEqual([1, '{"jsonrpc":"2.0","id":1,"result":{}}\n']);
});

test('what cannot be sent is told', async () => {
  const { output, lines } = await transport();
  output.destroy();
  await expect(lines.send({ jsonrpc: '2.0', id: 1, result: {} })).rejects.toThrow('closed its end');
});

test('a line without end closes, and does not fill the memory', async () => {
  const { input, closed, settle } = await transport();
  for (let part = 0; part < 65; part++) input.write('x'.repeat(1_000_000));
  await settle();
  await settle();
  expect([input.destroyed, closed()]).toEqual([true, 1]);
});
