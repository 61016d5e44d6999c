import type { JSONRPCMessage, Transport, TransportSendOptions } from '@modelcontextprotocol/client';
import { isObject, type JsonObject } from '../core/tool/json.ts';

/**
 * A transport around a transport that keeps the answers to `tools/list` as they came. The client would drop unknown
 * keys, or refuse the whole list for one tool without `inputSchema`; it is shown an empty list instead.
 */
export class RawAnswers implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T) => void;
  readonly #inner: Transport;
  readonly #asked = new Set<unknown>();
  #last: JsonObject | null = null;

  constructor(inner: Transport) {
    this.#inner = inner;
  }

  /** The latest answer, once; null when there is none. */
  take(): JsonObject | null {
    const answer = this.#last;
    this.#last = null;
    return answer;
  }

  get hasPerRequestStream(): boolean {
    return this.#inner.hasPerRequestStream === true;
  }

  get sessionId(): string | undefined {
    return this.#inner.sessionId;
  }

  setProtocolVersion(version: string): void {
    this.#inner.setProtocolVersion?.(version);
  }

  async start(): Promise<void> {
    this.#inner.onclose = () => this.onclose?.();
    this.#inner.onerror = (error) => this.onerror?.(error);
    this.#inner.onmessage = (message) => this.#heard(message);
    await this.#inner.start();
  }

  async send(message: JSONRPCMessage, options?: TransportSendOptions): Promise<void> {
    if ('method' in message && 'id' in message && message.method === 'tools/list')
      this.#asked.add(message.id);
    await this.#inner.send(message, options);
  }

  async close(): Promise<void> {
    await this.#inner.close();
  }

  #heard(message: JSONRPCMessage): void {
    const answer: unknown = 'result' in message ? message.result : undefined;
    if (!('id' in message) || !this.#asked.delete(message.id) || !isObject(answer)) {
      this.onmessage?.(message);
      return;
    }
    this.#last = answer;
    const { nextCursor: _, ...rest } = answer;
    this.onmessage?.({ ...message, result: { ...rest, tools: [] } } as JSONRPCMessage);
  }
}
