import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/client';
import { isObject, type JsonObject } from '../core/tool/json.ts';

/** A message with the exact text to send, where writing it anew would change a number. */
const exactTexts = new WeakMap<object, string>();

/** Numbers that may not survive being read as a double: long ones, and those with an exponent. */
const DELICATE = /\d{16}|\d[eE]/;

/**
 * One line of JSON as a value; undefined when it is no JSON. What is sent on is always written from what was read,
 * never the line itself: a key given twice must not mean one thing to the policy and another to the server.
 * Numbers keep every digit on the way.
 */
export function parseLine(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && DELICATE.test(line)) {
      exactTexts.set(value, JSON.stringify(JSON.parse(line, keepDigits)));
    }
    return value;
  } catch {
    return undefined;
  }
}

/** Source: ECMAScript proposal "JSON.parse source text access", in Node since version 22. */
const { rawJSON } = JSON as JSON & { rawJSON(text: string): unknown };

function keepDigits(this: unknown, _: string, value: unknown, context?: { source?: string }): unknown {
  const digits = context?.source;
  return typeof value === 'number' && digits !== undefined && digits !== String(value)
    ? rawJSON(digits)
    : value;
}

/** A message as one line of JSON, with its newline. */
export function lineOf(message: object): string {
  return `${exactTexts.get(message) ?? JSON.stringify(message)}\n`;
}

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
  const inside = message['method'] === 'tools/call' && isObject(params) ? disguised(params, CALL) : undefined;
  return disguised(message, ENVELOPE) ?? inside ?? null;
}

function disguised(object: JsonObject, known: readonly string[]): string | undefined {
  return Object.keys(object).find((key) => !known.includes(key) && known.includes(folded(key)));
}

/** Also the letters that only case folding brings to ASCII: long s and the Kelvin sign. */
function folded(key: string): string {
  return key.toLowerCase().replaceAll('ſ', 's');
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
