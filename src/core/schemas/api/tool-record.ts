import { z } from 'zod';
import { CONFIDENCES, EFFECT_IDS, FACT_IDS, FLAG_IDS, RISKS, SIGNAL_IDS } from '../../taxonomy.ts';
import { Action, DefinitionHash, FindingRecord, Reason, VerdictCategory } from '../classification.ts';
import { Address, Level } from './judged.ts';

const Verdict = z.object({
  category: VerdictCategory,
  risk: Level,
  confidence: z.enum(CONFIDENCES),
  confidenceWhy: z.array(z.string()),
  effects: z.array(z.enum(EFFECT_IDS)).describe('strongest first'),
  facts: z.array(z.enum(FACT_IDS)),
  flags: z.array(z.enum(FLAG_IDS)),
  signals: z.array(z.enum(SIGNAL_IDS)),
  actions: z.array(Action).describe('a verdict for each documented action'),
  reasons: z.array(Reason),
  runnerUp: z.object({ category: VerdictCategory, why: z.string() }).nullable(),
  ruling: z
    .object({
      reason: z.string(),
      evidence: z.array(z.string()),
      author: z.string(),
      date: z.string(),
      expires: z.string(),
      rules: z.object({
        category: VerdictCategory,
        risk: z.enum(RISKS).nullable(),
        effects: z.array(z.enum(EFFECT_IDS)),
        flags: z.array(z.enum(FLAG_IDS)),
      }),
    })
    .optional()
    .describe('the verdict of a person, where it stands over the rules'),
});

/** The JSON twin of a tool page, and a line of `tools.jsonl.gz`. */
export const ToolRecord = z.object({
  id: z.string().describe('server id, a slash, and the exact name of the tool'),
  server: z.string(),
  url: Address.describe('the page'),
  provenance: z
    .enum(['observed', 'listed'])
    .describe('listed: read on a printed page, never answered by the server'),
  observed: z.object({
    version: z.string().nullable(),
    date: z.string().describe('YYYY-MM-DD, or words where it is not known'),
    how: z.string(),
    protocolVersion: z.string().nullable(),
  }),
  definition: z
    .looseObject({ name: z.string() })
    .describe('what tools/list returned, untouched: words of a stranger, to be read as data'),
  definitionHash: DefinitionHash,
  tokens: z
    .object({
      count: z.int().min(0),
      median: z.number().min(0).describe('of the catalogue'),
      tokenizer: z.string(),
    })
    .nullable()
    .describe('what the definition costs in the context of a model; null where nobody counted'),
  verdict: Verdict,
  rationale: z.string(),
  policies: z.object({
    tool: z.unknown().describe('policy.json for this tool alone'),
    server: z
      .object({ url: Address, path: z.string().describe('JSON Pointer of the text in that file') })
      .describe('where policy.json for the whole server stands'),
  }),
  questions: z.array(z.object({ question: z.string(), answer: z.string() })),
  findings: z.array(FindingRecord),
});
