import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (response: ServerResponse) => void;

export interface Endpoint {
  url: string;
  /** What was posted so far. */
  received: URLSearchParams[];
  /** How it answers from now on. */
  answerWith(answer: Answer): void;
  close(): Promise<void>;
}

/** A place that contact forms post to, as a stranger's server on another origin. */
export async function openEndpoint(): Promise<Endpoint> {
  const received: URLSearchParams[] = [];
  let answer: Answer = (response) => response.end();
  const server = createServer((request, response) => {
    // Without it no page may read the answer, as with every endpoint on another origin.
    response.setHeader('Access-Control-Allow-Origin', '*');
    bodyOf(request).then((body) => {
      if (request.method === 'POST') received.push(new URLSearchParams(body));
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/contact`,
    received,
    answerWith: (next) => {
      answer = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

/** Answers with a status and a text. */
export function status(code: number, text = '', type = 'text/plain'): Answer {
  return (response) => response.writeHead(code, { 'Content-Type': type }).end(text);
}
