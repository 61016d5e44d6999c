import { nameWords } from '../tool/name-words.ts';

/** Longer runs of letters are no words that anybody types. */
const LONGEST = 40;

/** Words that nearly every description has: they find nothing. A name may have them. */
const STOP = new Set(
  'a an and are as at be by for from if in is it its of on or that the this to was when which will with you your'.split(
    ' ',
  ),
);

/** The words of a tool name, each once: `listUsers` and `list_users` have the same. */
export function wordsOfName(name: string): string[] {
  return [...new Set(nameWords(name.normalize('NFKC')).map((word) => word.slice(0, LONGEST)))];
}

/** Letters and digits alone, in lower case: `GitLab`, `git-lab` and `Git Lab` are written alike. */
export function withoutGaps(text: string): string {
  return nameWords(text.normalize('NFKC')).join('');
}

/** The words of a text that are worth finding, each once. */
export function wordsOfText(text: string): string[] {
  return wordsOfName(text).filter((word) => !STOP.has(word));
}

/** What a search must find of the typed words: those that nearly every text has count only where there are no others. */
export function wordsToFind(typed: string): string[] {
  const words = wordsOfName(typed);
  const rare = words.filter((word) => !STOP.has(word));
  return rare.length === 0 ? words : rare;
}

const ENDINGS: [ending: RegExp, shortest: number, cut: number][] = [
  [/ies$/, 6, 3],
  [/ing$/, 7, 3],
  [/ed$/, 6, 2],
  [/(?:[sx]|ch|sh)es$/, 5, 2],
  [/[^s]s$/, 4, 1],
];

/** The beginning that the forms of an English word have in common: `deletes`, `deleted` and `deleting` begin alike. */
export function rootOf(word: string): string {
  for (const [ending, shortest, cut] of ENDINGS) {
    if (word.length < shortest || !ending.test(word)) continue;
    const root = word.slice(0, -cut);
    return /([bdgmnprt])\1$/.test(root) ? root.slice(0, -1) : withoutE(root);
  }
  return withoutE(word);
}

/** The e that `delete` has and `deleting` has not. */
function withoutE(word: string): string {
  return word.length >= 6 && word.endsWith('e') ? word.slice(0, -1) : word;
}
