import { type EventSourceMessage, EventSourceParserStream } from 'eventsource-parser/stream';
import { isObject, type JsonObject } from '../core/tool/json.ts';
import { quoted } from './carried.ts';
import { parseLine } from './exact.ts';

/**
 * Fetches for the official transport, which is to carry the messages of the answer without reading them: each is quoted
 * inside one that it takes. Rejects where a request was taken and nothing that came back can answer it.
 */
export async function quotingFetch(url: string | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const kind = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (response.ok && kind === 'text/event-stream') return again(response, events(response));
  const asked = parseLine(typeof init?.body === 'string' ? init.body : '');
  if (!isObject(asked) || asked['method'] === undefined || asked['id'] === undefined) return response;
  const { id } = asked;
  if (response.status === 202) throw new Error('it took the request and gave no answer');
  if (kind !== 'application/json') return response;
  const text = await response.text();
  const value = parseLine(text);
  const messages = (Array.isArray(value) ? value : [value]).filter(isObject);
  const isAnswered = messages.some(
    (message) => message['id'] === id && typeof message['method'] !== 'string',
  );
  if (isAnswered && (response.ok || hasError(messages))) {
    return new Response(quoted(text), { headers: headersOf(response) });
  }
  if (response.ok) throw new Error('what it sent does not answer the request');
  return again(response, text);
}

/** What refused a request may be told as it is, whatever its status. */
function hasError(messages: readonly JsonObject[]): boolean {
  return messages.every((message) => isObject(message['error']));
}

/** The same events, each with its message quoted. */
function events(response: Response): ReadableStream<Uint8Array> | null {
  let retry: TransformStreamDefaultController<string> | null = null;
  const parser = new EventSourceParserStream({
    onRetry: (delay) => retry?.enqueue(`retry: ${delay}\n\n`),
  });
  const quoting = new TransformStream<EventSourceMessage, string>({
    start: (controller) => {
      retry = controller;
    },
    transform: (event, controller) => controller.enqueue(eventOf(event)),
  });
  const body = response.body as ReadableStream<Uint8Array<ArrayBuffer>> | null;
  if (body === null) return null;
  return body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(parser)
    .pipeThrough(quoting)
    .pipeThrough(new TextEncoderStream());
}

function eventOf({ id, event, data }: EventSourceMessage): string {
  const head = [id === undefined ? [] : [`id: ${id}`], event === undefined ? [] : [`event: ${event}`]].flat();
  return `${[...head, `data: ${data === '' ? '' : quoted(data)}`].join('\n')}\n\n`;
}

function again(response: Response, body: BodyInit | null): Response {
  const { status, statusText } = response;
  return new Response(body, { status, statusText, headers: headersOf(response) });
}

/** Without what spoke of the bytes as they came. */
function headersOf(response: Response): Headers {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.delete('content-encoding');
  return headers;
}
