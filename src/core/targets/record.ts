import type { Span, Verdict } from '../classify/verdict.ts';
import type { PolicyRule, ToolRule } from '../policy/policy.ts';
import { limitOf, ON_DENY, type ToolAdvice } from '../recommend/advice.ts';
import type { Cap, Decision } from '../recommend/decision-table.ts';
import type { Definition } from '../tool/definition.ts';
import { definitionHash } from '../tool/hash.ts';

/** Rules over the arguments of a call, in the grammar of policy.json. A call inside meets every `require` and no `deny_if`. */
interface ArgumentRules {
  require: PolicyRule[];
  deny_if: PolicyRule[];
}

/**
 * What should happen to the calls of one tool, before any client or gateway is named: every rendering is made from
 * records alone. Without argument rules the decision holds for every call. With them a call inside the rules passes;
 * a call outside is denied where the decision is allow, and gets the decision where it is ask or deny. A hidden tool
 * has neither rules nor limit.
 */
export interface PolicyRecord {
  tool: string;
  decision: Decision;
  /** Cap on the calls that pass; null for none. */
  limit: Cap | null;
  argumentRules: ArgumentRules;
  /** Completes "because …". */
  reason: string;
  /** The words of the definition that show its effects. */
  evidence: Span[];
  definitionHash: string;
  /** True when one call can reach operations that the definition does not list, so that one rule covers them all. */
  router: boolean;
}

/** The record that says what the advice advises; `hash` is that of the definition, where it is known already. */
export function recordOf(
  definition: Definition,
  verdict: Verdict,
  advice: ToolAdvice,
  hash = definitionHash(definition),
): PolicyRecord {
  const { decision, rule, passes } = advice;
  const hasRules = decision === 'allow' || passes !== null;
  return {
    tool: definition.name,
    decision,
    limit: decision === 'hide' ? null : advice.limit,
    argumentRules: {
      require: hasRules ? (rule?.require ?? []) : [],
      deny_if: hasRules ? (rule?.deny_if ?? []) : [],
    },
    reason: advice.because,
    evidence: verdict.reasons.flatMap(({ emits, spans }) => ('effect' in emits ? spans : [])),
    definitionHash: hash,
    router: verdict.facts.includes('router') || verdict.effects.includes('run-arbitrary'),
  };
}

/** True when some calls are judged by their arguments. */
export function hasArgumentRules({ argumentRules: { require, deny_if } }: PolicyRecord): boolean {
  return require.length > 0 || deny_if.length > 0;
}

/** The rule of policy.json for a record; null exactly when the tool is hidden. */
export function toolRuleOf(record: PolicyRecord): ToolRule | null {
  const { tool, limit, argumentRules } = record;
  const decision = canHide(tool) || record.decision !== 'hide' ? record.decision : 'deny';
  if (decision === 'hide') return null;
  if (decision !== 'allow' && !hasArgumentRules(record))
    return { deny_if: [{ conditions: [], on_deny: ON_DENY[decision] }] };
  const { require, deny_if } = argumentRules;
  return {
    ...(require.length === 0 ? {} : { require }),
    ...(deny_if.length === 0 ? {} : { deny_if }),
    ...(limit === null ? {} : { limits: [limitOf(tool, limit)] }),
  };
}

/** In a policy "*" hides every tool, and no name is empty: such a tool can only be denied. */
export function canHide(tool: string): boolean {
  return tool !== '*' && tool !== '';
}
