import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { BrowseKind, BrowsePage, Order } from '../core/present/browse.ts';
import type { ToolRow } from '../core/present/page-model.ts';
import type { Risk } from '../core/taxonomy.ts';
import { writeBrowse } from './browse.ts';
import { SiteFiles } from './site-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'toolwarden-browse-'));
const site = new SiteFiles(join(folder, 'site'));
afterAll(() => rmSync(folder, { recursive: true }));

const row = (server: string, name: string, risk: Risk | null = 'High') =>
  ({
    server,
    name,
    href: `/tools/${server}/${name}/`,
    risk,
    category: 'Write',
    flags: ['private'],
    gist: null,
    serverTitle: server,
  }) as unknown as ToolRow;
const many = (server: string, tools: number, risk?: Risk) =>
  Array.from({ length: tools }, (_, number) => row(server, `tool_${1000 - number}`, risk));
const vendor = { id: 'v', name: 'V', href: '/vendors/v/' };
const page = (kind: BrowseKind, id: string, order: Order, number: number) =>
  JSON.parse(
    readFileSync(join(folder, `browse/${kind}/${id}/${order}-${number}.json`), 'utf8'),
  ) as BrowsePage;

test('every order of a list holds every tool once, sorted as it says', () => {
  const rows = [...many('b', 150, 'Low'), ...many('a', 90, 'Critical')];
  const hrefs = writeBrowse(new SiteFiles(folder), site, rows, []);
  const all = (order: Order) =>
    [1, 2, 3].slice(0, order === 'server' ? 3 : 2).flatMap((at) => page('category', 'write', order, at).rows);
  for (const order of ['server', 'name', 'risk'] as const)
    expect(new Set(all(order).map(({ href }) => href)).size).toBe(240);
  const names = all('name').map(({ name }) => name);
  expect(names).toEqual(names.toSorted());
  expect(all('risk').map(({ risk }) => risk)).toEqual([
    ...Array(90).fill('Critical'),
    ...Array(150).fill('Low'),
  ]);
  expect(hrefs).toContain('/categories/write/3/');
  expect(hrefs).toContain('/categories/write/by-risk/2/');
});

test('a list of one level is not sorted by level, and a short one not at all', () => {
  const hrefs = writeBrowse(new SiteFiles(folder), site, many('a', 30), []);
  expect(hrefs.filter((href) => href.startsWith('/risk/high/'))).toEqual([
    '/risk/high/',
    '/risk/high/by-name/',
  ]);
  expect(hrefs.filter((href) => href.startsWith('/risk/low/'))).toEqual(['/risk/low/']);
  expect(page('risk', 'low', 'server', 1)).toMatchObject({ tools: 0, rows: [] });
});

test('the tools of a vendor are sorted where they are of several servers', () => {
  const of = (rows: ToolRow[]) =>
    writeBrowse(new SiteFiles(folder), site, rows, [{ vendor, rows }]).filter((href) =>
      href.startsWith('/vendors/v/'),
    );
  expect(of(many('a', 30))).toEqual(['/vendors/v/']);
  expect(of([...many('a', 15), ...many('b', 15)])).toEqual([
    '/vendors/v/',
    '/vendors/v/by-name/',
    '/vendors/v/by-risk/',
  ]);
});

test('each page of a list has twins that name its tools and the next page', () => {
  writeBrowse(new SiteFiles(folder), site, many('a', 150), []);
  const read = (path: string) => readFileSync(join(folder, 'site', path), 'utf8');
  const [first, second] = ['categories/write/index.md', 'categories/write/2/index.md'].map(read);
  expect(first).toContain('[tool_1000](/tools/a/tool_1000/index.md)');
  expect(first).toContain('Page 1 of 2: [next](/categories/write/2/index.md).');
  expect(second).toContain('Page 2 of 2.');
  expect(JSON.parse(read('categories/write/2/index.json'))).toMatchObject({ page: 2, pages: 2 });
  expect(JSON.parse(read('categories/write/2/index.json')).rows).toHaveLength(50);
});
