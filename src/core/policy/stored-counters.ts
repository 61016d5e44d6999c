import { z } from 'zod';

/**
 * The counts of one grant, by window and name of the counter, e.g. `minute:refunds`. Plain JSON, so that they can be
 * kept in a file; the file is the grant.
 */
export const Counters = z.record(
  z.string(),
  z.strictObject({
    window: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/, 'the start of a window, e.g. 2026-11-20T15:04:00Z')
      .describe('start of the window, in UTC'),
    count: z.int().min(0).describe('calls that it has seen'),
  }),
);
export type Counters = Readonly<z.infer<typeof Counters>>;
