import { type Folded, fold, latinLookalike, withoutDigits } from './fold.ts';
import { LEXICON, type WordClass } from './lexicon.ts';

/** One word, or several in a row, that belongs to word classes. Offsets are those of the original text. */
export interface Hit {
  classes: readonly WordClass[];
  /** Number of its first and of its last word in the text. */
  first: number;
  last: number;
  sentence: number;
  start: number;
  end: number;
}

/** The public half of a key pair is no secret, and neither is the folder on the way to it. */
const PUBLIC = /^[\w./-]{0,40}\.pub\b/;
const LONGEST_PATH = 48;

function leadsToPublic(text: string, end: number): boolean {
  return PUBLIC.test(text.slice(end, end + LONGEST_PATH));
}

interface Word {
  text: string;
  start: number;
  end: number;
  sentence: number;
}

const SINGLE = new Map<string, WordClass[]>();
/** By their last word: the words before it, and the classes. */
const COMPOUND = new Map<string, { before: readonly string[]; classes: WordClass[] }[]>();
for (const [name, words] of Object.entries(LEXICON)) {
  for (const entry of new Set(words.split(/\s+/))) enter(entry, name as WordClass);
}

function enter(entry: string, name: WordClass): void {
  const parts = entry.split('_').map((part) => fold(part).text);
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) {
    SINGLE.set(last, [...(SINGLE.get(last) ?? []), name]);
    return;
  }
  const before = parts.slice(0, -1);
  const list = COMPOUND.get(last) ?? [];
  const same = list.find((one) => one.before.join(' ') === before.join(' '));
  if (same === undefined) COMPOUND.set(last, [...list, { before, classes: [name] }]);
  else same.classes.push(name);
}

/** The words of a text that mean something to a phrase, in order; `camel` parts words where letters change case. */
export function hitsOf(text: string, camel: boolean): Hit[] {
  const folded = fold(camel ? text.replace(/([a-z0-9])([A-Z])/g, '$1 $2') : text);
  const words = wordsOf(folded.text);
  const hits: Hit[] = [];
  const place = { folded, whole: camel ? text.length : null };
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word;
    const single = classesOf(word.text);
    if (single !== undefined && !leadsToPublic(folded.text, word.end))
      hits.push(hitOf(words, index, index, single, place));
    for (const { before, classes } of COMPOUND.get(word.text) ?? [])
      if (precedes(words, index, before) && !leadsToPublic(folded.text, word.end))
        hits.push(hitOf(words, index - before.length, index, classes, place));
  }
  return hits;
}

function hitOf(
  words: readonly Word[],
  first: number,
  last: number,
  classes: readonly WordClass[],
  { folded, whole }: { folded: Folded; whole: number | null },
): Hit {
  const [from, to] = [words[first] as Word, words[last] as Word];
  const start = whole === null ? folded.back(from.start) : 0;
  const end = whole === null ? folded.back(to.end - 1) + 1 : whole;
  return { classes, first, last, sentence: to.sentence, start, end };
}

function precedes(words: readonly Word[], index: number, before: readonly string[]): boolean {
  return before.every((word, at) => words[index - before.length + at]?.text === word);
}

function classesOf(word: string): readonly WordClass[] | undefined {
  const known = SINGLE.get(word);
  if (known !== undefined) return known;
  const skeleton = latinLookalike(word);
  if (skeleton !== null) return SINGLE.get(skeleton);
  if (!/[a-z][0-9@$]|[0-9@$][a-z]/.test(word)) return undefined;
  return SINGLE.get(withoutDigits(word));
}

const OTHER = 0;
const LETTER = 1;
const STOP = 2;
const KINDS = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789') KINDS[character.charCodeAt(0)] = LETTER;
for (const character of '.!?') KINDS[character.charCodeAt(0)] = STOP;
const [DOT, APOSTROPHE, AT, DOLLAR, NEWLINE] = [46, 39, 64, 36, 10];

function kindOf(code: number): number {
  if (code < 128) return KINDS[code] ?? OTHER;
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f) return STOP;
  return code < 0xc0 || (code >= 0x2000 && code < 0x2c00) || (code >= 0x3000 && code < 0x3040)
    ? OTHER
    : LETTER;
}

/** Cuts folded text into words; a dot that opens a word (".env") belongs to it, an apostrophe inside does not. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over every character of every text; calls in it cost more than the rest
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let [start, sentence, kind] = [-1, 0, OTHER];
  const close = (end: number): void => {
    if (start < 0) return;
    words.push({ text: spelled(text.slice(start, end)), start, end, sentence });
    start = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const before = kind;
    kind = kindOf(code);
    if (kind === LETTER) {
      if (start < 0)
        start = code > 57 && text.charCodeAt(at - 1) === DOT && opens(text, at - 2) ? at - 1 : at;
      continue;
    }
    if (start >= 0 && joins(text, at, code)) continue;
    close(at);
    if (before !== OTHER && kind === STOP && !isWordAhead(text, at)) sentence++;
    else if (code === NEWLINE && text.charCodeAt(at + 1) === NEWLINE) sentence++;
  }
  close(text.length);
  return words.length > 0 ? rejoined(words) : words;
}

function opens(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at < 0 || (kindOf(code) === OTHER && code !== DOT);
}

/** What stands inside a word: "don't", "in$tructions". An elision parts two words: "l'utilisateur". */
function joins(text: string, at: number, code: number): boolean {
  if (code === AT || code === DOLLAR) return kindOf(text.charCodeAt(at + 1)) === LETTER;
  if (code !== APOSTROPHE && code !== 0x2019) return false;
  const next = text[at + 1];
  return (next === 't' || next === 's') && kindOf(text.charCodeAt(at + 2)) !== LETTER;
}

function isWordAhead(text: string, at: number): boolean {
  return at + 1 < text.length && kindOf(text.charCodeAt(at + 1)) === LETTER;
}

function spelled(word: string): string {
  return word.includes("'") || word.includes('\u2019') ? word.replaceAll(/['\u2019]/g, '') : word;
}

/** Letters that stand one by one ("i g n o r e") are read as the words they spell. */
function rejoined(words: Word[]): Word[] {
  const isLone = (word: Word | undefined): boolean => word !== undefined && word.end - word.start === 1;
  const out: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    let end = at;
    while (isLone(words[end])) end++;
    if (end - at < 5) out.push(words[at] as Word);
    else {
      out.push(...spelledOut(words.slice(at, end)));
      at = end - 1;
    }
  }
  return out;
}

const LONGEST = 16;

function spelledOut(letters: readonly Word[]): Word[] {
  const run = letters.map((letter) => letter.text).join('');
  const out: Word[] = [];
  for (let at = 0; at < run.length; ) {
    let length = Math.min(LONGEST, run.length - at);
    while (length > 1 && !SINGLE.has(run.slice(at, at + length))) length--;
    const [from, to] = [letters[at], letters[at + length - 1]];
    if (from !== undefined && to !== undefined)
      out.push({ text: run.slice(at, at + length), start: from.start, end: to.end, sentence: from.sentence });
    at += length;
  }
  return out;
}
