/** A word of a name or text, with its place in the original string. */
export interface Word {
  /** Lower case. */
  text: string;
  /** Offsets in UTF-16 code units; end exclusive. */
  start: number;
  end: number;
  /** Part of an identifier such as `update_issue` or `taskId`: it mentions, it does not say. */
  identifier: boolean;
  /** A hyphen ties the next word to it: "pay" of "pay-by-link" is no verb. */
  tied: boolean;
  /** It begins with a capital, as the first word of a sentence does. */
  capital: boolean;
}

/** What stands before a word: nothing that parts, the end of a clause, the end of a sentence. */
export type Gap = 0 | 1 | 2;
const CLAUSE: Gap = 1;
export const SENTENCE: Gap = 2;

export interface Text {
  words: Word[];
  /** One for each word, and one behind the last. */
  gaps: Gap[];
}

const NAME_WORD = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+\d*|\p{Lu}+\d*|\p{Lo}+|\d+\p{Ll}*/gu;

/** Splits a name on case and separators: `getHTTPLog_v2` is get, http, log, v2. */
export function nameWords(name: string): Word[] {
  const words: Word[] = [];
  NAME_WORD.lastIndex = 0;
  for (let match = NAME_WORD.exec(name); match !== null; match = NAME_WORD.exec(name)) {
    words.push({
      text: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
      identifier: false,
      tied: false,
      capital: false,
    });
  }
  return words;
}

/** Text beyond this is not read for words: enough for the longest honest description. */
const LONGEST = 6000;

const APOSTROPHE = new Set([0x27, 0x2019]);

/** Splits prose into words with the gaps between them. Han, kana and hangul runs are one word each. */
export function textWords(text: string): Text {
  const words: Word[] = [];
  const gaps: Gap[] = [0];
  const length = Math.min(text.length, LONGEST);
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) {
      const end = wordEnd(text, at, length);
      words.push(wordOf(text, at, end));
      gaps.push(0);
      at = end;
      continue;
    }
    const tag = code === LESS_THAN ? tagLength(text, at) : 0;
    if (tag > 0) {
      at += tag;
      continue;
    }
    const kind = gapOf(text, at, code);
    if (kind > (gaps[words.length] ?? 0)) gaps[words.length] = kind;
    at++;
  }
  return { words, gaps };
}

const LESS_THAN = 0x3c;
const HYPHEN = 0x2d;
const CAPITAL = /^\p{Lu}\p{Ll}/u;
const TAG = /<\/?[a-z][a-z0-9]{0,10} ?\/?>/iy;

/** A plain tag such as `<b>` only dresses the words around it; anything with attributes is read as text. */
function tagLength(text: string, at: number): number {
  TAG.lastIndex = at;
  return TAG.exec(text)?.[0].length ?? 0;
}

/** Where the word that starts at `start` ends; an apostrophe or underscore between letters belongs to it. */
function wordEnd(text: string, start: number, length: number): number {
  let at = start + 1;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) continue;
    const binds = code === 0x5f || APOSTROPHE.has(code);
    if (!binds || at + 1 >= length || !isWordCode(text.charCodeAt(at + 1))) break;
  }
  return at;
}

function wordOf(text: string, start: number, end: number): Word {
  const raw = text.slice(start, end);
  const before = text.charCodeAt(start - 1);
  const quoted = before === 0x60 || before === 0x2f || before === 0x2e;
  const identifier = quoted || raw.includes('_') || isCamel(raw);
  const tied = text.charCodeAt(end) === HYPHEN && isWordCode(text.charCodeAt(end + 1));
  return { text: raw.toLowerCase(), start, end, identifier, tied, capital: isCapital(raw) };
}

function isCapital(raw: string): boolean {
  const first = raw.charCodeAt(0);
  return (first < 128 ? first >= 65 && first <= 90 : true) && CAPITAL.test(raw);
}

function isCamel(raw: string): boolean {
  for (let index = 1; index < raw.length; index++) {
    const code = raw.charCodeAt(index);
    const before = raw.charCodeAt(index - 1);
    if (code >= 65 && code <= 90 && before >= 97 && before <= 122) return true;
  }
  return false;
}

function isWordCode(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 0xaa && !isWidePunctuation(code);
}

function isWidePunctuation(code: number): boolean {
  return (
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xff20) ||
    (code >= 0xd800 && code <= 0xf8ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xab ||
    code === 0xbb ||
    code === 0xb7 ||
    code === 0xbf
  );
}

/**
 * What makes a new line more than a wrapped one: an empty line, a bullet, or a word with a colon. Where a paragraph
 * is wrapped says nothing.
 */
const OPENS_LINE =
  /^[^\S\n]*(?:\n|$|[•✓✔|<]|[*#>]+[^\S\n]|\d+[.)][^\S\n]|(?:args|arguments|parameters|params|returns|examples?|raises|notes?|usage):)|^[^\S\n]{2,}[\p{L}_`"'*][\p{L}\p{N}_`"'* ()[\]-]{0,40}:(?:\s|$)/iu;

function isSpace(code: number): boolean {
  return (
    code <= 32 || code === 0xa0 || code === 0x202f || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)
  );
}

/** A full stop ends a sentence only before white space: `v1.2` and `file.txt` go on. */
function gapOf(text: string, at: number, code: number): Gap {
  switch (code) {
    case 0x2e:
      return at + 1 >= text.length || isSpace(text.charCodeAt(at + 1)) ? SENTENCE : 0;
    case 0x0a:
      return OPENS_LINE.test(text.slice(at + 1, at + 80)) ? SENTENCE : 0;
    case 0x21:
    case 0x3f:
    case 0x3002:
    case 0xff01:
    case 0xff1f:
    case 0x2022:
    case 0x26a0:
    case 0x26a1:
    case 0x2192:
      return SENTENCE;
    case 0x2d:
      return isSpace(text.charCodeAt(at - 1)) && isSpace(text.charCodeAt(at + 1)) ? CLAUSE : 0;
    case 0x3e:
      return isSpace(text.charCodeAt(at + 1)) ? SENTENCE : CLAUSE;
    case 0x3c:
    case 0x7c:
    case 0x2c:
    case 0x3b:
    case 0x3a:
    case 0x28:
    case 0x29:
    case 0x5b:
    case 0x5d:
    case 0x2014:
    case 0x2013:
    case 0x2f:
    case 0x22:
    case 0xff0c:
    case 0x3001:
    case 0xff08:
    case 0xff1a:
      return CLAUSE;
    default:
      return 0;
  }
}
