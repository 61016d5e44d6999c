import { z } from 'zod';
import { CONFIDENCES, EFFECT_IDS, FLAG_IDS, RISKS } from '../../taxonomy.ts';
import { DefinitionHash, VerdictCategory } from '../classification.ts';

/** A date of the data; nothing here is the time of a build. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('YYYY-MM-DD');

/** Level of a tool. */
export const Level = z.enum(RISKS).nullable().describe('null: unrated, which is not low');

/** Root-relative address on the site that the file came from. */
export const Address = z.string().regex(/^\//).describe('root-relative address');

/** What is concluded of a tool, as lists of tools give it. */
export const Judged = z.object({
  id: z.string().describe('server id, a slash, and the exact name of the tool'),
  url: Address.describe('the whole record of the tool'),
  category: VerdictCategory,
  risk: Level,
  confidence: z.enum(CONFIDENCES),
  effects: z.array(z.enum(EFFECT_IDS)).describe('strongest first'),
  flags: z.array(z.enum(FLAG_IDS)),
  definitionHash: DefinitionHash,
});

/** `/api/v1/index.json`. */
export const ToolIndex = z.object({ version: z.literal('1'), tools: z.array(Judged) });
