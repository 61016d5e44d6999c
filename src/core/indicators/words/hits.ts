import {
  beginsWithDot,
  isFullStop,
  isOfWord,
  joins,
  kindOf,
  OTHER,
  SPACE,
  STOP,
  spelled,
} from './characters.ts';
import { type Folded, fold } from './fold.ts';
import type { WordClass } from './lexicon.ts';
import { classesOf, compoundsAt } from './vocabulary.ts';

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

/** A name as words: "readFile" is "read File". */
export function parted(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');
}

/** The words of a text that mean something to a phrase, in order; a `name` is parted where letters change case. */
export function hitsOf(text: string, name: boolean): Hit[] {
  const folded = fold(name ? parted(text) : text);
  const words = wordsOf(folded.text);
  const hits: Hit[] = [];
  const place = { folded, whole: name ? text.length : null };
  for (const [index, word] of words.entries()) {
    const found: [number, readonly WordClass[]][] = compoundsAt(word.text)
      .filter(({ before }) => precedes(words, index, before))
      .map(({ before, classes }) => [index - before.length, classes]);
    const single = classesOf(word.text);
    if (single !== undefined) found.unshift([index, single]);
    if (found.length === 0 || leadsToPublic(folded.text, word.end)) continue;
    for (const [first, classes] of found) hits.push(hitOf(words, first, index, classes, place));
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

/** Cuts folded text into words, and notes in which sentence each stands. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let [sentence, before] = [0, OTHER];
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text.charCodeAt(at));
    const end = isOfWord(kind) ? endOfWord(text, at) : at + 1;
    if (isOfWord(kind)) {
      const start = beginsWithDot(text, at) ? at - 1 : at;
      words.push({ text: spelled(text.slice(start, end)), start, end, sentence });
    } else if (endsSentence(text, at, before)) sentence++;
    before = kind;
    at = end;
  }
  return rejoined(words);
}

function endOfWord(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isOfWord(kindOf(code)) && !joins(text, at, code)) break;
  }
  return at;
}

/** An empty line, or a stop after a word, unless a word follows at once: "example.com". */
function endsSentence(text: string, at: number, before: number): boolean {
  if (text[at] === '\n') return text[at + 1] === '\n';
  if (kindOf(text.charCodeAt(at)) !== STOP || before === OTHER || before === SPACE) return false;
  return isFullStop(text, at);
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
    while (length > 1 && classesOf(run.slice(at, at + length)) === undefined) length--;
    const [from, to] = [letters[at], letters[at + length - 1]];
    if (from !== undefined && to !== undefined)
      out.push({ text: run.slice(at, at + length), start: from.start, end: to.end, sentence: from.sentence });
    at += length;
  }
  return out;
}
