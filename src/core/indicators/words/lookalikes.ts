const BEYOND_ASCII = /[^\0-\x7f]/;

/** Cyrillic, Greek and other letters, each before the Latin one it looks like. Source: Unicode confusables, the letters seen in attacks. */
const PAIRS =
  'аaԁdеeһhіiјjкkӏlмmоoрpԛqѕsсcтtуyвbнhѵvԝwхxгrпnαaεeιiκkνvοoρpτtυuχxγyηnѡwɡgıiɑaոnօoսuցgɩiʏyℓlꓲiωwьbƅbᴀaᴄcᴅdᴇeᴊjᴋkᴍmᴏoᴘpᴛtᴜuᴠvᴡwᴢz';
const LOOKALIKES = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index): [string, string] => [
    PAIRS.charAt(2 * index),
    PAIRS.charAt(2 * index + 1),
  ]),
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
