import { z } from 'zod';

/** What an attacker is after at that point, in the order in which a whole attack goes. */
export const TACTICS = {
  entry: 'Getting in',
  supply: 'Coming with the server',
  run: 'Running code',
  collect: 'Reaching data',
  exfiltrate: 'Carrying it out',
  persist: 'Staying',
  harm: 'Doing harm',
} as const;
export type Tactic = keyof typeof TACTICS;

/** Where the preconditions meet: in one tool, in the tools of one server, or in all tools of one agent. */
export const SCOPES = { tool: 'one tool', server: 'one server', stack: 'all tools of an agent' } as const;
export type Scope = keyof typeof SCOPES;

const Id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens');
const Sentence = z.string().min(20).max(400);
const Terms = z.array(z.string()).min(1);
const ToolId = z.string().regex(/^[^/]+\/.+$/, 'write server/tool');

/**
 * A closed expression over effects, flags, signals and facts: each term an atom, or several that have to hold together
 * (`effect:x with signal:y`). Lists that are left out ask for nothing.
 */
const predicate = {
  all: Terms.optional(),
  /** At least one of these. */
  any: Terms.optional(),
  none: Terms.optional(),
};
export const Predicate = z.strictObject(predicate);
export type Predicate = z.infer<typeof Predicate>;

/** One role in a pattern of several tools; `as` completes "one tool …". */
const Part = z.strictObject({ as: z.string().min(5).max(120), ...predicate });
export type Part = z.infer<typeof Part>;

/** Exactly one of: a predicate, `everyTool` with the reason why all meet it, or `parts` that several tools play. */
const When = z.strictObject({
  ...predicate,
  everyTool: Sentence.optional(),
  parts: z.array(Part).min(2).optional(),
});

/** What a policy for a tool that meets the pattern is, never laxer than what is recommended for the tool anyway. */
const Blunts = z.strictObject({
  /** At least this strict; left out where the recommended decision stands. */
  decision: z.enum(['ask', 'deny', 'hide']).optional(),
  /** The calls that pass at most. */
  limit: z.strictObject({ max: z.int().min(1), window: z.enum(['minute', 'hour', 'day']) }).optional(),
  /** Kinds of arguments to bound where calls pass, each with a placeholder to replace. */
  bound: z
    .array(z.enum(['path', 'url', 'recipient', 'amount']))
    .min(1)
    .optional(),
  /** Which part of a pattern of several tools to bear on, counted from 1. */
  part: z.int().min(1).optional(),
  /** Completes "because …". */
  because: z.string().min(10).max(200),
  /** What no policy of a tool can do, as sentences. */
  also: z.array(Sentence).optional(),
});
export type Blunts = z.infer<typeof Blunts>;

/** Frameworks whose ids a pattern may name; `frameworks.yaml` has their entries. */
export const FRAMEWORKS = ['owaspMcp', 'owaspLlm', 'owaspAgentic', 'atlas', 'safeMcp'] as const;
export type FrameworkId = (typeof FRAMEWORKS)[number];

/** Front matter of `catalog/attacks/<id>.md`. */
export const AttackPattern = z.strictObject({
  /** Equal to the file name; permanent. */
  id: Id,
  title: z.string().min(5).max(60),
  /** One sentence: what happens. It stands on the page of every tool that meets the pattern. */
  summary: z.string().min(20).max(170),
  tactic: z.enum(Object.keys(TACTICS) as [Tactic, ...Tactic[]]),
  scope: z.enum(Object.keys(SCOPES) as [Scope, ...Scope[]]),
  when: When,
  /** Why it may match over a tenth of all tools. */
  broad: Sentence.optional(),
  /** Why it is kept although no catalogued tool meets it. */
  rare: Sentence.optional(),
  /** A catalogued tool that meets it, and one that nearly does. */
  example: ToolId.optional(),
  nearMiss: z.strictObject({ tool: ToolId, why: Sentence }).optional(),
  /** Ids of `incidents.yaml`. */
  incidents: z.array(Id),
  frameworks: z.strictObject(
    Object.fromEntries(FRAMEWORKS.map((id) => [id, z.array(z.string()).min(1).optional()])) as Record<
      FrameworkId,
      z.ZodOptional<z.ZodArray<z.ZodString>>
    >,
  ),
  /** What to watch for, as sentences. */
  signs: z.array(Sentence).min(2),
  blunts: Blunts,
});
export type AttackPattern = z.infer<typeof AttackPattern>;
