/** A copy of a text in which disguises are taken off, with the way back to the text itself. */
export interface Folded {
  /** Lower case, compatibility forms resolved, accents and invisible characters removed. */
  text: string;
  /** Offset in the original of a unit of the copy. */
  back(offset: number): number;
}

const BEYOND_ASCII = /[^\0-\x7f]/;
const INVISIBLE = /^[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;
const MARK = /[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]/g;

/** Folds a text so that words compare equal however they are dressed. Linear in the text. */
export function fold(text: string): Folded {
  if (!BEYOND_ASCII.test(text)) return { text: text.toLowerCase(), back: (offset) => offset };
  const origins: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const plain = plainForm(character);
    for (let unit = 0; unit < plain.length; unit++) origins.push(at);
    folded += plain;
    at += character.length;
  }
  return { text: folded, back: (offset) => origins[offset] ?? text.length };
}

function plainForm(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code < 0x20 && code !== 10 && code !== 9 ? ' ' : character.toLowerCase();
  if (INVISIBLE.test(character)) return '';
  // Ideographs and kana keep their form: taking their marks off would change the letter.
  if (code >= 0x2e80 && code < 0xd800) return character;
  return character.normalize('NFKD').replace(MARK, '').toLowerCase();
}

/** Cyrillic, Greek and other letters that look like a Latin one. Source: Unicode confusables, the letters seen in attacks. */
const LOOKALIKES = new Map<string, string>(
  Object.entries({
    а: 'a',
    ԁ: 'd',
    е: 'e',
    һ: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    ӏ: 'l',
    м: 'm',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    с: 'c',
    т: 't',
    у: 'y',
    в: 'b',
    н: 'h',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
    г: 'r',
    п: 'n',
    α: 'a',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    γ: 'y',
    η: 'n',
    ѡ: 'w',
    ɡ: 'g',
    ı: 'i',
    ɑ: 'a',
    ո: 'n',
    օ: 'o',
    ս: 'u',
    ց: 'g',
    ɩ: 'i',
    ʏ: 'y',
    ℓ: 'l',
    ꓲ: 'i',
    ω: 'w',
  }),
);

/** The Latin word that a folded word looks like; null where it is Latin already or looks like none. */
export function latinLookalike(word: string): string | null {
  if (!BEYOND_ASCII.test(word)) return null;
  let skeleton = '';
  for (const character of word) {
    const plain = BEYOND_ASCII.test(character) ? LOOKALIKES.get(character) : character;
    if (plain === undefined) return null;
    skeleton += plain;
  }
  return skeleton;
}

const DIGITS: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
};

/** A word with the digits that stand for letters written as letters; the word itself where it has none. */
export function withoutDigits(word: string): string {
  return word.replace(/[0134578@$]/g, (digit) => DIGITS[digit] ?? digit);
}
