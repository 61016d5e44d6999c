import { z } from 'zod';

const Share = z.strictObject({ found: z.number().int(), of: z.number().int() });
const Halves = z.strictObject({ hard: Share, soft: Share });

/** What was measured once and cannot be measured from the repository alone. */
export const TechniqueRecord = z.strictObject({
  /** The blind set before any of it was read: its even lines, and its odd ones. */
  firstRun: z.strictObject({ date: z.iso.date(), read: Halves, unread: Halves }),
  /** Real definitions, which hold no real injection as far as is known. */
  corpus: z.strictObject({
    date: z.iso.date(),
    command: z.string(),
    definitions: z.number().int(),
    /** Definitions with at least one finding of the severity. */
    hard: z.number().int(),
    soft: z.number().int(),
    /** Definitions by indicator. */
    byIndicator: z.record(
      z.string(),
      z.strictObject({ hard: z.number().int(), soft: z.number().int(), note: z.number().int() }),
    ),
  }),
});
export type TechniqueRecord = z.infer<typeof TechniqueRecord>;
