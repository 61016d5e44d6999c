import {
  type JSONRPCMessage,
  StreamableHTTPClientTransport,
  type Transport,
  type TransportSendOptions,
} from '@modelcontextprotocol/client';

/** A server over Streamable HTTP, through the official transport, as far as redirects go within its own origin. */
export class RemoteServer implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T) => void;
  readonly #inner: StreamableHTTPClientTransport;
  #before: Promise<unknown> = Promise.resolve();

  constructor(url: URL, headers: Record<string, string>) {
    this.#inner = new StreamableHTTPClientTransport(url, { requestInit: { headers } });
  }

  async start(): Promise<void> {
    this.#inner.onmessage = (message) => this.onmessage?.(message);
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
    const sent = earlier.then(() => this.#inner.send(message, { onRequestStreamEnd }));
    if (!('id' in message)) this.#before = sent.catch(() => undefined);
    await sent;
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
