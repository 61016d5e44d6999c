import { z } from 'zod';
import { EFFECT_IDS, FACT_IDS, FLAG_IDS, SIGNAL_IDS } from '../taxonomy.ts';

const Id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens');
const Sentence = z.string().min(10, 'write a whole sentence');

/** Words to look for: the id of a lexicon, or the words and phrases themselves. */
export const Words = z.union([Id, z.array(z.string().min(1)).min(1)]);
export type Words = z.infer<typeof Words>;

/** Where an act was read. */
const ACT_SOURCES = ['name', 'title', 'description', 'value'] as const;
export type ActSource = (typeof ACT_SOURCES)[number];

/** An act: a verb with what it acts on, all in one clause of the name, the text or a documented value. */
const ActCondition = z.strictObject({
  verb: Words.optional(),
  /** What the verb acts on, up to the first preposition. */
  object: Words.optional(),
  /** The head of the object: the last noun before the first preposition ("variable" in "project variable"). */
  head: Words.optional(),
  /** Anywhere in the clause behind the verb. */
  scope: Words.optional(),
  /** The clause must hold none of these words. */
  except: Words.optional(),
  source: z.array(z.enum(ACT_SOURCES)).min(1).optional(),
});

const ParameterCondition = z.strictObject({
  /** Words within the parameter's name. */
  name: Words.optional(),
  /** The parameter's whole name, split into words and joined by spaces. */
  whole: Words.optional(),
  /** Words within the parameter's description. */
  text: Words.optional(),
  /** Words within its documented values. */
  value: Words.optional(),
  /** A word of its JSON Schema type, such as `string`, `string[]`, `boolean`. */
  type: z.array(z.string().min(1)).min(1).optional(),
  /** The name must hold none of these words. */
  except: Words.optional(),
});

const CLAIMS = ['readOnlyHint', 'destructiveHint', 'openWorldHint'] as const;

const leaf = {
  act: ActCondition.optional(),
  parameter: ParameterCondition.optional(),
  /** Words anywhere in the name. */
  name: Words.optional(),
  /** Words or phrases anywhere in the description or title. */
  text: Words.optional(),
  /** Words or phrases that the description or title states: they stand there and are not denied. */
  says: Words.optional(),
  /** What the author's annotations state. */
  claim: z.partialRecord(z.enum(CLAIMS), z.boolean()).optional(),
  /** True when no act was read at all. */
  silent: z.literal(true).optional(),
};

const isOne = (condition: object): boolean => Object.keys(condition).length === 1;
const ONE_KEY = 'write exactly one key; combine several with `all` or `any`';

const Leaf = z.strictObject(leaf).refine(isOne, ONE_KEY);
const Second = z
  .strictObject({
    ...leaf,
    all: z.array(Leaf).min(2).optional(),
    any: z.array(Leaf).min(2).optional(),
  })
  .refine(isOne, ONE_KEY);

/** Exactly one key a condition; `all` and `any` nest at most three deep. */
export const Condition = z
  .strictObject({ ...leaf, all: z.array(Second).min(2).optional(), any: z.array(Second).min(2).optional() })
  .refine(isOne, ONE_KEY);

export interface Condition {
  act?: z.infer<typeof ActCondition> | undefined;
  parameter?: z.infer<typeof ParameterCondition> | undefined;
  name?: Words | undefined;
  says?: Words | undefined;
  text?: Words | undefined;
  claim?: Partial<Record<(typeof CLAIMS)[number], boolean>> | undefined;
  silent?: true | undefined;
  all?: Condition[] | undefined;
  any?: Condition[] | undefined;
}
export type ActCondition = z.infer<typeof ActCondition>;
export type ParameterCondition = z.infer<typeof ParameterCondition>;

const Emission = z.union([
  z.strictObject({ effect: z.enum(EFFECT_IDS) }),
  z.strictObject({ fact: z.enum(FACT_IDS) }),
  z.strictObject({ flag: z.enum(FLAG_IDS) }),
  z.strictObject({ signal: z.enum(SIGNAL_IDS) }),
]);

/** A rule finds one effect, fact, flag or signal; never a category or level. Its file is `<id>.rule.yaml`. */
export const Rule = z.strictObject({
  id: Id,
  emits: Emission,
  /** One sentence for the page: why what was matched means this. */
  why: Sentence,
  when: Condition,
  unless: Condition.optional(),
  /** A rule that may fire nowhere in the embedded catalogue says so. */
  rare: z.literal(true).optional(),
});
export interface Rule extends Omit<z.infer<typeof Rule>, 'when' | 'unless'> {
  when: Condition;
  unless?: Condition | undefined;
}

/** A named word list that rules share. Its file is `<id>.yaml`. */
export const Lexicon = z.strictObject({
  id: Id,
  /** Why these words belong together, in a sentence. */
  why: Sentence,
  /** How the words inflect: `verb` adds -s, -ed and -ing, `noun` adds the plural, `none` takes them as written. */
  inflect: z.enum(['verb', 'noun', 'none']),
  words: z.array(z.string().min(1)).min(1),
  /** Of verbs: those that are as often nouns ("order", "refund", "search") and yield to a clear verb. */
  nouns: z.array(z.string().min(1)).optional(),
  /** Of what a text can state: words that count only alone between breaks, or behind "is" or "are" said of `of`. */
  bare: z.array(z.string().min(1)).optional(),
  /** The lexicon of what bare words must be said of. */
  of: Id.optional(),
});
export type Lexicon = z.infer<typeof Lexicon>;

const CaseTool = z.looseObject({
  name: z.string().min(1),
  description: z.string().optional(),
  /** Short for an inputSchema: parameter names, or name: schema. */
  parameters: z.union([z.array(z.string()), z.record(z.string(), z.json())]).optional(),
});
const Case = z.strictObject({ note: z.string().min(5), tool: CaseTool });
export type Case = z.infer<typeof Case>;

/** Tools a rule must fire on, and near misses it must stay silent on. Its file is `<id>.cases.yaml`. */
export const Cases = z.strictObject({ fires: z.array(Case).min(2), silent: z.array(Case).min(2) });
export type Cases = z.infer<typeof Cases>;
