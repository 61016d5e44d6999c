import { CUE_WORDS } from './cues.ts';
import { fold } from './fold.ts';
import { LEXICON, type WordClass } from './lexicon.ts';
import { latinLookalike, withoutDigits } from './lookalikes.ts';

/** Several words in a row that belong to classes together, looked up by the last of them. */
export interface Compound {
  before: readonly string[];
  classes: WordClass[];
}

/** What a glance learns of a word: its classes by number, the bits of its cues, and its classes as the end of a compound. */
export interface Marks {
  classes: readonly number[];
  cues: number;
  /** The classes of the compounds it may close, by the word before it. */
  after: ReadonlyMap<string, readonly number[]> | null;
}

const NAMES = Object.keys(LEXICON) as WordClass[];
const NUMBERS = new Map(NAMES.map((name, index) => [name, index]));

/** How many classes there are. */
export const CLASS_COUNT: number = NAMES.length;

export function numbersOf(classes: readonly WordClass[]): number[] {
  return [...new Set(classes)].map((name) => NUMBERS.get(name) ?? 0);
}

const SINGLE = new Map<string, WordClass[]>();
const COMPOUNDS = new Map<string, Compound[]>();
for (const name of NAMES) for (const entry of new Set(LEXICON[name].split(/\s+/))) enter(entry, name);

function enter(entry: string, name: WordClass): void {
  const parts = entry.split('_').map((part) => fold(part).text);
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) {
    SINGLE.set(last, [...(SINGLE.get(last) ?? []), name]);
    return;
  }
  const before = parts.slice(0, -1);
  const list = COMPOUNDS.get(last) ?? [];
  const same = list.find((one) => one.before.join(' ') === before.join(' '));
  if (same === undefined) COMPOUNDS.set(last, [...list, { before, classes: [name] }]);
  else same.classes.push(name);
}

/** The classes of a folded word, in letters of another script or with digits for letters if need be. */
export function classesOf(word: string): readonly WordClass[] | undefined {
  const known = SINGLE.get(word);
  return known ?? SINGLE.get(undisguised(word) ?? '');
}

/** Whether a word, as it stands, belongs to a class. */
export function isInLexicon(word: string): boolean {
  return SINGLE.has(word);
}

/** The compounds that end with a folded word. */
export function compoundsAt(word: string): readonly Compound[] {
  return COMPOUNDS.get(word) ?? [];
}

/** Null for a word that wears no disguise. */
export function undisguised(word: string): string | null {
  const skeleton = latinLookalike(word);
  if (skeleton !== null) return skeleton;
  return /[a-z][0-9@$]|[0-9@$][a-z]/.test(word) ? withoutDigits(word) : null;
}

/** Every word that a glance can learn something from. */
export function markedWords(): Map<string, Marks> {
  const words = new Set([...SINGLE.keys(), ...COMPOUNDS.keys(), ...CUE_WORDS.keys()]);
  return new Map(
    [...words].map((word): [string, Marks] => [
      word,
      { classes: numbersOf(SINGLE.get(word) ?? []), cues: CUE_WORDS.get(word) ?? 0, after: endingsOf(word) },
    ]),
  );
}

function endingsOf(word: string): Marks['after'] {
  const compounds = compoundsAt(word);
  if (compounds.length === 0) return null;
  const groups = Map.groupBy(compounds, ({ before }) => before.at(-1) ?? '');
  return new Map(
    [...groups].map(([last, list]) => [last, numbersOf(list.flatMap(({ classes }) => classes))]),
  );
}
