import { z } from 'zod';
import { CATEGORIES, CONFIDENCES, FLAG_IDS, RISKS } from '../taxonomy.ts';

const Category = z.enum([...CATEGORIES, 'Unclear']);

/** One labelled tool, as a person judged it against the taxonomy; further keys are notes. */
export const Label = z.looseObject({
  /** Which tool, in the file of tools. */
  id: z.string().min(1),
  category: Category,
  /** The annotator's second candidate; counts as right too where the label is arguable. */
  alt: Category.nullish(),
  confidence: z.enum(['sure', 'arguable']),
  risk: z.enum(RISKS),
  flags: z.array(z.enum(FLAG_IDS)),
});
export type Label = z.infer<typeof Label>;

/** What somebody's classifier said about one tool: a line of `toolwarden classify`, or as much of one as there is. */
export const Prediction = z.looseObject({
  id: z.string().min(1),
  category: z.enum([...CATEGORIES, 'Unclassified']),
  risk: z.enum(RISKS).nullable(),
  confidence: z.enum(CONFIDENCES).optional(),
  flags: z.array(z.enum(FLAG_IDS)).optional(),
});
export type Prediction = z.infer<typeof Prediction>;
