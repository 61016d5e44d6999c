import type { Shown } from './page-model.ts';
import { shown } from './shown.ts';

/** "a, b and c". */
export function list(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** "1 tool", "3 tools". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** "a Write tool", "an Execute tool": the words of the taxonomy read as they are spelt. */
export function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}

/** Words of a stranger inside a sentence of ours: on one line, hidden characters spelled out, at most `most` long. */
export function quoted(text: string, most = 120): string {
  return `“${shorten(innerQuotes(oneLine(shown(text))), most)}”`;
}

/** Quotation marks of a text that stands between ours. */
export function innerQuotes(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’');
}

/** Cuts at a word where one is near, never inside a character, and says so with "…". */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text
    .slice(0, most)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > most * 0.6 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`;
}

export function oneLine(text: string): string {
  return /[\s]{2}|[\n\t\r]/.test(text) ? text.replaceAll(/\s+/g, ' ').trim() : text.trim();
}

/** Tags and headings that only frame the text behind them. */
const MARKUP = /^(?:\s|<\/?[a-z][\w-]{0,30}>|#+ [^\n]*\n)+/i;

/** First sentence of a description on one line, at most 160 characters; null when there is nothing to say. */
export function gist(description: unknown): Shown | null {
  if (typeof description !== 'string') return null;
  const text = oneLine(shown(firstParagraph(description.slice(0, 700).replace(MARKUP, ''))));
  if (text === '') return null;
  const end = /[.!?](?=\s)(?<!\b(?:e\.g|i\.e|etc|vs|no|approx)\.)/i.exec(text);
  return shorten(end === null ? text : text.slice(0, end.index + 1), 160) as Shown;
}

/** Up to an empty line, or to a line break after a short line that is no wrapped sentence: a heading or a list follows. */
function firstParagraph(text: string): string {
  const [paragraph = ''] = text.split(/\n\s*\n/, 1);
  const [first = '', second = ''] = paragraph.split('\n', 2);
  return first.length < 70 && /^\s*[^\p{Ll}\s]/u.test(second) ? first : paragraph;
}

/** Text as the start of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What people call a server, without the "MCP server" that many titles carry: "Iterable MCP Server" is "Iterable". */
export function bareTitle(title: string): string {
  const bare = oneLine(title)
    .replace(/(?:[\s_-]+(?:mcp|server))+$/i, '')
    .replace(/^(?:mcp[\s_-]+)?(?:server[\s_-]+)?/i, '')
    .trim();
  return bare === '' ? title.trim() : bare;
}

/** "the Stripe server"; a title that says server already gets no second one. */
export function theServer(title: string): string {
  const bare = bareTitle(title).replace(/^the\s+/i, '');
  return /\bserver\)?$/i.test(bare) ? `the ${bare}` : `the ${bare} server`;
}
