import {
  type JSONRPCMessage,
  StreamableHTTPClientTransport,
  type Transport,
  type TransportSendOptions,
} from '@modelcontextprotocol/client';
import type { JsonObject } from '../core/tool/json.ts';
import { asRequest, received } from './carried.ts';
import { quotingFetch } from './quoting-fetch.ts';

/**
 * A server over Streamable HTTP. The official transport sees to sessions, headers, streams and redirects, which it follows
 * within the origin, and reads no message.
 */
export class RemoteServer implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T) => void;
  readonly #inner: StreamableHTTPClientTransport;
  #before: Promise<unknown> = Promise.resolve();

  constructor(url: URL, headers: Record<string, string>) {
    this.#inner = new StreamableHTTPClientTransport(url, { requestInit: { headers }, fetch: quotingFetch });
  }

  async start(): Promise<void> {
    this.#inner.onmessage = (carrier) => this.#heard(received(carrier));
    this.#inner.onerror = (error) => this.onerror?.(error);
    this.#inner.onclose = () => this.onclose?.();
    await this.#inner.start();
  }

  /** What follows a notification waits until the server has taken it: each message is a connection of its own. */
  async send(
    message: JSONRPCMessage,
    { onRequestStreamEnd = () => undefined }: TransportSendOptions = {},
  ): Promise<void> {
    const earlier = this.#before;
    const sent = earlier.then(() =>
      this.#inner.send(asRequest(message as unknown as JsonObject), { onRequestStreamEnd }),
    );
    if (!('id' in message)) this.#before = sent.catch(() => undefined);
    await sent;
  }

  #heard(message: unknown): void {
    if (message === undefined) this.onerror?.(new Error('An event is no JSON.'));
    else this.onmessage?.(message as JSONRPCMessage);
  }

  setProtocolVersion(version: string): void {
    this.#inner.setProtocolVersion(version);
  }

  /** Ends the session on the server as well, when it takes that. */
  async close(): Promise<void> {
    await this.#inner.terminateSession().catch(() => undefined);
    await this.#inner.close();
  }
}
