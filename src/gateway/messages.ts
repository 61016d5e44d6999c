import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/client';
import type { Call } from '../core/policy/decide.ts';
import { folded } from '../core/policy/folded.ts';
import { isObject, type JsonObject, type JsonValue } from '../core/tool/json.ts';

/** The id that asks for an answer; null where it is missing or is none that JSON-RPC 2.0 lets MCP use. */
export function requestId(message: JsonObject): RequestId | null {
  const id = message['id'];
  return typeof id === 'string' || Number.isSafeInteger(id) ? (id as RequestId) : null;
}

const ENVELOPE = ['jsonrpc', 'id', 'method', 'params', 'result', 'error'];
const CALL = ['name', 'arguments', 'task', '_meta'];

/**
 * A key that some servers read as another, because they ignore the case of letters; null when there is none.
 * Such a message could call a tool that this gateway did not judge.
 */
export function disguisedKey(message: JsonObject): string | null {
  const params = message['params'];
  const inside =
    message['method'] === 'tools/call' && isObject(params) ? disguisedIn(params, CALL) : undefined;
  return disguisedIn(message, ENVELOPE) ?? inside ?? null;
}

/** The key of an object that is one of these but for the case of its letters. */
export function disguisedIn(object: JsonObject, known: readonly string[]): string | undefined {
  return Object.keys(object).find((key) => !known.includes(key) && known.includes(folded(key)));
}

/** Why a message cannot be taken for what it says it is, whatever went before; null when it can. */
export function flawIn(message: JsonObject): string | null {
  const disguised = disguisedKey(message);
  if (disguised !== null) return `The key ${JSON.stringify(disguised)} can be mistaken for another.`;
  const { method } = message;
  // Writers that leave nothing out write null for what a message does not have.
  if (isMissing(method)) return null;
  if (!isMissing(message['result']) || !isMissing(message['error']))
    return 'A message is a request or an answer, and this is both.';
  if (typeof method !== 'string') return 'The method is no text.';
  return 'id' in message || method.startsWith('notifications/') ? null : 'A request needs an id.';
}

function isMissing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null;
}

/** The call that a message asks for; null where it names no tool or its arguments are no object. */
export function callIn(message: JsonObject): { call: Call | null; params: JsonObject } {
  const params = isObject(message['params']) ? message['params'] : {};
  const { name, arguments: given = {} } = params;
  const isCall = typeof name === 'string' && isObject(given);
  return { call: isCall ? { name, arguments: given } : null, params };
}

/** A message for a transport: its types promise more than anybody has checked. */
export function asMessage(message: JsonObject): JSONRPCMessage {
  return message as unknown as JSONRPCMessage;
}

/** Source: JSON-RPC 2.0, section 5.1; -32000 is free for the implementation. */
export const CODES = { invalidRequest: -32600, unknownMethod: -32601, invalidParams: -32602, failed: -32000 };

/** An error answer; `id` null where none could be read. */
export function errorAnswer(id: RequestId | null, code: number, message: string): JSONRPCMessage {
  return { jsonrpc: '2.0', id, error: { code, message } } as JSONRPCMessage;
}

/** The answer to a call that is not made: a result that the agent can read, naming the rule. */
export function denialAnswer(id: RequestId, message: string, rule: string): JSONRPCMessage {
  const content = [{ type: 'text', text: `[POLICY DENIED] ${message}` }];
  return { jsonrpc: '2.0', id, result: { content, isError: true, _meta: { 'toolwarden/rule': rule } } };
}

/** Nothing was sent: the other side had gone before. */
export class NotSent extends Error {}

/** True only where no byte of what was sent can have reached the server. Source: error codes of getaddrinfo and connect. */
export function neverLeft(error: unknown): boolean {
  if (error instanceof NotSent) return true;
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { code } = Object(cause) as NodeJS.ErrnoException;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND';
}

/** What an error says. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
