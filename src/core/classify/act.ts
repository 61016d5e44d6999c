import type { ActSource } from './rule.ts';
import type { Hit } from './vocabulary.ts';
import type { Break, Word } from './words.ts';

/** One string of a definition, split into words, with every lexicon entry found in it. */
export interface Strip {
  /** JSON Pointer of the string; of a parameter, its name is the key at the end. */
  field: string;
  words: Word[];
  /** Ordered by the word they start at. */
  hits: Hit[];
  breaks: Break[];
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
  object: Range[];
  /** The head of the object; null when there is no object. */
  head: Range | null;
  /** The clause behind the verb, object included. */
  scope: Range[];
}
