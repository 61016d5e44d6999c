import { isObject } from '../tool/json.ts';
import { own } from './own.ts';
import { compiled } from './pattern.ts';
import { isWindow } from './utc.ts';

/*
 * What a part of a policy must be so that it can be decided with. A policy that was validated is nothing else; of one
 * that was not, whatever is more, less or other than this denies what it would have governed.
 */

const RULE = new Set(['conditions', 'on_deny']);
const LIMIT = new Set(['counter', 'window', 'max', 'scope']);

/** An object without any other key. */
export function hasOnly(value: unknown, keys: ReadonlySet<string>): boolean {
  return isObject(value) && Object.keys(value).every((key) => keys.has(key));
}

/** An entry of `require` or `deny_if`. */
export function isRule(entry: unknown): boolean {
  const conditions = own(entry, 'conditions');
  const words = own(entry, 'on_deny');
  return (
    hasOnly(entry, RULE) &&
    Array.isArray(conditions) &&
    conditions.every(isCondition) &&
    (words === undefined || typeof words === 'string')
  );
}

/** An entry of `limits`. */
export function isLimit(limit: unknown): boolean {
  const counter = own(limit, 'counter');
  return (
    hasOnly(limit, LIMIT) &&
    isWindow(own(limit, 'window')) &&
    typeof counter === 'string' &&
    counter !== '' &&
    isCount(own(limit, 'max')) &&
    own(limit, 'scope') === 'grant'
  );
}

/** A number of calls. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isCondition(condition: unknown): boolean {
  const path = own(condition, 'path');
  const op = own(condition, 'op');
  const value = own(condition, 'value');
  if (!isObject(condition) || Object.keys(condition).length !== 3 || value === undefined) return false;
  if (typeof path !== 'string' || !/^args(?:\.[^.]+)+$/.test(path)) return false;
  return typeof op === 'string' && Object.hasOwn(VALUES, op) && VALUES[op]?.(value) === true;
}

type Fits = (value: unknown) => boolean;

const anyValue: Fits = () => true;

/** What each operator compares with. */
const VALUES: Readonly<Record<string, Fits>> = {
  eq: anyValue,
  neq: anyValue,
  contains: anyValue,
  lt: Number.isFinite,
  lte: Number.isFinite,
  gt: Number.isFinite,
  gte: Number.isFinite,
  in: Array.isArray,
  not_in: Array.isArray,
  exists: (value) => typeof value === 'boolean',
  regex: (value) => typeof value === 'string' && compiled(value).search !== null,
};
