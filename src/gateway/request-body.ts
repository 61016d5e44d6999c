import type { IncomingMessage } from 'node:http';
import type { JsonValue } from '../core/tool/json.ts';
import { parseLine } from './exact.ts';

const MOST_BYTES = 16_000_000;

/** What a request carries as JSON, or the HTTP status and words to refuse it with. */
export async function bodyOf(
  request: IncomingMessage,
): Promise<{ value: JsonValue } | { status: number; message: string }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return { status: 413, message: 'The message is too large.' };
    chunks.push(chunk);
  }
  const value = parseLine(Buffer.concat(chunks).toString('utf8'));
  return value === undefined
    ? { status: 400, message: 'The body is no JSON.' }
    : { value: value as JsonValue };
}
