import type { ToolAdvice } from '../recommend/advice.ts';
import { argumentTemplates } from '../recommend/argument-templates.ts';
import type { Cap } from '../recommend/decision-table.ts';
import { STRICTNESS } from '../targets/plan.ts';
import type { PolicyRecord } from '../targets/record.ts';
import type { Blunts } from './pattern.ts';

const PER_DAY = { minute: 1440, hour: 24, day: 1 } as const;

/**
 * The record for a tool that meets a pattern: what is recommended for it, made as strict as blunting the pattern asks,
 * never laxer. Bounds on arguments are added where calls pass; their values are placeholders for the user's own.
 */
export function bluntedRecord(
  recommended: PolicyRecord,
  advice: Pick<ToolAdvice, 'levers'>,
  { decision, limit, bound = [], because }: Blunts,
): PolicyRecord {
  const isRaised =
    decision !== undefined && STRICTNESS.indexOf(decision) > STRICTNESS.indexOf(recommended.decision);
  const record = isRaised
    ? { ...recommended, decision, argumentRules: { require: [], deny_if: [] }, reason: because }
    : recommended;
  const passes = record.decision === 'allow' || record.argumentRules.require.length > 0;
  const bounds = argumentTemplates(advice).filter(({ kind }) => passes && bound.includes(kind));
  return {
    ...record,
    limit: record.decision === 'hide' ? null : fewer(record.limit, limit ?? null),
    argumentRules: {
      ...record.argumentRules,
      require: [...record.argumentRules.require, ...bounds.map(({ rule }) => rule)],
    },
  };
}

/**
 * The record for those who must let calls pass although the tool is blunted: inside the bounds on its arguments they
 * do, outside of them they do not. Null where nothing can be bounded, or is bounded already.
 */
export function boundedRecord(
  blunted: PolicyRecord,
  advice: Pick<ToolAdvice, 'levers'>,
  { bound = [] }: Blunts,
): PolicyRecord | null {
  const require = argumentTemplates(advice).flatMap(({ kind, rule }) => (bound.includes(kind) ? [rule] : []));
  if (require.length === 0 || blunted.argumentRules.require.length > 0) return null;
  const decision = blunted.decision === 'hide' ? 'deny' : blunted.decision;
  return { ...blunted, decision, argumentRules: { ...blunted.argumentRules, require } };
}

/** The cap that lets fewer calls through in a day. */
function fewer(one: Cap | null, other: Cap | null): Cap | null {
  if (one === null || other === null) return one ?? other;
  return one.max * PER_DAY[one.window] <= other.max * PER_DAY[other.window] ? one : other;
}
