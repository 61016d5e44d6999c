import type { Reading } from './reading.ts';
import { NOTHING, type Sighting } from './sighting.ts';
import { fold } from './words/fold.ts';
import { latinLookalike } from './words/lookalikes.ts';
import { isInLexicon } from './words/vocabulary.ts';

const TAGS = /[\u{E0000}-\u{E007F}]+/gu;
/** England, Scotland and Wales are the flags that are spelled with tags. */
const FLAG_TAGS = /\u{1F3F4}[\u{E0061}-\u{E007A}]{2,6}\u{E007F}/gu;
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
const OVERRIDES = /[\u202d\u202e]/;
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/;
const ZERO_WIDTH =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: they are looked for one by one
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0100}-\u{e01ef}]/gu;
const SELECTOR_RUN = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{4}/u;
/** Joiners belong to emoji and to scripts whose letters change when they meet. */
const JOINED =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: they are looked for one by one
  /[\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}]\u200d|[\u0600-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af][\u200b-\u200f]|[\u200c-\u200f\u061c][\u0590-\u0dff]/gu;

/** What most texts beyond ASCII do not hold: dashes, quotation marks and letters are none of it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** TP-01 to TP-04: characters that a reader does not see and a model reads. */
export function hiddenText({ passage: { path, text }, beyond }: Reading): readonly Sighting[] {
  if (!beyond || !UNSEEN.test(text)) return NOTHING;
  const found: Sighting[] = [];
  const tags = text.replaceAll(FLAG_TAGS, '').match(TAGS);
  if (tags !== null) found.push(tagged(path, tags.join('')));
  const hidden = zeroWidth(path, text);
  if (hidden !== null) found.push(hidden);
  if (BIDI.test(text) && (OVERRIDES.test(text) || !RTL.test(text)))
    found.push({ id: 'TP-03', tier: 'hard', path, quote: around(text, text.search(BIDI)) });
  const control = text.replaceAll('\r\n', '\n ').search(CONTROLS);
  if (control >= 0) found.push({ id: 'TP-04', tier: 'hard', path, quote: around(text, control) });
  return found;
}

function tagged(path: string, tags: string): Sighting {
  const letters = Array.from(tags, (tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) & 0x7f));
  const spelled = letters.filter((letter) => letter >= ' ' && letter <= '~').join('');
  const says = `invisible tag characters${spelled === '' ? '' : ' that spell the words quoted'}`;
  return { id: 'TP-01', tier: 'hard', path, quote: spelled === '' ? tags.slice(0, 12) : spelled, says };
}

function zeroWidth(path: string, text: string): Sighting | null {
  const rest = text.replaceAll(JOINED, '').replace(/^\ufeff/, '');
  const all = rest.match(ZERO_WIDTH) ?? [];
  const run = SELECTOR_RUN.test(rest);
  if (all.length === 0 && !run) return null;
  const word = SPLIT_WORD.exec(rest)?.[0];
  const grave = run || word !== undefined || new Set(all).size >= 3 || all.length >= 8;
  const at = text.search(new RegExp(ZERO_WIDTH.source, 'u'));
  const found: Sighting = {
    id: 'TP-02',
    tier: grave ? 'soft' : 'note',
    path,
    quote: around(text, Math.max(0, at)),
  };
  if (word === undefined) return found;
  const read = fold(word).text.slice(0, LONGEST_WORD);
  return { ...found, says: `characters without width inside a word that reads "${read}"` };
}

/** A word with characters inside that a reader does not see: a rule, or a person, takes it for another word or for none. */
const SPLIT_WORD =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: they are looked for one by one
  /[A-Za-z]+(?:[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff]+[A-Za-z]+)+/;
const LONGEST_WORD = 30;

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 16), at + 16);
}

const MIXED = /(?=[\p{L}]*[a-z])(?=[\p{L}]*[\u0370-\u03ff\u0400-\u04ff\u0500-\u058f\ua4d0-\ua4ff])/iu;
const WORDS = /[\p{L}\p{M}]{3,40}/gu;

/**
 * TP-05 in a text: letters of another script that pass for Latin ones, within a word of Latin letters or as a whole word
 * of a Latin text that the lexicons know. A tool's name is looked at by itself.
 */
export function mixedWord({ passage: { path, text, place }, beyond }: Reading): readonly Sighting[] {
  if (!beyond || place === 'name' || !/[\u0370-\u058f\ua4d0-\ua4ff]/.test(text)) return NOTHING;
  const words = text.match(WORDS) ?? [];
  const isLatin = words.filter((word) => /^[a-z]+$/i.test(word)).length * 2 > words.length;
  for (const word of words) {
    const latin = disguised(word, isLatin);
    if (latin === null) continue;
    const says = `letters of another script in ${place === 'prose' ? 'a word' : 'a name'} that reads "${latin}"`;
    return [{ id: 'TP-05', tier: 'soft', path, quote: word, says }];
  }
  return NOTHING;
}

/** The Latin word that a word passes for; null for one that passes for none. */
function disguised(word: string, inLatinText: boolean): string | null {
  const isMixed = MIXED.test(word) && /[a-z]{2}/i.test(word);
  if (!isMixed && (!inLatinText || /[a-z]/i.test(word))) return null;
  const latin = latinLookalike(word.toLowerCase());
  if (latin === null || !/^[a-z]+$/.test(latin)) return null;
  return isMixed || isInLexicon(latin) ? latin : null;
}
