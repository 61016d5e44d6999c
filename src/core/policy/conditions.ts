import { isObject, type JsonValue } from '../tool/json.ts';
import { argumentAt } from './argument.ts';
import { type Answer, equal, not, some, typeOf } from './equality.ts';
import { own } from './own.ts';
import { compiled } from './pattern.ts';

/**
 * Does a condition hold for these arguments? A missing argument fails every operator but `exists` with false. What
 * cannot be decided (another type than the operator compares, a way through no object, a broken condition) is
 * `undecided`, and both kinds of rule then deny. Takes any JSON and never throws.
 */
export function holds(condition: unknown, args: unknown): Answer {
  if (!isObject(condition) || Object.keys(condition).length !== 3) return 'undecided';
  const path = own(condition, 'path');
  const value = own(condition, 'value');
  if (typeof path !== 'string' || value === undefined) return 'undecided';
  const argument = argumentAt(path, args);
  if (argument.at === 'blocked') return 'undecided';
  const op = own(condition, 'op');
  if (op === 'exists') return exists(value, argument.at === 'missing' ? undefined : argument.value);
  const test = typeof op === 'string' && Object.hasOwn(TESTS, op) ? TESTS[op] : undefined;
  if (test === undefined) return 'undecided';
  return argument.at === 'missing' ? 'no' : test(value, argument.value);
}

type Test = (asked: JsonValue, given: JsonValue) => Answer;

const TESTS: Readonly<Record<string, Test>> = {
  eq: (asked, given) => equal(asked, given),
  neq: (asked, given) => not(equal(asked, given)),
  lt: compare((asked, given) => given < asked),
  lte: compare((asked, given) => given <= asked),
  gt: compare((asked, given) => given > asked),
  gte: compare((asked, given) => given >= asked),
  in: isIn,
  not_in: (asked, given) => not(isIn(asked, given)),
  regex: (asked, given) => {
    if (typeof asked !== 'string' || typeof given !== 'string') return 'undecided';
    return compiled(asked).search?.(given) ?? 'undecided';
  },
  contains: (asked, given) => {
    if (Array.isArray(given)) return some(given.map((member) => equal(asked, member)));
    if (typeof asked !== 'string' || typeof given !== 'string') return 'undecided';
    return given.includes(asked) ? 'yes' : 'no';
  },
};

/** Null is there and is nothing: no tool says which, so both answers deny. */
function exists(asked: JsonValue, given: JsonValue | undefined): Answer {
  if (typeof asked !== 'boolean' || given === null) return 'undecided';
  return asked === (given !== undefined) ? 'yes' : 'no';
}

function compare(test: (asked: number, given: number) => boolean): Test {
  return (asked, given) => {
    if (typeof asked !== 'number' || typeof given !== 'number') return 'undecided';
    if (!Number.isFinite(asked) || !Number.isFinite(given)) return 'undecided';
    return test(asked, given) ? 'yes' : 'no';
  };
}

/** Members of other types say nothing about a value of a type that the list foresees. */
function isIn(asked: JsonValue, given: JsonValue): Answer {
  if (!Array.isArray(asked)) return 'undecided';
  if (asked.length === 0) return 'no';
  const alike = asked.filter((member) => typeOf(member) === typeOf(given));
  return alike.length === 0 ? 'undecided' : some(alike.map((member) => equal(member, given)));
}
