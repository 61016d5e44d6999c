import { z } from 'zod';

/** Who a guide is written for. */
export const READERS = ['everyone', 'agent-owner', 'reviewer', 'author'] as const;
export type Reader = (typeof READERS)[number];

/**
 * What a tool may show that makes a guide worth its reader's time, the most telling first: a tool page links the
 * guides that name one of them, in this order.
 */
export const FITS = [
  'contradicted-claims',
  'several-actions',
  'no-description',
  'unrated',
  'low-confidence',
  'untrusted',
  'person-asked',
  'no-claims',
  'high-risk',
  'every-tool',
] as const;
export type Fit = (typeof FITS)[number];

/** The front matter of `catalog/guides/<slug>.md`. */
export const GuideHead = z.strictObject({
  title: z.string().min(8).max(70),
  /** One sentence for the head of the page and for lists. */
  description: z.string().min(40).max(170),
  reader: z.enum(READERS),
  /** Place among the guides, from 1. */
  order: z.int().min(1).max(99),
  /** Tools whose page links the guide. */
  fits: z.array(z.enum(FITS)).default([]),
});
export type GuideHead = z.infer<typeof GuideHead>;

/** `catalog/glossary.yaml`: words that people wrote; those of the taxonomy are added from its tables. */
export const GlossaryFile = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        title: z.string().min(3).max(60),
        terms: z
          .array(
            z.strictObject({
              term: z.string().min(2).max(50),
              means: z.string().min(20).max(500),
              /** A page of this site that says more, from the root. */
              see: z.string().regex(/^\//, 'begin it with a slash').optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
export type GlossaryFile = z.infer<typeof GlossaryFile>;
