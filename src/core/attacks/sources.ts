import { z } from 'zod';
import { FRAMEWORKS, type FrameworkId } from './pattern.ts';

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}(?:-\d{2})?$/, 'write YYYY-MM-DD, or YYYY-MM where the day is not known');

/** Who vouches for an incident: the vendor, the researcher who found it, or two sources that do not quote each other. */
export const SUPPORTS = {
  vendor: 'told by the vendor',
  researcher: 'told by those who found it',
  'two-independent': 'told by two independent sources',
} as const;

/** A demonstration shows that it can be done; the other was done to somebody. */
export const KINDS = { demonstration: 'Demonstration', 'in-the-wild': 'Done in the wild' } as const;

export const Incident = z.strictObject({
  date: Day,
  title: z.string().min(5).max(90),
  kind: z.enum(['demonstration', 'in-the-wild']),
  what: z.string().min(20).max(400),
  support: z.enum(['vendor', 'researcher', 'two-independent']),
  sources: z
    .array(
      z.strictObject({
        url: z.url({ protocol: /^https$/ }),
        by: z.string().min(1),
        /** When it was read, as far as was written down. */
        read: Day,
      }),
    )
    .min(1),
});
export type Incident = z.infer<typeof Incident>;

/** `catalog/attacks/incidents.yaml`: by id. */
export const Incidents = z.record(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), Incident);
export type Incidents = z.infer<typeof Incidents>;

const Framework = z.strictObject({
  title: z.string().min(1),
  /** Null where no address was written down. */
  url: z.url({ protocol: /^https$/ }).nullable(),
  read: Day,
  /** Titles by id; null where only ids are known. */
  entries: z.record(z.string(), z.string().min(1).nullable()),
});

/** `catalog/attacks/frameworks.yaml`: ids and titles of others, and nothing else of them. */
export const Frameworks = z.strictObject(
  Object.fromEntries(FRAMEWORKS.map((id) => [id, Framework])) as Record<FrameworkId, typeof Framework>,
);
export type Frameworks = z.infer<typeof Frameworks>;
