import type { Condition } from '../../core/policy/policy.ts';
import type { JsonValue } from '../../core/tool/json.ts';

export type Operator = Condition['op'];

export const OPERATORS: readonly (readonly [Operator, string])[] = [
  ['eq', 'is'],
  ['neq', 'is not'],
  ['in', 'is one of'],
  ['not_in', 'is none of'],
  ['lt', 'is under'],
  ['lte', 'is at most'],
  ['gt', 'is over'],
  ['gte', 'is at least'],
  ['contains', 'contains'],
  ['regex', 'matches the expression'],
  ['exists', 'is given'],
];

/** What stands in the box for the value of a condition: {@link valueIn} reads it back. */
export function textOfValue(op: Operator, value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (op === 'regex' || parsed(value) === undefined) return value;
  return JSON.stringify(value);
}

/**
 * The value that a person typed: JSON where it is JSON, else the text itself; a list may be written with commas.
 * What does not fit the operator is left for the validator to tell.
 */
export function valueIn(op: Operator, text: string): JsonValue {
  if (op === 'regex') return text;
  const value = parsed(text);
  if ((op === 'in' || op === 'not_in') && !Array.isArray(value)) {
    return text.split(',').map((part) => parsed(part) ?? part.trim());
  }
  return value === undefined ? text : value;
}

/** A condition whose value fits a newly chosen operator, as far as the old value lets it. */
export function withOperator(condition: Condition, op: Operator): Condition {
  const text = textOfValue(condition.op, condition.value as JsonValue);
  const value = op === 'exists' ? text !== 'false' : numeric(op) ? (numberIn(text) ?? 0) : valueIn(op, text);
  return { path: condition.path, op, value } as Condition;
}

function numeric(op: Operator): boolean {
  return op === 'lt' || op === 'lte' || op === 'gt' || op === 'gte';
}

function numberIn(text: string): number | null {
  const value = parsed(text);
  return typeof value === 'number' ? value : null;
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
