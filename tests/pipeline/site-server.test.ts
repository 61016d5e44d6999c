import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SiteServer, serveSite } from '../../scripts/site-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'toolwarden-serve-'));
const root = join(folder, 'dist');
let server: SiteServer;

beforeAll(async () => {
  mkdirSync(join(root, 'tools/a.b'), { recursive: true });
  writeFileSync(join(root, 'index.html'), 'home');
  writeFileSync(join(root, '404.html'), 'nothing here');
  writeFileSync(join(root, 'tools/a.b/index.html'), 'a.b');
  writeFileSync(join(root, 'tools/a.b/index.md'), '# a.b');
  writeFileSync(
    join(root, '_headers'),
    '/*\n  X-Content-Type-Options: nosniff\n/*.md\n  Content-Type: text/markdown; charset=utf-8\n',
  );
  writeFileSync(join(root, '_redirects'), '/tools/old/* /tools/a.b/:splat 301\n');
  writeFileSync(join(folder, 'secret.txt'), 'classified');
  mkdirSync(join(folder, 'dist-of-others'));
  writeFileSync(join(folder, 'dist-of-others/secret.txt'), 'classified');
  server = await serveSite(root, 'localhost', 0);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(server.url + path, { redirect: 'manual', ...init });

test('a page comes with the headers of the site', async () => {
  const response = await get('/tools/a.b/');
  expect(await response.text()).toBe('a.b');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await get('/tools/a.b/index.md')).headers.get('content-type')).toBe('text/markdown; charset=utf-8');
});

test('a page without its slash leads to the one with it', async () => {
  const response = await get('/tools/a.b?x=1');
  expect(response.status).toBe(301);
  expect(response.headers.get('location')).toBe('/tools/a.b/?x=1');
});

test('what has moved answers with where it is now', async () => {
  const response = await get('/tools/old/index.md?x=1');
  expect(response.status).toBe(301);
  expect(response.headers.get('location')).toBe('/tools/a.b/index.md?x=1');
  expect((await get('/tools/older/')).status).toBe(404);
});

test('what is missing answers with the page for it, and with the headers', async () => {
  const response = await get('/nope/');
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('nothing here');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('only reading is allowed', async () => {
  expect((await get('/', { method: 'POST' })).status).toBe(405);
});

/** Sends a path as it stands: `fetch` would resolve the dots. */
function rawStatus(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), 'localhost', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

test.each([
  '/../secret.txt',
  '/../dist-of-others/secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '//../secret.txt',
  '/tools/..%5c..%5csecret.txt',
  '/%00',
  '/%zz',
])('nothing outside of the site is served: %s', async (path) => {
  const answer = await rawStatus(path);
  expect(answer).toMatch(/^HTTP\/1\.1 (?:400|404)/);
  expect(answer).not.toContain('classified');
});

test('a port that is taken is an error', async () => {
  await expect(serveSite(root, 'localhost', Number(new URL(server.url).port))).rejects.toThrow('EADDRINUSE');
});
