import type { Marks } from './vocabulary.ts';

const SLOTS = 1 << 14;
const PRIME = 0x01000193;
const LOWER = Uint8Array.from({ length: 128 }, (_, code) =>
  String.fromCharCode(code).toLowerCase().charCodeAt(0),
);

/**
 * Words by their hash (FNV-1a), so that a word can be looked up without a copy of it. Two words of one hash share
 * what is known of either: a look-up may find too much and never too little.
 */
export class WordTable {
  readonly seed: number = 0x811c9dc5 | 0;
  readonly #hashes = new Int32Array(SLOTS);
  readonly #marks: (Marks | null)[] = Array.from({ length: SLOTS }, () => null);

  constructor(words: ReadonlyMap<string, Marks>) {
    for (const [word, marks] of words) {
      let hash = this.seed;
      for (let at = 0; at < word.length; at++) hash = this.stirred(hash, word.charCodeAt(at));
      const slot = this.#slotOf(hash);
      const there = this.#marks[slot] ?? null;
      this.#hashes[slot] = hash;
      this.#marks[slot] = there === null ? marks : both(there, marks);
    }
  }

  /** The hash of a word with one more character, capitals as small letters. */
  stirred(hash: number, code: number): number {
    return Math.imul(hash ^ (code < 128 ? (LOWER[code] as number) : code), PRIME);
  }

  find(hash: number): Marks | null {
    return this.#marks[this.#slotOf(hash)] ?? null;
  }

  /** Where the hash is, or would be. */
  #slotOf(hash: number): number {
    let slot = hash & (SLOTS - 1);
    while (this.#marks[slot] !== null && this.#hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }
}

function both(one: Marks, other: Marks): Marks {
  const after = new Map([...(one.after ?? []), ...(other.after ?? [])]);
  return {
    classes: [...one.classes, ...other.classes],
    cues: one.cues | other.cues,
    after: after.size === 0 ? null : after,
  };
}
