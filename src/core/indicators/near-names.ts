import type { Finding } from '../finding.ts';
import { nameWords } from '../tool/name-words.ts';
import { fold } from './words/fold.ts';
import { latinLookalike, withoutDigits } from './words/lookalikes.ts';

/** Names of tools, and the servers that have them. */
export type Owners = ReadonlyMap<string, readonly string[]>;

/** For a name, the name that it can be taken for. */
export type NearNames = ReadonlyMap<string, string>;

/**
 * Names that a reader takes for another: equal but for letter case and separators on one server, equal but for letters
 * or digits that look alike, or one letter away from a known name in a word that no other name has. `list_user` beside
 * `list_users`, and `sendEmail` beside `send_email` on different servers, are ordinary and none of it.
 */
export function nearNamesOf(owners: Owners): NearNames {
  const near = new Map<string, string>();
  for (const names of Map.groupBy(owners.keys(), skeletonOf).values())
    if (names.length > 1) for (const [name, other] of mistaken(names, owners)) near.set(name, other);
  for (const [name, other] of misspelled(owners)) near.set(name, other);
  return near;
}

/** What two names that look alike have in common. */
function skeletonOf(name: string): string {
  const { text } = fold(name);
  return withoutDigits(latinLookalike(text) ?? text)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('l', 'i');
}

/** Of names that look alike, each with the first one that it is taken for. Linear in the names and their servers. */
function mistaken(names: readonly string[], owners: Owners): [string, string][] {
  const bare = names.map(bareOf);
  const other = bare.findIndex((one) => one !== bare[0]);
  const places = placesOf(names, bare, owners);
  return names.flatMap((name, at): [string, string][] => {
    const spelt = other < 0 || !LOOKS_ALIKE.test(name) ? [] : [bare[at] === bare[0] ? other : 0];
    const beside = (owners.get(name) ?? []).flatMap(
      (server) => places.get(placeOf(bare[at] ?? '', server)) ?? [],
    );
    const first = [...spelt, ...beside].reduce(
      (least, place) => (place !== at && place < least ? place : least),
      names.length,
    );
    const twin = names[first];
    return twin === undefined ? [] : [[name, twin]];
  });
}

const LOOKS_ALIKE = /[^\0-\x7f]|[a-z][0-9]|[0-9][a-z]/i;

/** The first two names of each server that are equal but for letter case and separators. */
function placesOf(names: readonly string[], bare: readonly string[], owners: Owners): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, name] of names.entries())
    for (const server of owners.get(name) ?? []) {
      const key = placeOf(bare[at] ?? '', server);
      const known = places.get(key);
      if (known === undefined) places.set(key, [at]);
      else if (known.length < 2) known.push(at);
    }
  return places;
}

function placeOf(bare: string, server: string): string {
  return `${bare} ${server}`;
}

function bareOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const SHORTEST = 5;

/** A word without each of its letters costs the square of its length; longer ones are no words. */
const LONGEST = 40;

/** Names with a word of their own that is one letter away from the word of another name, all else equal. */
function misspelled(owners: Owners): [string, string][] {
  const parted = new Map([...owners.keys()].map((name) => [name, nameWords(name)]));
  const counts = new Map<string, number>();
  for (const word of [...parted.values()].flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byWords = new Map([...parted].map(([name, words]) => [words.join(' '), name]));
  const isLong = (word: string): boolean => word.length >= SHORTEST && word.length <= LONGEST;
  const known = byCuts([...counts.keys()].filter((word) => isLong(word) && (counts.get(word) ?? 0) > 1));
  return [...parted].flatMap(([name, words]) => {
    const rare = words.findIndex((word) => isLong(word) && counts.get(word) === 1);
    const twins = neighbours(words[rare] ?? '', known).map((word) =>
      byWords.get(words.with(rare, word).join(' ')),
    );
    return twins.filter((twin) => twin !== undefined).map((twin): [string, string] => [name, twin]);
  });
}

/** Words by themselves and by themselves less one letter. */
function byCuts(words: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of words)
    for (const cut of [word, ...cutsOf(word)]) {
      const same = index.get(cut);
      if (same === undefined) index.set(cut, [word]);
      else same.push(word);
    }
  return index;
}

function cutsOf(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Known words that differ by a letter too much, too little, or by two that changed places; never by an ending. */
function neighbours(word: string, known: ReadonlyMap<string, readonly string[]>): string[] {
  const near = new Set([word, ...cutsOf(word)].flatMap((cut) => known.get(cut) ?? []));
  return [...near].filter((other) => isSlip(word, other));
}

function isSlip(word: string, other: string): boolean {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length === long.length)
    return (
      word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2)
    );
  return at > 0 && at < short.length - 1 && short.slice(at) === long.slice(at + 1);
}

/** A finding where a name can be taken for another; see `nearNamesOf`. `file` and `line` are left null. */
export function nearNameFindings(name: string, near: NearNames, owners: Owners): Finding[] {
  const other = near.get(name);
  if (other === undefined) return [];
  const servers = (owners.get(other) ?? []).slice(0, 3).join(', ');
  const message = `The name "${name}" can be taken for "${other}" (${servers}).`;
  const hint =
    'Give the tool a name that differs in a word, so that nobody approves one and calls the other.';
  const at = { file: null, line: null, path: '/name' } as const;
  return [{ code: 'near-identical-name', severity: 'warning', ...at, message, hint }];
}
