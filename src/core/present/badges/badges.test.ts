import { expect, test } from 'vitest';
import { shownLine } from '../shown.ts';
import { serverBadge, toolBadge } from './badge.ts';
import { serverCard } from './card.ts';
import { serverEmbeds } from './embed.ts';

test('a badge says the level by word, shape and colour, each another one', () => {
  const levels = ['Critical', 'High', 'Medium', 'Low', null] as const;
  const badges = levels.map((risk) => toolBadge(shownLine('refund'), risk, 'Financial'));
  expect(badges[0]).toContain('<title id="t">refund: Critical · Financial. ');
  expect(badges[4]).toContain('>Unrated</text>');
  const shapes = badges.map((badge) => /translate\([^)]*\)">(<[^>]*>)/.exec(badge)?.[1]);
  const colours = badges.map((badge) => /rx="2" fill="(#[0-9a-f]{6})"/.exec(badge)?.[1]);
  expect(new Set(shapes).size).toBe(5);
  expect(new Set(colours).size).toBe(5);
});

test('a long name is cut, and no name is markup', () => {
  const badge = toolBadge(shownLine(`"><script>${'漢'.repeat(100)}`), 'Low', 'Read');
  expect(badge).not.toContain('<script');
  expect(badge).toContain('…</text>');
  expect(Number(/width="(\d+)"/.exec(badge)?.[1])).toBeLessThan(700);
});

test('a server has the highest level of its tools and their number', () => {
  expect(serverBadge(shownLine('Acme'), 'High', 1)).toContain('Acme: up to High · 1 tool. ');
  expect(serverBadge(shownLine('Acme'), null, 3)).toContain('Acme: Unrated · 3 tools. ');
});

const LINE = {
  id: 'acme',
  url: '/api/v1/servers/acme.json',
  page: '/servers/acme/',
  title: 'Acme & Sons',
  vendor: 'Acme',
  official: true,
  summary: 'Acme.',
  purl: null,
  version: null,
  observed: null,
  toolCount: 3,
  highest: 'High' as const,
  levels: { Critical: 0, High: 1, Medium: 0, Low: 0, Unrated: 2 },
};

test('a card counts every level that there is, and its bar is as long as all of them', () => {
  const card = serverCard(LINE);
  expect(card).toContain('Acme &amp; Sons: 3 tools, 1 High, 2 Unrated; date not known');
  const widths = [...card.matchAll(/y="68" width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toEqual([128, 256]);
  expect(card).not.toContain('Critical');
});

test('a card of a server without tools divides by nothing', () => {
  const none = { Critical: 0, High: 0, Medium: 0, Low: 0, Unrated: 0 };
  expect(serverCard({ ...LINE, toolCount: 0, levels: none })).not.toMatch(/NaN|Infinity/);
});

test('what is pasted leads to the page, from any site', () => {
  const [badge, card] = serverEmbeds('https://example.org', 'acme');
  expect(badge?.text).toBe(
    '[![What the tools of acme can do, by Toolwarden](https://example.org/servers/acme/badge.svg)](https://example.org/servers/acme/)',
  );
  expect(card?.text).toContain('src="https://example.org/servers/acme/card.svg"');
  expect(card?.text).toContain('width="420" height="168"');
});
