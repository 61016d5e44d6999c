import type { Strip } from './act.ts';
import type { Hit, Vocabulary } from './vocabulary.ts';

/** Lexicons the parser itself needs: closed classes of words that hold a sentence together. */
export const GRAMMAR = {
  /** What may stand before the main verb: "this tool", "use this to", "allows you to". */
  leadIns: 'lead-ins',
  /** Lead-ins that name the tool itself as the subject: "this tool", "it", "this operation". */
  subjects: 'subjects',
  /** Words that end an object: "from", "by", "matching". */
  prepositions: 'prepositions',
  /** Words that open a part of the sentence that says something else: "if", "before", "that". */
  subordinators: 'subordinators',
  negations: 'negations',
  /** Nouns that only count or collect what follows "of": "list of", "all of". */
  partitives: 'partitives',
  /** Verbs that only carry another: "confirm delete", "execute transfer". */
  lightVerbs: 'light-verbs',
  /** Verbs that hand their place to the verb in their object: "performs a search". */
  carriers: 'carriers',
  /** Noun compounds that hold a verb: "pull request", "order book", "test case". */
  compounds: 'compounds',
  /** Parameters whose values are actions: "action", "operation", "mode". */
  actionParameters: 'action-parameters',
  /** The same, where the word is the whole name: "mode", but no "retry-mode". */
  bareActionParameters: 'bare-action-parameters',
} as const;

export type Grammar = Record<keyof typeof GRAMMAR, number> & {
  /** Lists of verbs, those written inside rules included. */
  isVerb: (lexicon: number) => boolean;
  /** Lexicons of verbs: only what one of these holds is a verb at all. */
  isNamedVerb: (lexicon: number) => boolean;
  /** Lexicons of verbs that a text never uses of its tool in passing. */
  isGrave: (lexicon: number) => boolean;
};

/** Looks the grammar's lexicons up; the ids of those that are missing come back instead. */
export function grammarOf(
  vocabulary: Vocabulary,
  tests: Pick<Grammar, 'isVerb' | 'isNamedVerb' | 'isGrave'>,
): Grammar | string[] {
  const missing: string[] = [];
  const numbers = Object.entries(GRAMMAR).map(([key, id]) => {
    const number = vocabulary.numberOf(id);
    if (number === undefined) missing.push(id);
    return [key, number ?? -1] as const;
  });
  return missing.length > 0
    ? missing
    : { ...(Object.fromEntries(numbers) as Record<keyof typeof GRAMMAR, number>), ...tests };
}

/** The longest entry of one lexicon that starts at a word. */
export function hitAt(strip: Strip, index: number, lexicon: number): Hit | undefined {
  let longest: Hit | undefined;
  for (const hit of strip.at[index] ?? []) {
    if (hit.lexicon === lexicon && (longest === undefined || hit.length > longest.length)) longest = hit;
  }
  return longest;
}

/** Words of the longest of several entries found at one word. */
export function longest(hits: readonly Hit[]): number {
  return hits.reduce((most, { length }) => Math.max(most, length), 0);
}

/** Whether a strip ends with an entry of a lexicon. */
export function endsWith(strip: Strip, lexicon: number): boolean {
  const end = strip.words.length;
  for (let index = Math.max(0, end - 3); index < end; index++) {
    if (strip.at[index]?.some((hit) => hit.lexicon === lexicon && index + hit.length === end)) return true;
  }
  return false;
}

/** Whether a strip is an entry of a lexicon from end to end. */
export function isWhole(strip: Strip, lexicon: number): boolean {
  return strip.at[0]?.some((hit) => hit.lexicon === lexicon && hit.length === strip.words.length) ?? false;
}

/** All verb hits that start at a word; none inside a noun compound. */
export function verbsAt(strip: Strip, index: number, grammar: Grammar): Hit[] {
  const hits = strip.at[index];
  if (hits === undefined || !hits.some((hit) => grammar.isNamedVerb(hit.lexicon))) return [];
  for (let before = Math.max(0, index - 2); before <= index; before++) {
    const compound = hitAt(strip, before, grammar.compounds);
    if (compound !== undefined && before + compound.length > index) return [];
  }
  const tied = strip.words[index]?.tied === true;
  return hits.filter((hit) => grammar.isVerb(hit.lexicon) && (!tied || hit.length > 1));
}
