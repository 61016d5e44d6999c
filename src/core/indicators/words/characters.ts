/** What a character is to the reader of words. */
const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const SPACE = 4;
const STOP = 8;

const KINDS = new Uint8Array(128);
for (let code = 0; code < 128; code++) KINDS[code] = kindOfAscii(String.fromCharCode(code));

function kindOfAscii(character: string): number {
  if (/[a-z]/i.test(character)) return LETTER;
  if (/\d/.test(character)) return DIGIT;
  if (/[.!?]/.test(character)) return STOP;
  return character <= ' ' ? SPACE : OTHER;
}

export function kindOf(code: number): number {
  return code < 128 ? (KINDS[code] as number) : kindBeyond(code);
}

function kindBeyond(code: number): number {
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return SPACE;
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f) return STOP;
  return code < 0xc0 || (code >= 0x2000 && code < 0x2c00) || (code >= 0x3000 && code < 0x3040)
    ? OTHER
    : LETTER;
}

export function isOfWord(kind: number): boolean {
  return kind === LETTER || kind === DIGIT;
}

const [NEWLINE, DOT, APOSTROPHE, AT, DOLLAR, STAR, CURLY] = [10, 46, 39, 64, 36, 42, 0x2019];
const [LOWER_CASE, S, T] = [32, 115, 116];

/** A dot that opens a word (".env") belongs to it. `at`: its first letter. */
export function beginsWithDot(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== DOT || kindOf(text.charCodeAt(at)) === DIGIT) return false;
  if (at < 2) return true;
  const kind = kindOf(text.charCodeAt(at - 2));
  return kind === OTHER || kind === SPACE;
}

/** What stands inside a word: "don't", "in$tructions". An elision parts two words: "l'utilisateur". */
export function joins(text: string, at: number, code: number): boolean {
  if (code === AT || code === DOLLAR) return isOfWord(kindOf(text.charCodeAt(at + 1)));
  if (code === STAR) return isEmphasis(text, at);
  if (code !== APOSTROPHE && code !== CURLY) return false;
  const next = text.charCodeAt(at + 1) | LOWER_CASE;
  return (next === S || next === T) && !isOfWord(kindOf(text.charCodeAt(at + 2)));
}

/** "ig**no**re": two stars between two letters. */
function isEmphasis(text: string, at: number): boolean {
  const from = text.charCodeAt(at - 1) === STAR ? at - 1 : at;
  if (text.charCodeAt(from + 1) !== STAR) return false;
  return isOfWord(kindOf(text.charCodeAt(from - 1))) && isOfWord(kindOf(text.charCodeAt(from + 2)));
}

/** A word without the apostrophes and the marks of emphasis inside. */
export function spelled(word: string): string {
  return /['\u2019*]/.test(word) ? word.replaceAll(/['\u2019*]/g, '') : word;
}

/** Whether a sentence ends at this place: at an empty line, or at a stop after a word. "example.com" and "wait... here" go on. */
export function endsSentence(text: string, at: number, code: number, kind: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (code === NEWLINE) return next === NEWLINE;
  if (kind !== STOP || next === DOT || isOfWord(kindOf(next))) return false;
  const before = text.charCodeAt(at - 1);
  return before !== DOT && (isOfWord(kindOf(before)) || kindOf(before) === STOP);
}
