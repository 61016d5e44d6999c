import { isObject, type JsonObject, type JsonValue } from '../tool/json.ts';
import { folded } from './folded.ts';
import { own } from './own.ts';

/**
 * What stands at a path of the arguments. `missing`: no such key. `blocked`: the way leads through something that
 * is no object (a list, a text, null) or past a twin of a key, so nobody can tell what the tool would find there.
 */
export type Argument = { at: 'value'; value: JsonValue } | { at: 'missing' } | { at: 'blocked' };

/**
 * Looks a path such as `args.payment.amount` up. Dots descend into objects only, and only into keys of the value
 * itself, never into what JavaScript lends every object (`constructor`, `__proto__`). Never throws.
 */
export function argumentAt(path: string, args: unknown): Argument {
  const [root, ...keys] = path.split('.');
  if (root !== 'args' || keys.length === 0) return { at: 'blocked' };
  let value: unknown = args;
  for (const key of keys) {
    if (!isObject(value) || twinOf(key, value) !== undefined) return { at: 'blocked' };
    if (!Object.hasOwn(value, key) || value[key] === undefined) return { at: 'missing' };
    value = value[key];
  }
  return { at: 'value', value: value as JsonValue };
}

/** The first key on a path that a tool which ignores the case of letters would read as the one the path names. */
export function twinOnWay(path: string, args: unknown): string | undefined {
  let value: unknown = args;
  for (const key of path.split('.').slice(1)) {
    if (!isObject(value)) return undefined;
    const twin = twinOf(key, value);
    if (twin !== undefined) return twin;
    value = own(value, key);
  }
  return undefined;
}

function twinOf(key: string, object: JsonObject): string | undefined {
  return Object.keys(object).find(
    (other) => other.length === key.length && other !== key && folded(other) === folded(key),
  );
}
