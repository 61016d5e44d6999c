import { expect, test } from 'vitest';
import type { Count } from '../page-model.ts';
import {
  type CardServer,
  cardsOf,
  MOST_SERVER_CARDS,
  SITE_CARD,
  serverCardFile,
  toolCardFile,
} from './card.ts';
import { cardSvg } from './card-svg.ts';

const RISKS: Count[] = [
  { id: 'high', label: 'High', href: '', tools: 1 },
  { id: 'low', label: 'Low', href: '', tools: 3 },
  { id: 'unrated', label: 'Unrated', href: '', tools: 0 },
];

function servers(number: number): CardServer[] {
  return Array.from({ length: number }, (_, index) => ({
    id: `server-${index}`,
    title: `Server ${index}`,
    highest: 'High' as const,
    risks: RISKS,
  }));
}

test('there is a card for the site, for each pair of category and level, and for each server', () => {
  const files = cardsOf(servers(2), RISKS, 8).map(({ file }) => file);
  expect(files).toContain(SITE_CARD);
  expect(files).toContain(toolCardFile('Financial', 'Critical'));
  expect(files).toContain(toolCardFile('Unclassified', null));
  expect(files.filter((file) => file.startsWith('cards/server/'))).toEqual([
    serverCardFile('server-0', 'High', 2),
    serverCardFile('server-1', 'High', 2),
  ]);
  expect(new Set(files).size).toBe(files.length);
});

test('a large catalogue has a card for each level instead, and every server finds one', () => {
  const many = servers(MOST_SERVER_CARDS + 1);
  const files = cardsOf(many, RISKS, 804).map(({ file }) => file);
  expect(files.filter((file) => file.startsWith('cards/server/'))).toEqual([]);
  for (const highest of ['Critical', 'High', 'Medium', 'Low', null] as const)
    expect(files).toContain(serverCardFile('server-0', highest, many.length));
});

test('what a card says adds up, and stands inside its edges', () => {
  const drawn: { text: string; end: number }[] = [];
  for (const card of cardsOf(
    [...servers(1), { id: 'x', title: 'X'.repeat(40), highest: null, risks: [] }],
    RISKS,
    4,
  )) {
    const svg = cardSvg(card, (text, x, _y, size) => {
      drawn.push({ text, end: x + text.length * size * 0.6 });
      return 'M0 0';
    });
    expect(svg).not.toMatch(/<text|NaN|undefined/);
  }
  for (const { text, end } of drawn) expect([text, end <= 1_128.5]).toEqual([text, true]);
  const texts = drawn.map(({ text }) => text);
  expect(texts).toContain('4 tools: 1 High and 3 Low');
  expect(texts).toContain('It listed no tools.');
  expect(texts).toContain('Financial tool, level 4 of 4');
});
