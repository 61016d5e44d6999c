/** A word of a list, and where it stands. */
interface Listed {
  word: string;
  /** UTF-16 code units. */
  offset: number;
}

/** Longest text that is searched for a list. */
const LONGEST = 6_000;

/** "Supported actions:", "operation:": what follows may be a list of them. */
const HEADER = /\b(?:actions?|operations?|sub-?commands?|commands?)\b[^\n.:;]{0,40}:[ \t]*/giu;
/** "one of", "must be", "either": in the description of an action parameter, what follows is the list. */
const LEAD =
  /\b(?:one of|either|can be|must be|possible values|allowed values|options?|values?)\b[^\n.'"`]{0,20}/giu;
const BULLET = /^[ \t]*(?:[-*•]|\d+[.)])[ \t]+[`'"*]*([a-z][a-z0-9_-]{1,30})[`'"*]*[ \t]*(?:[:(–—-]|$)/gimu;
const ITEM = /[`'"]?([a-z][a-z0-9_-]{1,30})[`'"]?(?:[ \t]*\([^()\n]{0,80}\))?/giuy;
const SEPARATOR = /[ \t]*(?:[,|/;]|\bor\b|\band\b)(?:[ \t]*(?:\bor\b|\band\b))?[ \t]*/giuy;

/**
 * Words that a text lists as actions, with where each stands; empty where it lists fewer than two. `whole`: the
 * text describes an action parameter, so a list in it needs no header. Linear in the text.
 */
export function listedIn(text: string, whole: boolean): Listed[] {
  const part = text.slice(0, LONGEST);
  for (const header of part.matchAll(HEADER)) {
    const found = listAt(part, header.index + header[0].length);
    if (found.length > 1) return found;
  }
  if (!whole) return [];
  const quoted = [...part.matchAll(/[`'"]([a-z][a-z0-9_-]{1,30})[`'"]/giu)];
  if (quoted.length > 1) return quoted.map(({ 1: word = '', index }) => ({ word, offset: index + 1 }));
  for (const lead of part.matchAll(LEAD)) {
    const found = listAt(part, lead.index + lead[0].length);
    if (found.length > 1) return found;
  }
  return listAt(part, 0);
}

/** The list that begins at an offset: in one line, parted by commas, bars or "or"; or one a line, behind bullets. */
function listAt(text: string, from: number): Listed[] {
  const rest = text.slice(from);
  if (/^\s*\n/u.test(rest)) {
    BULLET.lastIndex = 0;
    const lines = rest.slice(0, 2_000).split(/\n[ \t]*\n/u)[0] ?? '';
    return [...lines.matchAll(BULLET)].map((found) => {
      const word = found[1] ?? '';
      return { word, offset: from + found.index + found[0].indexOf(word) };
    });
  }
  const words: Listed[] = [];
  let at = from + (/^\s*/u.exec(rest)?.[0].length ?? 0);
  for (;;) {
    ITEM.lastIndex = at;
    const item = ITEM.exec(text);
    if (item === null) break;
    const word = item[1] ?? '';
    words.push({ word, offset: at + item[0].indexOf(word) });
    SEPARATOR.lastIndex = ITEM.lastIndex;
    if (!SEPARATOR.test(text)) break;
    at = SEPARATOR.lastIndex;
  }
  return words;
}
