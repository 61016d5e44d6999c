import type { JSONRPCMessage } from '@modelcontextprotocol/client';
import { isObject, type JsonObject } from '../core/tool/json.ts';
import { exactly, parseLine } from './exact.ts';
import { requestId } from './messages.ts';

/*
 * The official transports of Streamable HTTP read each message with a schema: a key they do not know is an error to
 * them, and long numbers lose digits. They are given a message of their own kind in its place, with the real one inside.
 */

const KNOWN = ['jsonrpc', 'id', 'method', 'params', 'result', 'error'];

/** Stands for a message to a server: the transport sees the keys it takes its headers from, and writes the whole. */
export function asRequest(message: JsonObject): JSONRPCMessage {
  return written(Object.fromEntries(Object.entries(message).filter(([key]) => KNOWN.includes(key))), message);
}

/** Stands for a message to a client: the transport sees whether it ends the stream of a request, and writes the whole. */
export function asAnswer(message: JsonObject): JSONRPCMessage {
  const isRequest = typeof message['method'] === 'string';
  const seen = isRequest ? { method: 'carried' } : { id: message['id'], result: {} };
  return written({ jsonrpc: '2.0', ...seen }, message);
}

function written(seen: object, message: JsonObject): JSONRPCMessage {
  return Object.defineProperty(seen, 'toJSON', { value: () => exactly(message) }) as JSONRPCMessage;
}

/** What the transport of a client is given to read, with the message inside; `received` takes it out. */
export function carrying(message: JsonObject): JSONRPCMessage {
  const { method, params } = message;
  const id = requestId(message);
  if (typeof method !== 'string' || id === null)
    return { jsonrpc: '2.0', method: 'carried', params: { message } };
  // The transport begins its session with this one, and reads the version.
  const version = isObject(params) ? params['protocolVersion'] : undefined;
  const greeting = {
    protocolVersion: String(version),
    capabilities: {},
    clientInfo: { name: '', version: '' },
  };
  return {
    jsonrpc: '2.0',
    id,
    method,
    params: { message, ...(method === 'initialize' ? greeting : {}) },
  };
}

/** The message inside what a transport read; undefined where there is none. */
export function received(carrier: JSONRPCMessage): unknown {
  const { params, result, error } = carrier as unknown as JsonObject;
  const inside = [params, result, isObject(error) ? error['data'] : undefined].find(isObject);
  if (inside === undefined) return undefined;
  return typeof inside['text'] === 'string' ? parseLine(inside['text']) : inside['message'];
}

/** One text of a server for the transport to read, with the text inside. It is an answer where any of it is. */
export function quoted(text: string): string {
  const value = parseLine(text);
  const answer = (Array.isArray(value) ? value : [value]).find(isAnswer);
  const inside = { text };
  return JSON.stringify(
    answer === undefined
      ? { jsonrpc: '2.0', method: 'carried', params: inside }
      : { jsonrpc: '2.0', id: requestId(answer) ?? 0, result: inside },
  );
}

function isAnswer(value: unknown): value is JsonObject {
  return isObject(value) && typeof value['method'] !== 'string' && 'id' in value;
}
