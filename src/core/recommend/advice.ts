import type { Verdict } from '../classify/verdict.ts';
import type { Limit, PolicyRule, ToolRule } from '../policy/policy.ts';
import type { Definition } from '../tool/definition.ts';
import type { Parameter } from '../tool/parameters.ts';
import { actionException } from './action-exception.ts';
import { carriers, type Exception, previewException } from './argument-rules.ts';
import { type Cap, type Decision, decide, type Profile } from './decision-table.ts';
import { type Levers, leversOf } from './levers.ts';

/** What to do about one tool, and the rule of policy.json that comes nearest to it without being laxer. */
export interface ToolAdvice {
  tool: string;
  decision: Decision;
  /** Id of the row of the decision table; `hidden-by-finding` where a finding overrides it. */
  row: string;
  /** Completes "because …". */
  because: string;
  /** In the policy when calls pass; otherwise the cap to set when a person lifts the denial. */
  limit: Cap;
  /** True when the cap was lowered because one call takes many targets. */
  bulk: boolean;
  /** Names the calls that pass although the decision is not allow; null when none does. */
  passes: string | null;
  /** Null exactly when the tool is hidden. */
  rule: ToolRule | null;
  /** Top-level parameters that a person may want to bound, by what they take. */
  levers: Levers;
  /** Switches that the policy forbids to set, though the tool may be called. */
  forbidden: string[];
}

/** Stands for a row of the table where a finding outweighs what the tool does. */
const HIDDEN_ROW = 'hidden-by-finding';

/**
 * The advice for one tool: a function of effects, flags, facts, signals and parameters.
 * `reasonToHide` is set where a finding about the definition outweighs what the tool does; it completes "because …".
 */
export function recommend(
  definition: Definition,
  verdict: Verdict,
  parameters: readonly Parameter[],
  reasonToHide: string | null = null,
  profile: Profile = 'interactive',
): ToolAdvice {
  const { row, decision: tabled, limit, bulk } = decide(verdict, profile);
  const wanted = reasonToHide === null ? tabled : 'hide';
  // In a policy "*" hides every tool, so a tool of that name can only be denied.
  const decision = wanted === 'hide' && definition.name === '*' ? 'deny' : wanted;
  const isBlocked = decision === 'ask' || decision === 'deny';
  const exception = isBlocked ? exceptionOf(definition, verdict, parameters) : null;
  const forbidden = decision === 'allow' || exception !== null ? switches(verdict, parameters) : [];
  return {
    tool: definition.name,
    decision,
    row: reasonToHide === null ? row.id : HIDDEN_ROW,
    because: reasonToHide ?? row.because,
    limit,
    bulk,
    passes: exception?.passes ?? null,
    rule: decision === 'hide' ? null : ruleOf(definition.name, decision, limit, exception, forbidden),
    levers: leversOf(definition.name, verdict, parameters),
    forbidden,
  };
}

/** What the same tool is advised where nobody can be asked. */
export function recommendUnattended(
  definition: Definition,
  verdict: Verdict,
  parameters: readonly Parameter[],
  { row, because }: Pick<ToolAdvice, 'row' | 'because'>,
): ToolAdvice {
  return recommend(definition, verdict, parameters, row === HIDDEN_ROW ? because : null, 'unattended');
}

/** What may pass of a tool that is not allowed as a whole: a dry run, or the mild values of its action list. */
function exceptionOf(
  { description }: Definition,
  verdict: Verdict,
  parameters: readonly Parameter[],
): Exception | null {
  const texts = [description, ...parameters.map((parameter) => parameter.description)];
  const strings = texts.filter((text) => typeof text === 'string');
  return previewException(verdict, parameters) ?? actionException(verdict, parameters, strings);
}

function switches(verdict: Verdict, parameters: readonly Parameter[]): string[] {
  return carriers('force', verdict, parameters)
    .filter((parameter) => parameter.type === 'boolean')
    .map((parameter) => parameter.name);
}

/** What the agent is told by a rule that denies every call. */
export const ON_DENY: Record<Exclude<Decision, 'allow' | 'hide'>, string> = {
  ask: 'A person must approve this. This policy cannot ask, so the call is denied: tell the person what you wanted to do.',
  deny: 'Blocked by policy. Do not retry: tell the person what you wanted to do.',
};

function ruleOf(
  tool: string,
  decision: Exclude<Decision, 'hide'>,
  cap: Cap,
  exception: Exception | null,
  forbidden: readonly string[],
): ToolRule {
  if (decision !== 'allow' && exception === null)
    return { deny_if: [{ conditions: [], on_deny: ON_DENY[decision] }] };
  const denials = forbidden.map(
    (name): PolicyRule => ({
      conditions: [{ path: `args.${name}`, op: 'eq', value: true }],
      on_deny: `Blocked by policy: ${name} must not be set to true.`,
    }),
  );
  const onDeny = decision === 'allow' ? '' : ON_DENY[decision];
  return {
    ...(exception === null ? {} : { require: [{ conditions: exception.conditions, on_deny: onDeny }] }),
    ...(denials.length === 0 ? {} : { deny_if: denials }),
    limits: [limitOf(tool, cap)],
  };
}

/** The counter is the whole tool name and the window: two tools of a server never share one. */
export function limitOf(tool: string, { max, window }: Cap): Limit {
  return { counter: `${tool}_per_${window}`, window, max, scope: 'grant' };
}
