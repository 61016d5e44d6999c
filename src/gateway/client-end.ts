import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JSONRPCMessage, Transport, TransportSendOptions } from '@modelcontextprotocol/client';
import { NodeStreamableHTTPServerTransport } from '@modelcontextprotocol/node';
import type { JsonObject } from '../core/tool/json.ts';
import { asAnswer, carrying, received } from './carried.ts';

/** A client over Streamable HTTP: the official transport sees to sessions and streams, and reads no message. */
export class ClientEnd implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T) => void;
  readonly #inner: NodeStreamableHTTPServerTransport;

  constructor(id: string) {
    this.#inner = new NodeStreamableHTTPServerTransport({ sessionIdGenerator: () => id });
  }

  /** Undefined until the session has begun. */
  get sessionId(): string | undefined {
    return this.#inner.sessionId;
  }

  async start(): Promise<void> {
    this.#inner.onmessage = (carrier) => this.onmessage?.(received(carrier) as JSONRPCMessage);
    this.#inner.onerror = (error) => this.onerror?.(error);
    this.#inner.onclose = () => this.onclose?.();
    await this.#inner.start();
  }

  /** Hands on what a request carries; `message` is undefined where it carries nothing. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    message: JsonObject | undefined,
  ): Promise<void> {
    await this.#inner.handleRequest(request, response, message === undefined ? undefined : carrying(message));
  }

  async send(message: JSONRPCMessage, options: TransportSendOptions = {}): Promise<void> {
    const { relatedRequestId } = options;
    await this.#inner.send(
      asAnswer(message as unknown as JsonObject),
      relatedRequestId === undefined ? {} : { relatedRequestId },
    );
  }

  /** The version that client and server agreed on is the one that requests may name. */
  setProtocolVersion(version: string): void {
    this.#inner.setSupportedProtocolVersions([version]);
  }

  async close(): Promise<void> {
    await this.#inner.close();
  }
}
