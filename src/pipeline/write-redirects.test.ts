import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SiteFiles } from './site-files.ts';
import type { SurveyedServer } from './survey.ts';
import { writeRedirects } from './write-redirects.ts';

const folder = mkdtempSync(join(tmpdir(), 'toolwarden-moved-'));
afterAll(() => rmSync(folder, { recursive: true }));
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

function server(id: string, formerly?: string[]): SurveyedServer {
  return {
    entry: { id, ...(formerly === undefined ? {} : { formerly }) },
    rows: [{ href: `/tools/${id}/get.it/` }],
  } as unknown as SurveyedServer;
}

test('each former id leads to the server and to each of its tools, by rule and by page', () => {
  writeRedirects(new SiteFiles(folder), 'https://site.example', [
    server('other'),
    server('new', ['old', 'older']),
  ]);
  expect(read('_redirects')).toBe(
    '/servers/old/* /servers/new/:splat 301\n/tools/old/* /tools/new/:splat 301\n' +
      '/servers/older/* /servers/new/:splat 301\n/tools/older/* /tools/new/:splat 301\n',
  );
  expect(read('servers/old/index.html')).toContain('content="0; url=/servers/new/"');
  expect(read('tools/older/get.it/index.html')).toContain(
    '<link rel="canonical" href="https://site.example/tools/new/get.it/">',
  );
});

test('a catalogue without former ids leaves nothing', () => {
  const empty = join(folder, 'empty');
  writeRedirects(new SiteFiles(empty), 'https://site.example', [server('other')]);
  expect(() => read('empty/_redirects')).toThrow('ENOENT');
});
