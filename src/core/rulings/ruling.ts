import { z } from 'zod';
import { CATEGORIES, EFFECT_IDS, FACT_IDS, FLAG_IDS, RISKS } from '../taxonomy.ts';

const Day = z.iso.date('write a day that exists as YYYY-MM-DD');

/**
 * `rulings/<server>/<slug>.yaml`: a person's verdict for one definition. It holds until it expires or the definition
 * changes, whichever comes first. Category and risk are stated for the reader; the effect table must agree.
 */
export const Ruling = z
  .strictObject({
    server: z.string().min(1),
    /** The name as the definition has it. */
    tool: z.string().min(1),
    /** Of the very definition that was read; as `toolwarden classify` prints it. */
    definitionHash: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'write sha256: and 64 hexadecimal digits'),
    verdict: z.strictObject({
      category: z.enum([...CATEGORIES, 'Unclassified']),
      risk: z.enum(RISKS).nullable(),
      /** What one successful call does; the effect table makes category and risk of it. */
      effects: z.array(z.enum(EFFECT_IDS)),
      /** In place of the facts that rules found. */
      facts: z.array(z.enum(FACT_IDS)).optional(),
      /** In place of the flags that rules found; flags that the effects imply need not be named. */
      flags: z.array(z.enum(FLAG_IDS)).optional(),
    }),
    /** Why the rules are wrong here: one sentence. */
    reason: z.string().min(20).max(400),
    /** Words of the definition, or https addresses. */
    evidence: z.array(z.string().min(1).max(400)).min(1),
    /** A role or a handle. */
    author: z.string().min(1).max(80),
    date: Day,
    expires: Day,
  })
  .refine(({ date, expires }) => date < expires, {
    path: ['expires'],
    message: 'write a date after the date of the ruling',
  });
export type Ruling = z.infer<typeof Ruling>;
