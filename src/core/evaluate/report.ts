import { z } from 'zod';
import { CATEGORIES, CONFIDENCES, FLAG_IDS } from '../taxonomy.ts';

const Share = z.number().min(0).max(1);
const Count = z.int().min(0);
const Interval = z.tuple([Share, Share]);
const Rates = z.strictObject({
  precision: Share,
  recall: Share,
  f1: Share,
  support: Count,
  intervals: z
    .strictObject({ precision: Interval, recall: Interval, f1: Interval })
    .describe('95% Wilson score intervals; of F1, that of hits / (hits + false + missed), transformed'),
});

/** The output of `toolwarden eval`, as published. Shares are rounded to four decimals. */
export const Report = z.strictObject({
  n: Count.describe('labelled tools that were scored; those labelled Unclear are not'),
  category: z.strictObject({
    macroF1: Share.describe('mean F1 of the five categories'),
    macroF1Labelled: Share.describe('the same over the categories that have labels'),
    accuracy: Share,
    unclassified: Count.describe('how many were left unclassified'),
    classes: z.record(z.enum(CATEGORIES), Rates),
    confusion: z
      .record(z.enum(CATEGORIES), z.record(z.enum([...CATEGORIES, 'Unclassified']), Count))
      .describe('labelled category, then category that was said'),
  }),
  risk: z.strictObject({
    accuracy: Share,
    tooLow: Share,
    tooHigh: Share,
    offByMore: Share.describe('off by more than one level; unrated counts as one below Low'),
    unrated: Count,
  }),
  flags: z.strictObject({ microF1: Share, classes: z.record(z.enum(FLAG_IDS), Rates) }),
  dangerous: z.strictObject({
    n: Count.describe('tools with either error'),
    calledRead: Count.describe('not Read, called Read'),
    calledLow: Count.describe('High or Critical, called Low'),
    ids: z.array(z.string()),
  }),
  calibration: z
    .record(
      z.enum(CONFIDENCES),
      z.strictObject({
        n: Count,
        share: Share.describe('of the tools that were scored'),
        right: Count,
        accuracy: Share,
        interval: Interval.describe('95% Wilson score interval of the accuracy'),
      }),
    )
    .describe('how often each confidence was right about the category'),
});
export type Report = z.infer<typeof Report>;

/** The same with `--halves`. */
export const HalvedReport = Report.extend({
  halves: z
    .strictObject({ tuning: Report, validation: Report })
    .optional()
    .describe(
      'the labels split by server: tuning where the first 32 bits of the SHA-256 of its name are even; only with --halves',
    ),
});
export type HalvedReport = z.infer<typeof HalvedReport>;
