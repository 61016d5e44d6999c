import { nounForms, verbForms } from './inflect.ts';
import type { Lexicon } from './rule.ts';
import type { Word } from './words.ts';

/** A lexicon entry, found at a word: it and the `length - 1` words behind it belong to `lexicon`. */
export interface Hit {
  lexicon: number;
  /** Words. */
  length: number;
  /** The entry as the lexicon has it, before inflection. */
  base: string;
  /** A verb that is as often a noun. */
  noun: boolean;
}

interface Entry extends Hit {
  /** Further words of a phrase; empty for a single word. */
  rest: string[];
}

/** The entries that start with one word, shared by all texts that hold it. */
interface Bucket {
  single: Entry[];
  phrases: Entry[];
}

/** All lexicons, named and inline, compiled to one look-up by first word. */
export class Vocabulary {
  readonly #entries = new Map<string, Bucket>();
  readonly #ids = new Map<string, number>();
  readonly #sizes: number[] = [];
  /** Words that some lexicon marks as being nouns as often as verbs. */
  readonly #nouns = new Set<string>();
  readonly #byBase = new Map<string, Entry[]>();
  /** Longest entry of letters written without spaces, in characters. */
  #longestWide = 0;

  get size(): number {
    return this.#ids.size;
  }

  /** The number of a lexicon; undefined when there is none of that name. */
  numberOf(id: string): number | undefined {
    return this.#ids.get(id);
  }

  /** How many entries a lexicon holds, as they were written. */
  sizeOf(lexicon: number): number {
    return this.#sizes[lexicon] ?? 0;
  }

  add(lexicon: Pick<Lexicon, 'id' | 'inflect' | 'words' | 'nouns'>): number {
    const known = this.#ids.get(lexicon.id);
    if (known !== undefined) return known;
    const number = this.#ids.size;
    this.#ids.set(lexicon.id, number);
    this.#sizes.push(lexicon.words.length);
    for (const noun of lexicon.nouns ?? []) this.#addNoun(noun);
    for (const word of lexicon.words) {
      for (const form of formsOf(word, lexicon.inflect)) this.#enter(form, { lexicon: number, base: word });
    }
    return number;
  }

  /** Entries of the base that other lexicons hold already become nouns as well: the order of files must not matter. */
  #addNoun(base: string): void {
    this.#nouns.add(base);
    for (const entry of this.#byBase.get(base) ?? []) entry.noun = true;
  }

  #enter(form: string, { lexicon, base }: Pick<Hit, 'lexicon' | 'base'>): void {
    const [first = '', ...rest] = form.toLowerCase().split(' ');
    const entry: Entry = { lexicon, base, rest, length: rest.length + 1, noun: this.#nouns.has(base) };
    let bucket = this.#entries.get(first);
    if (bucket === undefined) {
      bucket = { single: [], phrases: [] };
      this.#entries.set(first, bucket);
    }
    const list = rest.length === 0 ? bucket.single : bucket.phrases;
    if (!list.some((other) => other.lexicon === lexicon && other.rest.join(' ') === rest.join(' ')))
      list.push(entry);
    const sameBase = this.#byBase.get(base);
    if (sameBase === undefined) this.#byBase.set(base, [entry]);
    else sameBase.push(entry);
    if (isWide(first)) this.#longestWide = Math.max(this.#longestWide, first.length);
  }

  /** Every entry that starts at word `index`. */
  find(words: readonly Word[], index: number): readonly Hit[] {
    const word = words[index];
    if (word === undefined) return NONE;
    const bucket = this.#entries.get(word.text);
    if (bucket === undefined)
      return this.#longestWide > 0 && isWide(word.text) ? this.#findWide(word.text) : NONE;
    let hits: readonly Entry[] = bucket.single;
    for (const entry of bucket.phrases) if (follows(words, index, entry.rest)) hits = [...hits, entry];
    return hits;
  }

  /** Scripts without spaces: every stretch of the run that is an entry. */
  #findWide(run: string): Hit[] {
    const hits: Hit[] = [];
    for (let start = 0; start < run.length; start++) {
      const end = Math.min(run.length, start + this.#longestWide);
      for (let stop = end; stop > start; stop--) {
        hits.push(...(this.#entries.get(run.slice(start, stop))?.single ?? NONE));
      }
    }
    return hits;
  }
}

const NONE: readonly Hit[] = [];

function formsOf(word: string, inflect: Lexicon['inflect']): string[] {
  if (isWide(word) || inflect === 'none') return [word];
  return inflect === 'verb' ? verbForms(word) : nounForms(word);
}

function follows(words: readonly Word[], index: number, rest: readonly string[]): boolean {
  for (let step = 0; step < rest.length; step++)
    if (words[index + 1 + step]?.text !== rest[step]) return false;
  return true;
}

/** Han, kana and hangul, which are written without spaces between words. */
export function isWide(text: string): boolean {
  return (
    text.charCodeAt(0) >= 0x1100 &&
    /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/.test(text)
  );
}
