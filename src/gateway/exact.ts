import { isObject, type JsonObject } from '../core/tool/json.ts';

/** A message with the exact text to send, where writing it anew would change a number. */
const exactTexts = new WeakMap<object, string>();

/**
 * Numbers that may not survive being read as a double: sixteen digits and more, an exponent, a trail of zeros behind
 * the point, a negative zero, and what would be written with an exponent for being so small.
 */
const DELICATE = /[\d.]{16}|\d[eE]|\b0\.00000|(?:\d\.\d*0|-0)\s*[,\]}]/;

/**
 * One line of JSON as a value; undefined when it is no JSON. What is sent on is always written from what was read,
 * never the line itself: a key given twice must not mean one thing to the policy and another to the server.
 * Numbers keep every digit on the way.
 */
export function parseLine(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && DELICATE.test(line)) keepExact(value, line);
    return value;
  } catch {
    return undefined;
  }
}

/** A batch is taken apart before it is sent on, so each of its messages keeps a text of its own. */
function keepExact(value: object, line: string): void {
  const exact = withDigits(line);
  exactTexts.set(value, JSON.stringify(exact));
  if (!Array.isArray(value)) return;
  for (const [index, one] of value.entries())
    if (isObject(one)) exactTexts.set(one, JSON.stringify((exact as unknown[])[index]));
}

/** Source: ECMAScript proposal "JSON.parse source text access", in Node since version 22. */
const { rawJSON } = JSON as JSON & { rawJSON(text: string): unknown };

function withDigits(line: string): unknown {
  return JSON.parse(line, keepDigits);
}

function keepDigits(this: unknown, _: string, value: unknown, context?: { source?: string }): unknown {
  const digits = context?.source;
  return typeof value === 'number' && digits !== undefined && digits !== String(value)
    ? rawJSON(digits)
    : value;
}

/** A message as one line of JSON, without its newline. */
export function textOf(message: object): string {
  return exactTexts.get(message) ?? JSON.stringify(message);
}

/** A message for a writer that is not ours: what `JSON.stringify` makes of it keeps every digit. */
export function exactly(message: object): unknown {
  const text = exactTexts.get(message);
  return text === undefined ? message : withDigits(text);
}

/** A message changed before it is sent on; what stays of it keeps its digits. */
export function changed(message: JsonObject, change: (message: JsonObject) => JsonObject): JsonObject {
  const next = change(message);
  const text = exactTexts.get(message);
  if (text !== undefined) exactTexts.set(next, JSON.stringify(change(withDigits(text) as JsonObject)));
  return next;
}
