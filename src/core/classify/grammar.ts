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
  /** Noun compounds that hold a verb: "pull request", "order book", "test case". */
  compounds: 'compounds',
  /** Parameters whose values are actions: "action", "operation", "mode". */
  actionParameters: 'action-parameters',
} as const;

export type Grammar = Record<keyof typeof GRAMMAR, number> & {
  /** Lists of verbs, those written inside rules included. */
  isVerb: (lexicon: number) => boolean;
  /** Lexicons of verbs: only what one of these holds is a verb at all. */
  isNamedVerb: (lexicon: number) => boolean;
};

/** Looks the grammar's lexicons up; the ids of those that are missing come back instead. */
export function grammarOf(
  vocabulary: Vocabulary,
  tests: Pick<Grammar, 'isVerb' | 'isNamedVerb'>,
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

/** The first hit of one lexicon that starts at a word. */
export function hitAt(hits: readonly Hit[], index: number, lexicon: number): Hit | undefined {
  let longest: Hit | undefined;
  for (const hit of hits)
    if (hit.from === index && hit.lexicon === lexicon && (longest === undefined || hit.to > longest.to))
      longest = hit;
  return longest;
}

/** All verb hits that start at a word; none inside a noun compound. */
export function verbsAt(hits: readonly Hit[], index: number, grammar: Grammar): Hit[] {
  if (hits.some((hit) => hit.lexicon === grammar.compounds && hit.from <= index && hit.to > index)) return [];
  const verbs = hits.filter((hit) => hit.from === index && grammar.isVerb(hit.lexicon));
  return verbs.some((hit) => grammar.isNamedVerb(hit.lexicon)) ? verbs : [];
}
