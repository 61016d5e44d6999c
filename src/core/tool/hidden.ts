/**
 * Characters a reader cannot see or that reorder what they see: controls (Cc, except newline and tab),
 * format characters (Cf: zero width, bidi, tags), private use, lone surrogates, unusual line separators, and
 * what Unicode lets a font ignore: variation selectors (but the one for emoji) and letters that print nothing.
 * Source: Unicode general categories; the classes of Trojan Source (CVE-2021-42574) and of tag smuggling.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Nearly every text is plain ASCII: one cheap look spares it the expensive one. */
const BEYOND_ASCII = /[^\n\t -~]/;

/** An emoji may hold joiners; anywhere else a joiner hides. */
const JOINED = /\p{Extended_Pictographic}\uFE0F?\u200D(?=\p{Extended_Pictographic})/u;

/** A text cut at its hidden characters; each of those stands alone, spelled out as `⟦U+202E⟧`. */
export function hiddenPieces(text: string): { text: string; hidden: boolean }[] {
  const found: { text: string; hidden: boolean }[] = [];
  let plain = 0;
  for (const match of BEYOND_ASCII.test(text) ? text.matchAll(HIDDEN) : []) {
    if (isHarmless(text, match.index, match[0])) continue;
    if (match.index > plain) found.push({ text: text.slice(plain, match.index), hidden: false });
    found.push({ text: spelledOut(match[0]), hidden: true });
    plain = match.index + match[0].length;
  }
  if (plain < text.length) found.push({ text: text.slice(plain), hidden: false });
  return found;
}

/** True when no piece of the text is hidden. */
export function isPlain(text: string): boolean {
  return !BEYOND_ASCII.test(text) || text.search(HIDDEN) === -1;
}

/** JSON text in which every hidden character is written as its escape: the same value, and a reader sees it. */
export function escapeHidden(json: string): string {
  return escapeHiddenAs(json, escaped);
}

/** The same for another language: `spell` is given one hidden character, a pair of surrogates as one. */
export function escapeHiddenAs(text: string, spell: (character: string) => string): string {
  if (isPlain(text)) return text;
  return text.replaceAll(HIDDEN, (character) =>
    character === '\n' || character === '\t' ? character : spell(character),
  );
}

/** A character as TOML, YAML, Python and CEL escape it: four hexadecimal digits, or eight. */
export function codePointEscape(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

function isHarmless(text: string, index: number, character: string): boolean {
  if (character === '\n' || character === '\t' || character === '\uFE0F') return true;
  if (character === '\r') return text[index + 1] === '\n';
  return character === '\u200D' && JOINED.test(text.slice(Math.max(0, index - 3), index + 4));
}

/** One character as `⟦U+202E⟧`. */
export function spelledOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;
}
