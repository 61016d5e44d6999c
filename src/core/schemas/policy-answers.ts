import { z } from 'zod';
import { Counters } from '../policy/stored-counters.ts';

const Decision = z.enum(['allow', 'deny', 'hide']);
const RulePointer = z
  .string()
  .nullable()
  .describe(
    'JSON Pointer into the policy of what decided, "/default" for a tool that is not listed; null when allowed',
  );

/** The output of `toolwarden policy evaluate`, as published. */
export const PolicyDecision = z.strictObject({
  decision: Decision,
  message: z.string().nullable().describe('what the agent is told; null when allowed'),
  rule: RulePointer,
  counters: Counters.describe('by window and counter, to keep for the next call'),
});

export type PolicyDecision = z.infer<typeof PolicyDecision>;

/** The output of `toolwarden policy validate`, as published. */
export const PolicyCheck = z.strictObject({
  valid: z
    .boolean()
    .describe(
      'true when no problem is an error, here or in the record given with --ask, which standard error tells of',
    ),
  problems: z.array(
    z.strictObject({
      severity: z.enum(['error', 'warning']),
      code: z.string(),
      pointer: z.string().describe('JSON Pointer into the policy; empty for the whole'),
      line: z.int().min(1),
      column: z.int().min(1).describe('in UTF-16 code units'),
      message: z.string(),
      instead: z.string().describe('what to write instead'),
    }),
  ),
});

export type PolicyCheck = z.infer<typeof PolicyCheck>;

const Side = z.strictObject({ decision: Decision, rule: RulePointer });
const Change = z.strictObject({
  tool: z.string().nullable().describe('null: every tool that neither policy names'),
  calls: z.enum(['every', 'some']),
  because: z.string(),
  before: Side,
  after: Side,
  example: z.record(z.string(), z.json()).nullable().describe('arguments of one such call'),
});

/** The output of `toolwarden policy diff`, as published. */
export const PolicyDifference = z.strictObject({
  allowed: z.array(Change).describe('calls that were denied and now pass'),
  denied: z.array(Change).describe('calls that passed and are now denied'),
});
