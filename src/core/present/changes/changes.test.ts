import { expect, test } from 'vitest';
import { serverOf } from '../../../../tests/present/sample.ts';
import { atLevel, changeItems, newestFirst } from './changes.ts';
import { changesMarkdown, changesPage } from './changes-page.ts';
import { atomFeed, type Feed, jsonFeed } from './feed.ts';

const NAME = '<script>alert(1)</script> & ]]> \u202eevil';
const rows = serverOf([
  { definition: { name: 'wipe' }, verdict: { effects: ['delete-many'] } },
  { definition: { name: NAME }, verdict: { effects: ['compute'] } },
]).subjects.map(({ row }) => row);
const change = { version: '2', changed: [], left: [], appeared: [] };
const items = changeItems({
  id: 'acme',
  title: 'Acme MCP Server',
  names: ['wipe', NAME],
  rows,
  changes: [
    { ...change, place: 1, date: '2026-01-01', version: null, first: true, appeared: ['wipe', 'old'] },
    {
      ...change,
      place: 4,
      date: '2026-02-01',
      first: false,
      appeared: [NAME],
      changed: ['wipe'],
      left: ['old'],
    },
  ],
});
const feed: Feed = { id: 'all', title: 'All', about: 'About', page: '/changes/', folder: '/changes/', items };

test('what happened is told newest first, under an id that stays', () => {
  expect(items.map(({ id, title }) => [id, title])).toEqual([
    ['acme/4', 'Acme 2: 1 tool appeared, 1 tool changed and 1 tool left'],
    ['acme/1', 'Acme: first observed with 2 tools'],
  ]);
  expect(
    items[0]?.groups.map(({ label, tools }) => [label, tools.map(({ href, risk }) => [href, risk])]),
  ).toEqual([
    ['Appeared', [[rows[1]?.href, 'Low']]],
    ['Changed', [['/tools/acme/wipe/', 'Critical']]],
    ['Left', [[null, null]]],
  ]);
});

test('a level has only its own tools, and none that left', () => {
  expect(atLevel(items, 'Critical').map(({ title }) => title)).toEqual([
    'Acme 2: 1 tool changed, rated Critical',
    'Acme: first observed with 1 tool, rated Critical',
  ]);
  expect(atLevel(items, null)).toEqual([]);
});

test('items of several servers are told by date', () => {
  const dates = newestFirst([...items.toReversed(), ...items]).map(({ date }) => date);
  expect(dates).toEqual(['2026-02-01', '2026-02-01', '2026-01-01', '2026-01-01']);
});

test('a feed names every entry by a tag, and no name of a stranger is markup or turns the text around', () => {
  const atom = atomFeed('https://example.org:8443', feed);
  expect(atom).toContain('<id>tag:example.org,2026:changes/acme/4</id>');
  expect(atom).toContain('<updated>2026-02-01T00:00:00Z</updated>');
  expect(atom).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt; ⟦U+202E⟧evil');
  const json = JSON.parse(jsonFeed('https://example.org', feed)) as {
    items: { id: string; content_text: string }[];
  };
  expect(json.items.map(({ id }) => id)).toEqual([
    'tag:example.org,2026:changes/acme/4',
    'tag:example.org,2026:changes/acme/1',
  ]);
  expect(json.items[0]?.content_text).toBe(
    'Appeared: <script>alert(1)</script> & ]]> ⟦U+202E⟧evil. Rated 1 Low.\nChanged: wipe. Rated 1 Critical.\nLeft: old.',
  );
});

test('an entry of a level is not the entry of the whole', () => {
  expect(atomFeed('https://example.org', { ...feed, id: 'risk/critical' })).toContain(
    '<id>tag:example.org,2026:changes/risk/critical/acme/4</id>',
  );
});

test('a feed without entries is one all the same', () => {
  const empty = atomFeed('https://example.org', { ...feed, items: [] });
  expect(empty).toContain('<updated>1970-01-01T00:00:00Z</updated>');
  expect(empty).not.toContain('<entry>');
});

test('the page groups by day and says how it counts', () => {
  const page = changesPage(items);
  expect(page.days.map(({ date }) => date)).toEqual(['2026-02-01', '2026-01-01']);
  expect(page.lead).toContain('1 server was first observed. 1 later observation differs');
  expect(changesMarkdown(page)).toContain(
    'Appeared: [\\<script\\>alert(1)\\</script\\> \\& \\]\\]\\> ⟦U+202E⟧evil](/tools/acme/',
  );
  expect(changesPage([]).lead).toContain('No observation');
});
