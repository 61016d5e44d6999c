import { LEXICON, type WordClass } from './lexicon.ts';
import { PHRASES } from './phrase-table.ts';
import { CLASS_COUNT, numbersOf } from './vocabulary.ts';
import { WINDOWS } from './windows.ts';

/** The classes that each phrase needs, by number, the one with the fewest words first: it is missing most often. */
const NEEDED: readonly (readonly number[])[] = smallest(
  [...PHRASES.flatMap(([, , forms]) => forms).map(classesIn), ...WINDOWS.map(({ classes }) => classes)].map(
    (classes) => numbersOf(classes.toSorted((a, b) => LEXICON[a].length - LEXICON[b].length)),
  ),
);

function classesIn(form: string): WordClass[] {
  return form.split(' ').filter((_, index) => index % 2 === 0) as WordClass[];
}

/** A phrase that needs all that another does adds nothing. */
function smallest(sets: readonly number[][]): number[][] {
  const kept: number[][] = [];
  for (const set of sets.toSorted((a, b) => a.length - b.length))
    if (!kept.some((one) => one.every((number) => set.includes(number)))) kept.push(set);
  return kept;
}

/** The phrases by their first class. */
const BY_FIRST: readonly (readonly (readonly number[])[])[] = Array.from(
  { length: CLASS_COUNT },
  (_, number) => NEEDED.filter(([first]) => first === number),
);

/** The classes of the words of one sentence; used again for the next. */
export class SentenceClasses {
  readonly #seen = new Uint8Array(CLASS_COUNT);
  /** Those among them that some phrase has first. */
  readonly #firsts: number[] = [];
  #isEmpty = true;

  add(classes: readonly number[]): void {
    for (const number of classes) {
      if (this.#seen[number] === 1) continue;
      this.#seen[number] = 1;
      this.#isEmpty = false;
      if ((BY_FIRST[number] ?? []).length > 0) this.#firsts.push(number);
    }
  }

  /** Whether words of these classes can make a phrase. */
  mayMakePhrase(): boolean {
    for (const first of this.#firsts)
      for (const set of BY_FIRST[first] ?? []) if (this.#holds(set)) return true;
    return false;
  }

  #holds(set: readonly number[]): boolean {
    for (const number of set) if (this.#seen[number] === 0) return false;
    return true;
  }

  clear(): void {
    if (this.#isEmpty) return;
    this.#seen.fill(0);
    this.#firsts.length = 0;
    this.#isEmpty = true;
  }
}
