import { z } from 'zod';
import { FLAG_IDS, RISKS } from '../taxonomy.ts';
import { LabelCategory } from './label.ts';

/** One line of a labelling pass: what it says of one tool of the catalogue, and of which definition. */
export const PassLabel = z
  .strictObject({
    server: z.string().min(1),
    tool: z.string().min(1),
    /** Of the definition that was read; a label of another definition is void. */
    definitionHash: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'write sha256: and 64 hexadecimal digits'),
    category: LabelCategory,
    alt: LabelCategory.nullable(),
    confidence: z.enum(['sure', 'arguable']),
    risk: z.enum(RISKS),
    flags: z.array(z.enum(FLAG_IDS)),
    note: z.string().optional(),
  })
  .refine(({ alt, confidence }) => confidence === 'sure' || alt !== null, {
    path: ['alt'],
    message: 'an arguable label names its second candidate',
  });
export type PassLabel = z.infer<typeof PassLabel>;

/** `frozen.yaml`: the servers whose labels no rule is tuned on. */
export const Frozen = z.strictObject({
  why: z.string().min(10),
  servers: z.array(z.string().min(1)).min(1),
  /** `server/tool` of those servers that were tuned on all the same. */
  except: z.array(z.string().regex(/^[^/]+\/.+$/, 'write server/tool')),
});
export type Frozen = z.infer<typeof Frozen>;

/** How a labelled tool is named: in findings, predictions and reports. */
export function labelId({ server, tool }: Pick<PassLabel, 'server' | 'tool'>): string {
  return `${server}/${tool}`;
}
