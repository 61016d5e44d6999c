import { z } from 'zod';
import { ToolRule } from '../policy/policy.ts';

/** One line of the audit file of `toolwarden gateway`, as published. It names arguments and never holds what was in them. */
export const AuditLine = z.strictObject({
  time: z.string().describe('ISO 8601, UTC'),
  tool: z.string().nullable().describe('null for what is no call of a tool'),
  argumentKeys: z.array(z.string()).describe('names of the top-level arguments, sorted'),
  decision: z.enum(['allow', 'deny', 'hide', 'policy-loaded', 'policy-rejected']),
  rule: z
    .string()
    .nullable()
    .describe(
      'JSON Pointer of what denied: into the policy, or, from "/ask" on and for limits on approved calls, into the record beside it; in parentheses what denied in their place; null when nothing did. The answer to the call has the same under _meta["toolwarden/rule"]',
    ),
  consent: z
    .enum(['accept', 'decline', 'timeout', 'unable'])
    .optional()
    .describe('what came of asking a person, where one was asked; unable: the client offers no way to ask'),
  id: z.union([z.string(), z.number()]).nullable().describe('id of the request in its session'),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** The record that `toolwarden gateway --ask` reads: the policy has no word for asking. */
export const Approvals = z
  .strictObject({
    version: z.literal('1'),
    ask: z
      .array(z.string().min(1))
      .describe('tools of which a person approves each call that the policy would let pass'),
    tools: z
      .record(z.string(), ToolRule)
      .optional()
      .describe(
        'by tool under "ask": the rule for calls that a person approved, in place of the one in the policy. What the policy lets pass then passes unasked, and what it hides stays hidden',
      ),
  })
  .superRefine(({ ask, tools = {} }, context) => {
    for (const tool of Object.keys(tools).filter((name) => !ask.includes(name)))
      context.addIssue({ code: 'custom', path: ['tools', tool], message: 'is not under "ask"' });
  });
export type Approvals = z.infer<typeof Approvals>;
