import type { JSONRPCMessage, RequestId, Transport } from '@modelcontextprotocol/client';
import type { Call } from '../core/policy/decide.ts';
import { isObject, type JsonObject } from '../core/tool/json.ts';
import { Approvals, REFUSALS } from './approval.ts';
import type { Guard } from './guard.ts';
import { asMessage, CODES, callIn, errorAnswer, flawIn, neverLeft, requestId, wordsOf } from './messages.ts';
import { passesUnjudged } from './methods.ts';
import { Requests } from './requests.ts';
import { disguisedTools, withoutHidden } from './tool-list.ts';

/** One client and one server. Every message passes as it came but for three: hidden tools are taken out of `tools/list`, `tools/call` is decided first, and what cannot be judged is refused. */
export class Session {
  /** Which side ended the conversation. */
  readonly ended: Promise<'client' | 'server'>;
  readonly #client: Transport;
  readonly #server: Transport;
  readonly #guard: Guard;
  readonly #approvals: Approvals;
  readonly #requests = new Requests();
  #end: (side: 'client' | 'server') => void = () => undefined;
  #tellsOfChanges = false;

  constructor(client: Transport, server: Transport, guard: Guard, askTimeoutMs: number) {
    this.#client = client;
    this.#server = server;
    this.#guard = guard;
    this.#approvals = new Approvals((message, about) => this.#toClient(message, about), askTimeoutMs);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Starts the server first: a client that is heard before could be left without an answer. */
  async start(): Promise<void> {
    this.#server.onmessage = (message) => this.#fromServer(message);
    this.#server.onclose = () => this.#lostServer();
    this.#client.onmessage = (message) => this.#fromClient(message);
    this.#client.onclose = () => this.#end('client');
    await this.#server.start();
    await this.#client.start();
  }

  /** Lets the client list again after the rules changed, where the server had said that its list may change. */
  rulesChanged(): void {
    if (this.#tellsOfChanges) this.#tell({ jsonrpc: '2.0', method: 'notifications/tools/list_changed' });
  }

  #fromClient(message: unknown): void {
    const refusal = isObject(message) ? this.#flawOf(message) : 'Batches are not accepted here.';
    if (!isObject(message) || refusal !== null) {
      this.#refuse(this.#freeId(message), CODES.invalidRequest, refusal ?? '', '(request)');
      return;
    }
    const { method } = message;
    const id = requestId(message);
    if (typeof method !== 'string') this.#answerFromClient(message);
    else if (id === null) this.#notification(method, message);
    else if (method === 'tools/call') this.#call(id, message);
    else this.#request(id, method, message);
  }

  /** The id to answer a refused message under, so that nobody waits for it; null where none can be told or another call waits under it. */
  #freeId(message: unknown): RequestId | null {
    const id = isObject(message) ? requestId(message) : null;
    return id === null || this.#requests.isAwaited(id) ? null : id;
  }

  /** Why a message cannot be taken for what it says it is; null when it can. */
  #flawOf(message: JsonObject): string | null {
    const flaw = flawIn(message);
    if (flaw !== null || typeof message['method'] !== 'string' || !('id' in message)) return flaw;
    const id = requestId(message);
    return id === null || this.#requests.has(id) ? 'The id cannot be used, or is in use.' : null;
  }

  #request(id: RequestId, method: string, message: JsonObject): void {
    if (!passesUnjudged(method)) {
      const words = `The gateway does not know the method ${JSON.stringify(method)}.`;
      this.#refuse(id, CODES.unknownMethod, words, '(method)');
      return;
    }
    const params = isObject(message['params']) ? message['params'] : {};
    if (method === 'initialize') this.#approvals.learn(params);
    this.#requests.open(id, method, params);
    this.#forward(id, message);
  }

  #call(id: RequestId, message: JsonObject): void {
    const { call, params } = callIn(message);
    if (call === null) {
      const words = 'A call needs the name of a tool and an object of arguments.';
      this.#refuse(id, CODES.invalidParams, words, '(call)');
      return;
    }
    this.#requests.open(id, 'tools/call', params);
    const rule = this.#guard.approvalRule(call);
    if (rule !== null) void this.#approve(id, call, message, rule);
    else this.#decide(id, call, message);
  }

  async #approve(id: RequestId, call: Call, message: JsonObject, rule: string): Promise<void> {
    const consent = await this.#approvals.ask(call, id);
    if (consent === 'withdrawn') return;
    // Decided again, and only now counted: rules and time have gone on while the person thought.
    if (consent === 'accept') this.#decide(id, call, message, true);
    else this.#reply(id, this.#guard.deny(call, id, { message: REFUSALS[consent], rule, consent }));
  }

  #decide(id: RequestId, call: Call, message: JsonObject, isApproved = false): void {
    const admission = this.#guard.admit(call, id, isApproved);
    if ('denial' in admission) this.#reply(id, admission.denial);
    else this.#forward(id, message, admission.giveBack);
  }

  #notification(method: string, message: JsonObject): void {
    const params = message['params'];
    if (method === 'notifications/cancelled' && isObject(params)) {
      const about = params['requestId'];
      this.#requests.cancel(about);
      if (this.#approvals.withdraw(about)) return void this.#requests.close(about);
    }
    this.#server.send(asMessage(message)).catch(() => undefined);
  }

  #answerFromClient(message: JsonObject): void {
    if (!this.#approvals.answered(message)) this.#server.send(asMessage(message)).catch(() => undefined);
  }

  #forward(id: RequestId, message: JsonObject, giveBack?: () => void): void {
    const lost = (): void => this.#unanswered(id, 'The server ended its answer early.');
    this.#server.send(asMessage(message), { onRequestStreamEnd: lost }).catch((error: unknown) => {
      const isKnown = neverLeft(error);
      if (isKnown) giveBack?.();
      const words = isKnown
        ? 'The server could not be reached'
        : 'The server may have done this, and gave no answer';
      this.#unanswered(id, `${words}: ${wordsOf(error)}`);
    });
  }

  #fromServer(message: unknown): void {
    // Revision 2025-03-26 lets a server answer in batches.
    for (const one of Array.isArray(message) ? message : [message])
      if (isObject(one)) this.#oneFromServer(one);
  }

  #oneFromServer(message: JsonObject): void {
    const { id, result, method } = message;
    // What one reader takes for an answer and another does not could bring a list past the filter.
    if (flawIn(message) !== null || disguisedTools(message) !== undefined) {
      this.#unanswered(id as RequestId, 'What the server sent can be read in more than one way.');
      return;
    }
    if (typeof method === 'string') {
      this.#tell(asMessage(message), this.#requests.relatedTo(message));
      return;
    }
    if (this.#requests.methodOf(id) === 'initialize' && isObject(result)) this.#learn(result);
    // Whatever was asked: a list is one by what it holds.
    const answer = withoutHidden(message, (tool) => this.#guard.hides(tool));
    this.#reply(id as RequestId, asMessage(answer));
  }

  #learn({ protocolVersion, capabilities }: JsonObject): void {
    if (typeof protocolVersion === 'string')
      for (const side of [this.#server, this.#client]) side.setProtocolVersion?.(protocolVersion);
    const tools = isObject(capabilities) ? capabilities['tools'] : undefined;
    this.#tellsOfChanges = isObject(tools) && tools['listChanged'] === true;
  }

  #lostServer(): void {
    for (const id of this.#requests.ids) this.#unanswered(id, 'The server ended.');
    this.#end('server');
  }

  #unanswered(id: RequestId, words: string): void {
    this.#reply(id, errorAnswer(id, CODES.failed, words));
  }

  /** An answer that nobody waits for goes nowhere: it might be a list that nobody filtered. */
  #reply(id: RequestId, answer: JSONRPCMessage): void {
    if (this.#requests.close(id)) this.#tell(answer);
  }

  #refuse(id: RequestId | null, code: number, words: string, rule: string): void {
    this.#guard.note('deny', rule, id);
    this.#tell(errorAnswer(id, code, words));
  }

  /** Who does not take what it is sent has gone, which `onclose` tells. */
  #tell(message: JSONRPCMessage, about?: RequestId): void {
    this.#toClient(message, about).catch(() => undefined);
  }

  async #toClient(message: JSONRPCMessage, about?: RequestId): Promise<void> {
    await this.#client.send(message, about === undefined ? {} : { relatedRequestId: about });
  }
}
