import {
  beginsWithDot,
  DIGIT,
  endsSentence,
  isOfWord,
  joins,
  kindOf,
  LETTER,
  SPACE,
  spelled,
} from './characters.ts';
import { SentenceClasses } from './sentence-classes.ts';
import { SIGN, signOf } from './signs.ts';
import { type Marks, markedWords, undisguised } from './vocabulary.ts';
import { WordTable } from './word-table.ts';

/**
 * What one look at every character of a text shows: which looks are worth their time. It may show too much and
 * never too little.
 */
export interface Glance {
  /** Bits of `SIGN`. */
  signs: number;
  /** Bits of `CUE`. */
  cues: number;
  /** The sentences that may hold a phrase, from and to. */
  spans: readonly Span[];
}

export type Span = readonly [start: number, end: number];

const BY_WORD = markedWords();
const TABLE = new WordTable(BY_WORD);
/** Empty between two looks. */
const SENTENCE = new SentenceClasses();

/** One look at a text: ASCII as it is, any other folded. Linear, and without a copy of any common word. */
export function glanceAt(text: string): Glance {
  const look = new Look(text);
  look.overAll();
  const { signs, cues } = look;
  // Letters that stand one by one are words that this look does not know.
  const spans: readonly Span[] = (signs & SIGN.spelled) === 0 ? look.spans : [[0, text.length]];
  return { signs, cues, spans };
}

const [RUN, LONG_RUN, GAP, SPELLED, DOT, AT, DOLLAR] = [14, 24, 6, 5, 46, 64, 36];
/** Beside the kinds of characters: one that makes a word worth a closer look. */
const ODD = 64;

class Look {
  signs = 0;
  cues = 0;
  readonly spans: Span[] = [];
  #sentence = 0;
  readonly #text: string;
  /** Where the word begins that is being read; -1 between words. */
  #start = -1;
  #hash = TABLE.seed;
  #kinds = 0;
  #lone = 0;
  #lastStart = 0;
  #lastEnd = 0;

  constructor(text: string) {
    this.#text = text;
  }

  overAll(): void {
    const text = this.#text;
    let space = -1;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const kind = kindOf(code);
      this.signs |= signOf(code);
      if (isOfWord(kind)) this.#read(at, code, kind);
      else if (this.#start >= 0) this.#pass(at, code);
      if (endsSentence(text, at, code, kind)) this.#endSentence(at);
      if (kind !== SPACE) continue;
      if (at - space > RUN) this.#run(at - space - 1);
      space = at;
    }
    this.#close(text.length);
    this.#endSentence(text.length);
    this.#run(text.length - space - 1);
  }

  #endSentence(end: number): void {
    if (SENTENCE.mayMakePhrase()) this.spans.push([this.#sentence, end]);
    SENTENCE.clear();
    this.#sentence = end + 1;
  }

  #run(length: number): void {
    if (length >= RUN) this.signs |= SIGN.run;
    if (length >= LONG_RUN) this.signs |= SIGN.longRun;
  }

  #read(at: number, code: number, kind: number): void {
    if (this.#start < 0) this.#open(at);
    this.#kinds |= code < 128 ? kind : ODD;
    this.#hash = TABLE.stirred(this.#hash, code);
  }

  #open(at: number): void {
    this.#kinds = 0;
    if (at - this.#lastEnd >= GAP) this.signs |= SIGN.gap;
    const isDotted = beginsWithDot(this.#text, at);
    this.#start = isDotted ? at - 1 : at;
    this.#hash = isDotted ? TABLE.stirred(TABLE.seed, DOT) : TABLE.seed;
  }

  #pass(at: number, code: number): void {
    if (!joins(this.#text, at, code)) this.#close(at);
    else if (code === DOLLAR || code === AT) this.#kinds |= ODD;
  }

  #close(end: number): void {
    const start = this.#start;
    if (start < 0) return;
    this.#start = -1;
    this.#lone = end - start === 1 ? this.#lone + 1 : 0;
    if (this.#lone === SPELLED) this.signs |= SIGN.spelled;
    const isPlain = this.#kinds === LETTER || this.#kinds === DIGIT;
    const marks = isPlain ? TABLE.find(this.#hash) : this.#disguised(start, end);
    if (marks !== null) this.#learn(marks);
    this.#lastStart = start;
    this.#lastEnd = end;
  }

  #disguised(start: number, end: number): Marks | null {
    const word = this.#word(start, end);
    return BY_WORD.get(word) ?? BY_WORD.get(undisguised(word) ?? '') ?? null;
  }

  #word(start: number, end: number): string {
    return spelled(this.#text.slice(start, end).toLowerCase());
  }

  #learn({ classes, cues, after }: Marks): void {
    this.cues |= cues;
    SENTENCE.add(classes);
    const together = after?.get(this.#word(this.#lastStart, this.#lastEnd));
    if (together !== undefined) SENTENCE.add(together);
  }
}
