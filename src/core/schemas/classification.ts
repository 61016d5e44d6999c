import { z } from 'zod';
import { SEVERITIES } from '../finding.ts';
import { CATEGORIES, CONFIDENCES, EFFECT_IDS, FACT_IDS, FLAG_IDS, RISKS, SIGNAL_IDS } from '../taxonomy.ts';

export const VerdictCategory = z.enum([...CATEGORIES, 'Unclassified']);

export const Reason = z.strictObject({
  rule: z.string().describe('id of the rule that fired'),
  why: z.string(),
  emits: z.union([
    z.strictObject({ effect: z.enum(EFFECT_IDS) }),
    z.strictObject({ fact: z.enum(FACT_IDS) }),
    z.strictObject({ flag: z.enum(FLAG_IDS) }),
    z.strictObject({ signal: z.enum(SIGNAL_IDS) }),
  ]),
  spans: z
    .array(
      z.strictObject({
        field: z
          .string()
          .describe('JSON Pointer into the tool object; of a property name, the key at its end'),
        start: z.int().min(0).describe('in UTF-16 code units'),
        end: z.int().min(0).describe('exclusive'),
      }),
    )
    .describe('the words that the rule fired on'),
});

export const FindingRecord = z.strictObject({
  code: z.string(),
  severity: z.enum(SEVERITIES),
  file: z.string().nullable(),
  line: z.int().min(1).nullable(),
  path: z.string().describe('JSON Pointer; empty for the whole value'),
  message: z.string(),
  hint: z.string(),
});

export const Action = z.strictObject({
  field: z.string().describe('JSON Pointer of the value'),
  value: z.string(),
  category: VerdictCategory,
  risk: z.enum(RISKS).nullable(),
  effects: z.array(z.enum(EFFECT_IDS)),
});

export const DefinitionHash = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .describe('SHA-256 over the RFC 8785 canonical JSON of the tool object');

/** One line of the output of `toolwarden classify`, as published. */
export const Classification = z.strictObject({
  id: z.union([z.string(), z.number()]).nullable(),
  server: z.string().nullable().describe('null when neither the input nor --server names one'),
  tool: z.string().describe('name of the tool'),
  category: VerdictCategory,
  risk: z.enum(RISKS).nullable().describe('null exactly when the category is Unclassified'),
  confidence: z.enum(CONFIDENCES),
  effects: z.array(z.enum(EFFECT_IDS)).describe('strongest first'),
  flags: z
    .array(z.enum(FLAG_IDS))
    .describe('those that the effects carry by their nature, and those that a reason emits'),
  signals: z.array(z.enum(SIGNAL_IDS)),
  actions: z
    .array(Action)
    .describe('a verdict for each documented action; the verdict of the tool is at least as strong'),
  reasons: z.array(Reason),
  runnerUp: z.strictObject({ category: VerdictCategory, why: z.string() }).nullable(),
  findings: z.array(FindingRecord),
  definitionHash: DefinitionHash,
});
export type Classification = z.infer<typeof Classification>;
