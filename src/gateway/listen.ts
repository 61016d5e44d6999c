import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Transport } from '@modelcontextprotocol/client';
import { localhostHostValidation, localhostOriginValidation } from '@modelcontextprotocol/node';
import { isObject, type JsonObject, type JsonValue } from '../core/tool/json.ts';
import { ClientEnd } from './client-end.ts';
import type { Gateway } from './gateway.ts';
import { CODES, errorAnswer, requestId, wordsOf } from './messages.ts';
import { bodyOf } from './request-body.ts';

/** Where to listen. Only this machine can reach it. */
export interface Loopback {
  host: string;
  port: number;
}

/** Sessions at a time, each with a server of its own; and how long one may stay without any request open. */
const MOST_SESSIONS = 32;
const IDLE_MS = 30 * 60_000;

/** `127.0.0.1:PORT`, `localhost:PORT` or `[::1]:PORT`; null for anything else. Port 0 lets the system choose. */
export function loopback(text: string): Loopback | null {
  const [, host = '', port = ''] = /^(127\.0\.0\.1|localhost|\[::1\]):(\d{1,5})$/.exec(text) ?? [];
  if (host === '' || Number(port) > 65_535) return null;
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}

/** Serves Streamable HTTP at `/mcp`: each session is joined to a server of its own. */
export class Listener {
  readonly #gateway: Gateway;
  readonly #open: () => Transport;
  readonly #http: Server;
  readonly #sessions = new Map<string, Joined>();
  readonly #isOurHost = localhostHostValidation();
  readonly #isOurOrigin = localhostOriginValidation();

  constructor(gateway: Gateway, open: () => Transport) {
    this.#gateway = gateway;
    this.#open = open;
    this.#http = createServer((request, response) => {
      this.#handle(request, response).catch((error: unknown) => refuse(response, 500, wordsOf(error)));
    });
  }

  /** Returns the address to connect to. Rejects when the port is taken. */
  async start({ host, port }: Loopback): Promise<string> {
    this.#http.listen(port, host);
    await once(this.#http, 'listening');
    const { port: chosen } = this.#http.address() as AddressInfo;
    return `http://${host.includes(':') ? `[${host}]` : host}:${chosen}/mcp`;
  }

  /** Ends every session and its server. */
  async close(): Promise<void> {
    this.#http.close();
    await Promise.all([...this.#sessions.values()].map((joined) => joined.close()));
    this.#http.closeAllConnections();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page in a browser may reach this port under a name of its own: both headers tell.
    if (!this.#isOurHost(request, response) || !this.#isOurOrigin(request, response)) return;
    if (request.url?.split('?')[0] !== '/mcp') return refuse(response, 404, 'The address ends in /mcp.');
    const body = request.method === 'POST' ? await bodyOf(request) : { value: undefined };
    if ('status' in body) return refuse(response, body.status, body.message);
    const message = body.value;
    const flaw = message === undefined ? null : flawOf(message);
    if (flaw !== null || (message !== undefined && !isObject(message)))
      return refuse(response, 400, flaw ?? '');
    const id = request.headers['mcp-session-id'];
    if (id !== undefined) {
      const joined = this.#sessions.get(String(id));
      if (joined === undefined) return refuse(response, 404, 'There is no such session.');
      return joined.handle(request, response, message);
    }
    if (message?.['method'] !== 'initialize')
      return refuse(response, 400, 'A session begins with the request initialize.');
    await this.#begin(request, response, message);
  }

  async #begin(request: IncomingMessage, response: ServerResponse, body: JsonObject): Promise<void> {
    if (this.#sessions.size >= MOST_SESSIONS) return refuse(response, 503, 'Too many sessions are open.');
    const id = randomUUID();
    const client = new ClientEnd(id);
    const server = this.#open();
    const joined = new Joined(client, server, () => this.#sessions.delete(id));
    this.#sessions.set(id, joined);
    try {
      const session = await this.#gateway.join(client, server);
      void session.ended.then(() => joined.close());
      await joined.handle(request, response, body);
    } catch (error) {
      refuse(response, 502, `The server could not be started: ${wordsOf(error)}`);
    }
    if (client.sessionId === undefined) await joined.close();
  }
}

/** A client and its server, until one of them leaves or nothing has been asked for long. */
class Joined {
  readonly #client: ClientEnd;
  readonly #server: Transport;
  readonly #forget: () => void;
  #openRequests = 0;
  #idle: NodeJS.Timeout | undefined;
  #closed: Promise<void> | null = null;

  constructor(client: ClientEnd, server: Transport, forget: () => void) {
    this.#client = client;
    this.#server = server;
    this.#forget = forget;
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    message: JsonObject | undefined,
  ): Promise<void> {
    clearTimeout(this.#idle);
    this.#openRequests++;
    response.once('close', () => {
      this.#openRequests--;
      if (this.#openRequests > 0 || this.#closed !== null) return;
      this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref();
    });
    await this.#client.handle(request, response, message);
  }

  close(): Promise<void> {
    this.#closed ??= this.#closeBoth();
    return this.#closed;
  }

  async #closeBoth(): Promise<void> {
    clearTimeout(this.#idle);
    this.#forget();
    await this.#client.close();
    await this.#server.close();
  }
}

/** Why a message cannot even begin to be judged; null when it can. */
function flawOf(message: JsonValue): string | null {
  if (Array.isArray(message)) return 'Batches are not accepted here.';
  if (!isObject(message)) return 'A message is an object.';
  const isRequest = 'method' in message && 'id' in message;
  return isRequest && requestId(message) === null ? 'The id is a text or a whole number.' : null;
}

function refuse(response: ServerResponse, status: number, words: string): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(errorAnswer(null, CODES.invalidRequest, words)));
}
