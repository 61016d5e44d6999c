import type { Condition, PolicyRule } from '../policy/policy.ts';
import type { PolicyRecord } from './record.ts';

type Plain = string | boolean;

/** Argument rules of the kind that every language of rules can say: a top-level argument against texts or a boolean. */
export interface SimpleRules {
  /** The argument must be there and be one of these, which are of one type. */
  oneOf: { name: string; values: Plain[] }[];
  /** The argument must be absent, or of the type of this value and another one. */
  not: { name: string; value: Plain }[];
}

/** The argument rules of a record in that form; null when one of them is of another. */
export function simpleRules({ argumentRules: { require, deny_if } }: PolicyRecord): SimpleRules | null {
  const oneOf = require.flatMap(({ conditions }) => conditions).map(requiredOf);
  const not = deny_if.map(forbiddenOf);
  if (oneOf.includes(null) || not.includes(null)) return null;
  return { oneOf: oneOf.filter((one) => one !== null), not: not.filter((one) => one !== null) };
}

/** True when all rules of the record are simple. */
export function hasSimpleRules(record: PolicyRecord): boolean {
  return simpleRules(record) !== null;
}

function requiredOf(condition: Condition): SimpleRules['oneOf'][number] | null {
  const name = nameIn(condition.path);
  if (name === null) return null;
  if (condition.op === 'eq' && isPlain(condition.value)) return { name, values: [condition.value] };
  if (condition.op !== 'in') return null;
  const texts = condition.value.filter((value) => typeof value === 'string' && value.isWellFormed());
  return texts.length === condition.value.length && texts.length > 0
    ? { name, values: texts as string[] }
    : null;
}

/** Only a rule of one condition can be turned round. */
function forbiddenOf({ conditions }: PolicyRule): SimpleRules['not'][number] | null {
  const [condition, ...more] = conditions;
  if (condition === undefined || more.length > 0 || condition.op !== 'eq' || !isPlain(condition.value))
    return null;
  const name = nameIn(condition.path);
  return name === null ? null : { name, value: condition.value };
}

function nameIn(path: string): string | null {
  const [, name, ...deeper] = path.split('.');
  return name === undefined || deeper.length > 0 || !name.isWellFormed() ? null : name;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'boolean' || (typeof value === 'string' && value.isWellFormed());
}
