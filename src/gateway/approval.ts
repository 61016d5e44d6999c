import { randomUUID } from 'node:crypto';
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/client';
import type { Call } from '../core/policy/decide.ts';
import { shownLine } from '../core/present/shown.ts';
import { isObject, type JsonObject } from '../core/tool/json.ts';

/** What came of asking: only `accept` lets the call pass. */
export type Consent = 'accept' | 'decline' | 'timeout' | 'unable' | 'withdrawn';

/** What the agent is told, by what came of asking. */
export const REFUSALS: Record<Exclude<Consent, 'accept' | 'withdrawn'>, string> = {
  decline: 'A person looked at this call and did not approve it.',
  timeout: 'A person must approve this call, and nobody answered in time.',
  unable: 'A person must approve this call, and this client offers no way to ask one (elicitation).',
};

/** Characters of one argument, and arguments, that a person is shown. */
const LONGEST_VALUE = 400;
const MOST_ARGUMENTS = 30;

/** Asks a person through the client (elicitation, form mode), and waits. One for each session. */
export class Approvals {
  readonly #send: (message: JSONRPCMessage, about: RequestId) => Promise<void>;
  readonly #timeoutMs: number;
  readonly #open = new Map<RequestId, { about: RequestId; settle: (consent: Consent) => void }>();
  #able = false;

  constructor(send: (message: JSONRPCMessage, about: RequestId) => Promise<void>, timeoutMs: number) {
    this.#send = send;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Learns from `initialize` whether the client can ask. An empty object means forms.
   * Source: revision 2025-11-25, client/elicitation, capabilities.
   */
  learn(params: unknown): void {
    const capabilities = isObject(params) ? params['capabilities'] : undefined;
    const elicitation = isObject(capabilities) ? capabilities['elicitation'] : undefined;
    this.#able =
      isObject(elicitation) && (Object.keys(elicitation).length === 0 || isObject(elicitation['form']));
  }

  async ask(call: Call, about: RequestId): Promise<Consent> {
    if (!this.#able) return 'unable';
    // Nobody can guess it, so neither the server nor a stray answer can speak for the person.
    const id = `toolwarden-${randomUUID()}`;
    const params = { message: question(call), requestedSchema: { type: 'object', properties: {} } };
    const answer = new Promise<Consent>((settle) => this.#open.set(id, { about, settle }));
    const late = setTimeout(() => this.#withdraw(id, 'timeout'), this.#timeoutMs).unref();
    try {
      await this.#send({ jsonrpc: '2.0', id, method: 'elicitation/create', params }, about);
      return await answer;
    } catch {
      return 'unable';
    } finally {
      clearTimeout(late);
      this.#open.delete(id);
    }
  }

  /** Takes an answer that belongs to a question of ours; false when it is somebody else's. */
  answered(message: JsonObject): boolean {
    const asked = this.#open.get(message['id'] as RequestId);
    asked?.settle(consentIn(message['result']));
    return asked !== undefined;
  }

  /** The agent has given up on a call: nobody has to decide about it any more. True when that was being asked. */
  withdraw(about: unknown): boolean {
    const found = [...this.#open].find(([, asked]) => asked.about === about);
    if (found !== undefined) this.#withdraw(found[0] as string, 'withdrawn');
    return found !== undefined;
  }

  #withdraw(id: string, consent: Consent): void {
    const asked = this.#open.get(id);
    if (asked === undefined) return;
    const params = { requestId: id, reason: 'The call is no longer waiting.' };
    this.#send({ jsonrpc: '2.0', method: 'notifications/cancelled', params }, asked.about).catch(
      () => undefined,
    );
    asked.settle(consent);
  }
}

function consentIn(result: unknown): Consent {
  if (!isObject(result)) return 'unable';
  return result['action'] === 'accept' ? 'accept' : 'decline';
}

/** Names of arguments and what is in them are by strangers: one line each, hidden characters spelled out. */
function question(call: Call): string {
  const entries = Object.entries(call.arguments);
  const lines = entries
    .slice(0, MOST_ARGUMENTS)
    .map(([key, value]) => `- ${cut(shownLine(key))}: ${cut(shownLine(JSON.stringify(value)))}`);
  const rest = entries.length - lines.length;
  if (rest > 0) lines.push(`- and ${rest} more arguments that are not shown`);
  const given = lines.length === 0 ? 'It has no arguments.' : `Arguments:\n${lines.join('\n')}`;
  return `Let the agent call the tool "${shownLine(call.name)}" once?\n\n${given}`;
}

function cut(text: string): string {
  if (text.length <= LONGEST_VALUE) return text;
  return `${text.slice(0, LONGEST_VALUE)} … (cut; ${text.length} characters in all)`;
}
