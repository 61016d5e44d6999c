import type { Segment, Shown } from './page-model.ts';

/**
 * Characters a reader cannot see or that reorder what they see: controls (Cc, except newline and tab),
 * format characters (Cf: zero width, bidi, tags), private use, lone surrogates, and unusual line separators.
 * Source: Unicode general categories; the classes of Trojan Source (CVE-2021-42574) and tag smuggling.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u115F\u1160\u3164\uFFA0]/gu;

/** Newline and tab lay text out; the joiner and the variation selector belong to emoji. */
const KEPT = new Set(['\n', '\t', '\u200D', '\uFE0F']);

/** An emoji may hold joiners; anywhere else a joiner hides. */
const JOINED = /\p{Extended_Pictographic}\uFE0F?\u200D(?=\p{Extended_Pictographic})/u;

/** Text in which every hidden character is spelled out as `⟦U+202E⟧`, safe to escape and print anywhere. */
export function shown(text: string): Shown {
  if (text.search(HIDDEN) === -1) return text as Shown;
  return pieces(text)
    .map((piece) => piece.text)
    .join('') as Shown;
}

/** The same as segments, so that a page can set spelled-out characters apart. */
export function shownSegments(text: string, marks?: number[]): Segment[] {
  return pieces(text).map((piece) => ({
    text: piece.text as Shown,
    ...(marks !== undefined && marks.length > 0 ? { marks } : {}),
    ...(piece.hidden ? { hidden: true as const } : {}),
  }));
}

function pieces(text: string): { text: string; hidden: boolean }[] {
  const found: { text: string; hidden: boolean }[] = [];
  let plain = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (isHarmless(text, match.index, match[0])) continue;
    if (match.index > plain) found.push({ text: text.slice(plain, match.index), hidden: false });
    found.push({ text: spelledOut(match[0]), hidden: true });
    plain = match.index + match[0].length;
  }
  if (plain < text.length) found.push({ text: text.slice(plain), hidden: false });
  return found;
}

function isHarmless(text: string, index: number, character: string): boolean {
  if (character === '\n' || character === '\t') return true;
  if (character === '\r') return text[index + 1] === '\n';
  if (!KEPT.has(character)) return false;
  return JOINED.test(text.slice(Math.max(0, index - 3), index + 4));
}

function spelledOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;
}
