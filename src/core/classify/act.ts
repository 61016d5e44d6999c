import type { ActSource } from './rule.ts';
import type { Hit } from './vocabulary.ts';
import type { Gap, Word } from './words.ts';

/** One string of a definition, split into words, with every lexicon entry found in it. */
export interface Strip {
  /** JSON Pointer of the string; of a parameter, its name is the key at the end. */
  field: string;
  words: Word[];
  /** Lexicon entries by the word they start at. */
  at: readonly (readonly Hit[])[];
  /** What stands before each word, and behind the last. */
  gaps: readonly Gap[];
}

export interface Range {
  strip: Strip;
  from: number;
  to: number;
}

/** A verb with what it acts on: the unit that rules match. */
export interface Act {
  source: ActSource;
  /** Where the verb stands. */
  verb: Range;
  /** The verb's lexicon entries. */
  verbs: Hit[];
  /** True when the word is as often a noun. */
  noun: boolean;
  /** Told behind the sentence that opens the text: it adds to what the tool does and excuses nothing. */
  later: boolean;
  object: Range[];
  /** The head of the object; null when there is no object. */
  head: Range | null;
  /** The clause behind the verb, object included. */
  scope: Range[];
}
