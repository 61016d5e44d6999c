import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import { parseLine, textOf } from './exact.ts';
import { NotSent } from './messages.ts';

/** UTF-16 units of one message; a stream without line ends must not fill the memory. */
const LONGEST_LINE = 64_000_000;

/**
 * JSON Lines over two streams. Unlike the transport of the official client it hands on any JSON value as it came:
 * no key is dropped, and what is no message can be refused by name. Lines that are no JSON go to `onerror`.
 */
export class LineTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T) => void;
  readonly #input: Readable;
  readonly #output: Writable;
  #rest: string[] = [];
  #length = 0;
  #closed = false;

  constructor(input: Readable, output: Writable) {
    this.#input = input;
    this.#output = output;
  }

  async start(): Promise<void> {
    const decoder = new StringDecoder('utf8');
    this.#input.on('data', (chunk: Buffer) => this.#heard(decoder.write(chunk)));
    this.#input.once('end', () => void this.close());
    this.#input.once('close', () => void this.close());
    this.#input.on('error', () => void this.close());
    this.#output.on('error', () => void this.close());
  }

  async send(message: JSONRPCMessage): Promise<void> {
    // Whoever has sent all it wants may still read the answers.
    if (!this.#output.writable) throw new NotSent('it has closed its end');
    this.#output.write(`${textOf(message)}\n`);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.onclose?.();
  }

  #heard(text: string): void {
    const [end = '', ...lines] = text.split('\n');
    this.#rest.push(end);
    for (const line of lines) {
      const whole = this.#rest.join('');
      this.#rest = [line];
      this.#length = 0;
      this.#said(whole);
    }
    this.#length += lines.at(-1)?.length ?? end.length;
    if (this.#length > LONGEST_LINE) this.#input.destroy();
  }

  #said(line: string): void {
    if (line.trim() === '') return;
    const value = parseLine(line);
    if (value === undefined) this.onerror?.(new Error(`A line is no JSON: ${line.slice(0, 200)}`));
    else this.onmessage?.(value as JSONRPCMessage);
  }
}
