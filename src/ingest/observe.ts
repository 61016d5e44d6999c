import {
  SdkError,
  SdkHttpError,
  StreamableHTTPClientTransport,
  type Transport,
} from '@modelcontextprotocol/client';
import { ContainedServer, type Launch } from './contained-server.ts';
import type { Limits } from './limits.ts';
import { type Listed, listTools } from './list-tools.ts';
import { problem, Stopped } from './problem.ts';

/** Starts a program, reads its tools over stdio and ends every process it left. Throws {@link Stopped}. */
export async function observeStdio(launch: Launch, limits: Limits): Promise<Listed> {
  const servers: ContainedServer[] = [];
  const deadline = new Deadline(limits.timeoutMs, () => servers.at(-1)?.lastWords ?? '');
  const failures: Promise<never>[] = [deadline.passed];
  const open = (): Transport => {
    const server = new ContainedServer(launch, limits);
    servers.push(server);
    server.failed.catch((error) => deadline.fail(error));
    return server;
  };
  try {
    const listed = await Promise.race([listTools(open, limits), ...failures]);
    return { ...listed, altered: servers.at(-1)?.altered ?? [] };
  } catch (error) {
    throw asStopped(error, servers.at(-1)?.lastWords ?? '');
  } finally {
    deadline.clear();
    for (const server of servers) await server.close();
  }
}

/** Reads the tools of a remote server over Streamable HTTP. Throws {@link Stopped}. */
export async function observeHttp(
  url: string,
  headers: Record<string, string>,
  limits: Limits,
): Promise<Listed> {
  const abort = new AbortController();
  const deadline = new Deadline(limits.timeoutMs, () => '');
  const open = (): Transport =>
    new StreamableHTTPClientTransport(new URL(url), {
      requestInit: { headers, signal: abort.signal },
      fetch: cappedFetch(limits, (error) => deadline.fail(error)),
    }) as Transport;
  try {
    return await Promise.race([listTools(open, limits), deadline.passed]);
  } catch (error) {
    throw asStopped(error, '');
  } finally {
    deadline.clear();
    abort.abort();
  }
}

/** One end for everything that may go wrong beside the conversation itself: time, and what a transport reports. */
class Deadline {
  readonly passed: Promise<never>;
  fail: (error: unknown) => void = () => undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(timeoutMs: number, lastWords: () => string) {
    this.passed = new Promise((_, reject) => {
      this.fail = reject;
    });
    this.passed.catch(() => undefined);
    this.#timer = setTimeout(() => this.fail(new Stopped([tooSlow(timeoutMs, lastWords())])), timeoutMs);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

/** `fetch` that counts what comes back, over all answers, and gives up past the limit. */
function cappedFetch(limits: Limits, fail: (error: unknown) => void): typeof fetch {
  let bytes = 0;
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' });
    if (response.body === null) return response;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.length;
        if (bytes <= limits.stdoutBytes) return controller.enqueue(chunk);
        const flood = new Stopped([tooMuch(limits.stdoutBytes)]);
        fail(flood);
        controller.error(flood);
      },
    });
    return new Response(response.body.pipeThrough(counted), response);
  };
}

function tooSlow(timeoutMs: number, lastWords: string) {
  return problem(
    'server-timeout',
    `The server had not listed its tools after ${Math.round(timeoutMs / 100) / 10} seconds.${lastWords}`,
    'Give it longer with --timeout SECONDS, or the variables it waits for with --env NAME=value.',
  );
}

function tooMuch(limit: number) {
  return problem(
    'server-flood',
    `The server sent more than ${limit} bytes.`,
    'A list this long is not stored.',
  );
}

function asStopped(error: unknown, lastWords: string): Stopped {
  if (error instanceof Stopped) return error;
  const message = error instanceof Error ? error.message : String(error);
  const status = error instanceof SdkHttpError ? ` (HTTP ${error.data?.status ?? 'error'})` : '';
  const code = error instanceof SdkError ? 'server-protocol' : 'server-answer';
  return new Stopped([
    problem(
      code,
      `The server did not list its tools: ${message}${status}.${lastWords}`,
      'Check the command, the address and the variables it needs.',
    ),
  ]);
}
