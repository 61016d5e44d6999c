import { z } from 'zod';

/**
 * policy.json, version "1": which tools of one server an agent may call, with which arguments, how often.
 * The first denial wins. `hide` takes a tool out of the list and denies it; `default` governs the tools that
 * `tools` does not name; `{}` under default "deny" allows a tool without conditions.
 */

const WINDOWS = ['minute', 'hour', 'day'] as const;
export type Window = (typeof WINDOWS)[number];

const Path = z
  .string()
  .regex(/^args(?:\.[^.]+)+$/, 'a path starts with "args." and names a field, e.g. args.amount')
  .describe('Argument to look at, e.g. args.amount; dots descend into objects.');

/** The eleven comparisons. A missing path fails every one of them except `exists` with false. */
export const Condition = z.discriminatedUnion('op', [
  z.strictObject({ path: Path, op: z.enum(['eq', 'neq', 'contains']), value: z.json() }),
  z.strictObject({ path: Path, op: z.enum(['lt', 'lte', 'gt', 'gte']), value: z.number() }),
  z.strictObject({ path: Path, op: z.enum(['in', 'not_in']), value: z.array(z.json()) }),
  z.strictObject({ path: Path, op: z.literal('exists'), value: z.boolean() }),
  z.strictObject({ path: Path, op: z.literal('regex'), value: z.string() }),
]);

const PolicyRule = z.strictObject({
  conditions: z.array(Condition).describe('All must hold. Empty holds always.'),
  on_deny: z.string().optional().describe('What the agent is told when the rule denies.'),
});

export const Limit = z.strictObject({
  counter: z.string().min(1).describe('Limits that name one counter share it.'),
  window: z.enum(WINDOWS),
  max: z.int().min(1),
  scope: z.literal('grant'),
});

export const ToolRule = z.strictObject({
  require: z.array(PolicyRule).optional().describe('Denies unless the conditions of every entry hold.'),
  deny_if: z.array(PolicyRule).optional().describe('Denies when the conditions of any entry hold.'),
  limits: z.array(Limit).optional(),
});

/** Unknown keys are errors: a misspelt key in a policy must never pass as a rule that does nothing. */
export const Policy = z.strictObject({
  version: z.literal('1'),
  default: z.enum(['allow', 'deny']).describe('Governs the tools that "tools" does not name.'),
  hide: z
    .array(z.string().min(1))
    .optional()
    .describe('Taken out of the list and denied; "*" hides everything.'),
  all_tools: z
    .strictObject({ limits: z.array(Limit) })
    .optional()
    .describe('Limits over every call.'),
  tools: z.record(z.string(), ToolRule).optional(),
});

export type Policy = z.infer<typeof Policy>;
export type ToolRule = z.infer<typeof ToolRule>;
export type PolicyRule = z.infer<typeof PolicyRule>;
export type Condition = z.infer<typeof Condition>;
export type Limit = z.infer<typeof Limit>;

/** The published JSON Schema of policy.json, generated from the schema that validates here. */
export function policyJsonSchema(): object {
  return { ...z.toJSONSchema(Policy, { io: 'input' }), title: 'policy.json, version 1' };
}
