import { isObject, type JsonObject, type JsonValue } from '../tool/json.ts';
import { own } from './own.ts';
import type { Condition, Policy } from './policy.ts';

/** Undefined stands for an argument that is left out. */
type Probe = JsonValue | undefined;

/** More combinations than this are tried two arguments at a time. */
const MAX_COMBINATIONS = 4096;

/**
 * Arguments that tell two policies apart, for one tool: for every argument that a condition of either names, each
 * value at, below and above its bounds, each listed value, another one, one of another type, and none; combined.
 */
export function probesFor(tool: string, policies: readonly Policy[]): JsonObject[] {
  const conditions = policies.flatMap((policy) => conditionsOf(policy, tool));
  const named = conditions.map(({ path }) => path);
  const paths = [...new Set(named.flatMap(withWay))].sort((a, b) => (a < b ? -1 : 1));
  const values = paths.map((path) => {
    const here = conditions.filter((condition) => condition.path === path).flatMap(valuesFor);
    return distinct(named.includes(path) ? here : [undefined, 'no object']);
  });
  return combinations(values).map((row) => argumentsWith(paths, row));
}

/** A path and what it leads through, which may be no object. */
function withWay(path: string): string[] {
  const keys = path.split('.');
  return keys
    .slice(2)
    .map((_, index) => keys.slice(0, index + 2).join('.'))
    .concat(path);
}

function conditionsOf(policy: Policy, tool: string): Condition[] {
  const tools = policy.tools ?? {};
  const rule = Object.hasOwn(tools, tool) ? tools[tool] : undefined;
  return [...(rule?.require ?? []), ...(rule?.deny_if ?? [])].flatMap(({ conditions }) => conditions);
}

function valuesFor(condition: Condition): Probe[] {
  switch (condition.op) {
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return [undefined, condition.value, condition.value - 1, condition.value + 1, String(condition.value)];
    case 'in':
    case 'not_in':
      return [undefined, ...condition.value, ...others(condition.value[0] ?? null)];
    case 'exists':
      return [undefined, 'x', null];
    case 'regex':
      return [undefined, ...literalsOf(condition.value), 'something else', 1];
    case 'contains':
      return [undefined, condition.value as JsonValue, [condition.value as JsonValue], 'something else', 1];
    default:
      return [undefined, condition.value as JsonValue, ...others(condition.value as JsonValue)];
  }
}

/** A value of the same type, and one of another. */
function others(value: JsonValue): Probe[] {
  if (typeof value === 'string') return [`${value}-other`, 1];
  if (typeof value === 'number') return [value + 1, String(value)];
  if (typeof value === 'boolean') return [!value, String(value)];
  return ['x', 1];
}

/** Texts that an expression may well match: its alternatives without what is no letter of theirs. */
function literalsOf(pattern: string): string[] {
  return pattern.split('|').map((part) =>
    part
      .replaceAll(/\(\?[a-z]*:?|\\[AbBzdDsSwW]|[{][^}]*[}]/g, '')
      .replaceAll(/\\(.)/g, '$1')
      .replaceAll(/[\^$()*+?]/g, ''),
  );
}

/** Every choice of one value a path; where that is too many, every pair beside each choice of equal rank. */
function combinations(values: readonly (readonly Probe[])[]): Probe[][] {
  const count = values.reduce((product, options) => product * options.length, 1);
  if (count <= MAX_COMBINATIONS) {
    return values.reduce<Probe[][]>(
      (rows, options) => rows.flatMap((row) => options.map((option) => [...row, option])),
      [[]],
    );
  }
  const longest = Math.max(...values.map((options) => options.length));
  const bases = Array.from({ length: longest }, (_, rank) =>
    values.map((options) => options[rank % options.length]),
  );
  return bases.flatMap((base) => values.flatMap((_, path) => varied(base, path, values)));
}

/** One base with one path, and each path after it, at every value. */
function varied(base: readonly Probe[], path: number, values: readonly (readonly Probe[])[]): Probe[][] {
  const rows = (values[path] ?? []).map((option) => base.with(path, option));
  const later = values.map((_, other) => other).filter((other) => other > path);
  return rows.flatMap((row) => [
    row,
    ...later.flatMap((other) => (values[other] ?? []).map((option) => row.with(other, option))),
  ]);
}

/** Where one path leads through another's value, the longer one replaces it. */
function argumentsWith(paths: readonly string[], row: readonly Probe[]): JsonObject {
  const root: JsonObject = {};
  for (const [index, path] of paths.entries()) {
    const value = row[index];
    if (value === undefined) continue;
    const keys = path.split('.').slice(1);
    const last = keys.pop() ?? '';
    let at = root;
    for (const key of keys) at = stepInto(at, key);
    define(at, last, value);
  }
  return root;
}

/** A copy: what is there may be a value of the policy itself. */
function stepInto(at: JsonObject, key: string): JsonObject {
  const there = own(at, key);
  const made: JsonObject = isObject(there) ? { ...there } : {};
  define(at, key, made);
  return made;
}

/** Defined, not assigned: a path may name `__proto__`. */
function define(at: JsonObject, key: string, value: JsonValue): void {
  Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
}

/** In an order that does not depend on which policy names a value first. */
function distinct(values: readonly Probe[]): Probe[] {
  const texts = new Map(values.map((value) => [JSON.stringify(value) ?? '', value]));
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
