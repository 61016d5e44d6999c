import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { readHeaderRules } from './header-rules.ts';
import { movedTo } from './redirect-rules.ts';

export interface SiteServer {
  /** Where the site answers, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site as a static host would: the headers of its `_headers`, the moves of its `_redirects`, a slash
 * at the end of pages, its own 404 page. Files are looked up at each request, so a build that publishes is seen at
 * once. Rejects when the port cannot be had; port 0 takes any.
 */
export async function serveSite(root: string, host: string, port: number): Promise<SiteServer> {
  const files = sirv(root, {
    dev: true,
    etag: true,
    onNoMatch: (_request, response) => notFound(root, response),
  });
  const server = createServer((request, response) => answer(root, files, request, response));
  // A busy client that comes back after a while finds its connection open: Node closes it after five seconds.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { url: `http://${host}:${(server.address() as AddressInfo).port}`, close: () => closed(server) };
}

function answer(
  root: string,
  files: ReturnType<typeof sirv>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const url = URL.parse(request.url ?? '/', 'http://site.invalid');
  if (url === null || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(url === null ? 400 : 405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const { pathname, search } = url;
  setHeaders(root, pathname, response);
  const moved = redirectFor(root, pathname);
  if (moved !== null) {
    response.writeHead(301, { Location: `${moved}${search}` }).end();
    return;
  }
  if (!pathname.endsWith('/') && isFolder(root, pathname)) {
    response.writeHead(301, { Location: `${pathname}/${search}` }).end();
    return;
  }
  // A package URL writes the at sign of a scope as %40; hosts decode that, and what looks up files here does not.
  request.url = request.url?.replaceAll('%40', '@');
  files(request, response);
}

function redirectFor(root: string, pathname: string): string | null {
  const file = join(root, '_redirects');
  return existsSync(file) ? movedTo(readFileSync(file, 'utf8'), pathname) : null;
}

function setHeaders(root: string, pathname: string, response: ServerResponse): void {
  const file = join(root, '_headers');
  if (!existsSync(file)) return;
  for (const rule of readHeaderRules(readFileSync(file, 'utf8'))) {
    if (!rule.matches(pathname)) continue;
    for (const [name, value] of rule.headers) response.setHeader(name, value);
  }
}

function isFolder(root: string, pathname: string): boolean {
  try {
    return statSync(join(root, decodeURI(pathname))).isDirectory();
  } catch {
    return false;
  }
}

function notFound(root: string, response: ServerResponse): void {
  const page = join(root, '404.html');
  const type = existsSync(page) ? 'text/html;charset=utf-8' : 'text/plain;charset=utf-8';
  response.writeHead(404, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
  if (existsSync(page)) createReadStream(page).pipe(response);
  else response.end('Not found.\n');
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
