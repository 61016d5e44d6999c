import type { Words } from './rule.ts';
import type { Span } from './verdict.ts';

/** Turns the words of a condition into the number of a lexicon; reports an unknown id and answers -1. */
export interface Resolve {
  (words: Words, inflect: 'verb' | 'noun' | 'none'): number;
  /** Entries of a lexicon: of several that must be present, the smallest is looked for. */
  sizeOf: (lexicon: number) => number;
  /** The words of a lexicon that count only alone or said of something, and the lexicon of what. */
  bareOf: (words: Words) => { bare: ReadonlySet<string>; of: number | null };
}

/** One requirement on an act or a parameter: the span that meets it, null when it is not met. */
export type Check<Subject> = (subject: Subject) => Span | null;

/** Spans of all checks, or null as soon as one is not met. */
export function meets<Subject>(subject: Subject, checks: readonly Check<Subject>[]): Span[] | null {
  let spans: Span[] | null = null;
  for (const check of checks) {
    const found = check(subject);
    if (found === null) return null;
    if (spans === null) spans = [found];
    else spans.push(found);
  }
  return spans ?? [];
}

/** The lexicon with the fewest entries, as the one to look for; null of none. */
export function rarest(lexicons: readonly number[], { sizeOf }: Resolve): number[] | null {
  const [first] = lexicons.toSorted((one, other) => sizeOf(one) - sizeOf(other));
  return first === undefined ? null : [first];
}

interface Requirements<Subject> {
  checks: Check<Subject>[];
  /** Lexicons that must all be present. */
  triggers: number[];
  require: (
    words: Words | undefined,
    inflect: 'verb' | 'noun' | 'none',
    check: (lexicon: number) => Check<Subject>,
  ) => void;
}

/** Collects what a condition asks for, key by key; a key that is not written asks for nothing. */
export function requirements<Subject>(resolve: Resolve): Requirements<Subject> {
  const checks: Check<Subject>[] = [];
  const triggers: number[] = [];
  return {
    checks,
    triggers,
    require: (words, inflect, check) => {
      if (words === undefined) return;
      const lexicon = resolve(words, inflect);
      triggers.push(lexicon);
      checks.push(check(lexicon));
    },
  };
}
