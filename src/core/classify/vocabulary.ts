import { nounForms, verbForms } from './inflect.ts';
import type { Lexicon } from './rule.ts';
import type { Word } from './words.ts';

/** One lexicon entry found in a text: words `from` to `to` (exclusive) belong to `lexicon`. */
export interface Hit {
  lexicon: number;
  from: number;
  to: number;
  /** The entry as the lexicon has it, before inflection. */
  base: string;
  /** A verb that is as often a noun. */
  noun: boolean;
}

interface Entry {
  lexicon: number;
  base: string;
  /** Further words of a phrase; empty for a single word. */
  rest: string[];
}

/** All lexicons, named and inline, compiled to one look-up by first word. */
export class Vocabulary {
  readonly #entries = new Map<string, Entry[]>();
  readonly #ids = new Map<string, number>();
  /** Words that some lexicon marks as being nouns as often as verbs. */
  readonly #nouns = new Set<string>();
  /** Longest entry of letters written without spaces, in characters. */
  #longestWide = 0;

  get size(): number {
    return this.#ids.size;
  }

  /** The number of a lexicon; undefined when there is none of that name. */
  numberOf(id: string): number | undefined {
    return this.#ids.get(id);
  }

  add(lexicon: Pick<Lexicon, 'id' | 'inflect' | 'words' | 'nouns'>): number {
    const known = this.#ids.get(lexicon.id);
    if (known !== undefined) return known;
    const number = this.#ids.size;
    this.#ids.set(lexicon.id, number);
    for (const noun of lexicon.nouns ?? []) this.#nouns.add(noun);
    for (const word of lexicon.words) {
      for (const form of formsOf(word, lexicon.inflect))
        this.#enter(form, { lexicon: number, base: word, rest: [] });
    }
    return number;
  }

  #enter(form: string, entry: Entry): void {
    const [first = '', ...rest] = form.toLowerCase().split(' ');
    const full = { ...entry, rest };
    const list = this.#entries.get(first);
    if (list === undefined) this.#entries.set(first, [full]);
    else if (!list.some((other) => other.lexicon === full.lexicon && other.rest.join(' ') === rest.join(' ')))
      list.push(full);
    if (isWide(first)) this.#longestWide = Math.max(this.#longestWide, first.length);
  }

  /** Every entry that starts at word `index`. */
  find(words: readonly Word[], index: number): readonly Hit[] {
    const word = words[index];
    if (word === undefined) return NONE;
    const entries = this.#entries.get(word.text);
    if (entries === undefined)
      return this.#longestWide > 0 && isWide(word.text) ? this.#findWide(word.text, index) : NONE;
    const hits: Hit[] = [];
    for (const entry of entries) if (follows(words, index, entry.rest)) hits.push(this.#hit(entry, index));
    return hits;
  }

  /** Scripts without spaces: every stretch of the run that is an entry. */
  #findWide(run: string, index: number): Hit[] {
    const hits: Hit[] = [];
    for (let start = 0; start < run.length; start++) {
      const end = Math.min(run.length, start + this.#longestWide);
      for (let stop = end; stop > start; stop--) {
        for (const entry of this.#entries.get(run.slice(start, stop)) ?? []) {
          if (entry.rest.length === 0) hits.push(this.#hit(entry, index));
        }
      }
    }
    return hits;
  }

  #hit({ lexicon, rest, base }: Entry, from: number): Hit {
    return { lexicon, from, to: from + 1 + rest.length, base, noun: this.#nouns.has(base) };
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
