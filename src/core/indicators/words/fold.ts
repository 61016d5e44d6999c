/** A copy of a text in which disguises are taken off, with the way back to the text itself. */
export interface Folded {
  /** Lower case, compatibility forms resolved, accents and invisible characters removed. */
  text: string;
  /** Offset in the original of a unit of the copy. */
  back(offset: number): number;
}

const DISGUISED = /[^\n\t -~]/;
const RUN = /[^\n\t -~]+/g;
const INVISIBLE = /^[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]$/u;
const MARK = /[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]/g;

/** Folds a text so that words compare equal however they are dressed. Linear in the text. */
export function fold(text: string): Folded {
  if (!DISGUISED.test(text)) return { text: text.toLowerCase(), back: (offset) => offset };
  const plain = new Folding();
  let at = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    plain.add(text.slice(at, index).toLowerCase(), at);
    let place = index;
    for (const character of run) {
      plain.add(plainForm(character), place);
      place += character.length;
    }
    at = place;
  }
  plain.add(text.slice(at).toLowerCase(), at);
  return { text: plain.text, back: (offset) => plain.back(offset) };
}

/** The copy as it grows. From each noted place on, its units stand one for one for those of the original. */
class Folding {
  text = '';
  readonly #copied: number[] = [0];
  readonly #origin: number[] = [0];

  add(plain: string, origin: number): void {
    this.#note(origin);
    this.text += plain;
  }

  #note(origin: number): void {
    const last = this.#copied.length - 1;
    const [copied, from, begun] = [this.text.length, this.#copied[last] ?? 0, this.#origin[last] ?? 0];
    if (begun + copied - from === origin) return;
    if (from === copied) this.#origin[last] = origin;
    else {
      this.#copied.push(copied);
      this.#origin.push(origin);
    }
  }

  back(offset: number): number {
    let [low, high] = [0, this.#copied.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#copied[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const origin = this.#origin[low] ?? 0;
    const longest = (this.#origin[low + 1] ?? Number.POSITIVE_INFINITY) - origin - 1;
    return origin + Math.min(offset - (this.#copied[low] ?? 0), Math.max(0, longest));
  }
}

function plainForm(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return ' ';
  if (INVISIBLE.test(character)) return '';
  // Ideographs and kana keep their form: taking their marks off would change the letter.
  if (code >= 0x2e80 && code < 0xd800) return character;
  return character.normalize('NFKD').replace(MARK, '').toLowerCase();
}
