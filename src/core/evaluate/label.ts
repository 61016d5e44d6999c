import { z } from 'zod';
import { CATEGORIES, CONFIDENCES, FLAG_IDS, RISKS } from '../taxonomy.ts';

/** What an annotator may answer. */
export const LabelCategory = z.enum([...CATEGORIES, 'Unclear']);

/** One labelled tool, as an annotator judged it against the taxonomy; further keys are notes. */
export const Label = z.looseObject({
  /** Which tool, in the file of tools. */
  id: z.string().min(1),
  /** Whose tool it is; asked for only where labels are split by server. */
  server: z.string().optional(),
  category: LabelCategory,
  /** The annotator's second candidate; counts as right too where the label is arguable. */
  alt: LabelCategory.nullish(),
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

/** What a prediction says of its tool. */
export type Answer = Pick<Prediction, 'category' | 'risk' | 'confidence' | 'flags'>;
