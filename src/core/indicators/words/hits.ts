import { beginsWithDot, endsSentence, isOfWord, joins, kindOf, spelled } from './characters.ts';
import { type Folded, fold } from './fold.ts';
import type { Span } from './glance.ts';
import type { WordClass } from './lexicon.ts';
import { classesOf, compoundsAt, isInLexicon } from './vocabulary.ts';

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

/**
 * The words of some sentences that mean something to a phrase, in order; by default of the whole text. A `name` is parted
 * where letters change case. `spans` are places in the folded text.
 */
export function hitsOf(text: string, name: boolean, spans?: readonly Span[]): Hit[] {
  const folded = fold(name ? parted(text) : text);
  const words = (spans ?? [[0, folded.text.length] as const]).flatMap((span) => wordsOf(folded.text, span));
  const hits: Hit[] = [];
  const place = { folded, whole: name ? text.length : null };
  const mayBePublic = folded.text.includes('.pub');
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word;
    if (mayBePublic && leadsToPublic(folded.text, word.end)) continue;
    const single = classesOf(word.text);
    if (single !== undefined) hits.push(hitOf(words, index, index, single, place));
    for (const { before, classes } of compoundsAt(word.text))
      if (precedes(words, index, before))
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

/** Cuts folded text into words, and notes where the sentence of each begins. */
function wordsOf(text: string, [from, to]: Span): Word[] {
  const words: Word[] = [];
  let sentence = from;
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    const end = isOfWord(kind) ? endOfWord(text, at) : at + 1;
    if (isOfWord(kind)) {
      const start = beginsWithDot(text, at) ? at - 1 : at;
      words.push({ text: spelled(text.slice(start, end)), start, end, sentence });
    } else if (endsSentence(text, at, code, kind)) sentence = at;
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
    while (length > 1 && !isInLexicon(run.slice(at, at + length))) length--;
    const [from, to] = [letters[at], letters[at + length - 1]];
    if (from !== undefined && to !== undefined)
      out.push({ text: run.slice(at, at + length), start: from.start, end: to.end, sentence: from.sentence });
    at += length;
  }
  return out;
}
