import { z } from 'zod';
import { AttackPattern } from '../../attacks/pattern.ts';
import { Incident } from '../../attacks/sources.ts';

const Line = AttackPattern.pick({
  id: true,
  title: true,
  summary: true,
  tactic: true,
  scope: true,
  when: true,
  frameworks: true,
  incidents: true,
}).extend({
  url: z.string().describe('Address of its page.'),
  counts: z.strictObject({
    tools: z.int().describe('Tools that meet it, or that play a part in it.'),
    servers: z.int().describe('Servers on which it can happen without another server.'),
  }),
});

/** `/api/v1/attacks.json`. */
export const AttackList = z.strictObject({
  version: z.literal('1'),
  tools: z.int().describe('Tools in the catalogue.'),
  attacks: z.array(Line),
});
export type AttackList = z.infer<typeof AttackList>;

const Prose = z.array(z.union([z.string(), z.array(z.string())])).describe('Paragraphs; lists as arrays.');

/** `/api/v1/attacks/<id>.json`. */
export const AttackRecord = Line.omit({ frameworks: true, incidents: true }).extend({
  version: z.literal('1'),
  reach: z.string(),
  body: z.strictObject({ mechanism: Prose, preconditions: Prose, response: Prose }),
  signs: AttackPattern.shape.signs,
  blunts: AttackPattern.shape.blunts,
  incidents: z.array(Incident.extend({ id: z.string() })),
  frameworks: z.array(
    z.strictObject({
      title: z.string(),
      url: z.string().nullable(),
      read: z.string(),
      ids: z.array(z.strictObject({ id: z.string(), title: z.string().nullable() })),
    }),
  ),
  tools: z
    .array(z.strictObject({ id: z.string(), url: z.string() }))
    .nullable()
    .describe('Every tool that meets it or plays a part; null where every tool does.'),
});
export type AttackRecord = z.infer<typeof AttackRecord>;

/** `/api/v1/attacks/navigator-layer.json`: of the layer format 4.5, what is used here. */
export const AttackLayer = z.strictObject({
  name: z.string(),
  versions: z.strictObject({ layer: z.literal('4.5'), navigator: z.string() }),
  domain: z.literal('atlas-atlas'),
  description: z.string(),
  techniques: z.array(
    z.strictObject({
      techniqueID: z.string(),
      score: z.int().describe('Tools that meet a pattern of the technique, each counted once.'),
      enabled: z.literal(true),
      showSubtechniques: z.literal(true),
      comment: z.string().describe('Titles of the patterns.'),
      links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
    }),
  ),
  gradient: z.strictObject({ colors: z.array(z.string()), minValue: z.int(), maxValue: z.int() }),
});
export type AttackLayer = z.infer<typeof AttackLayer>;
