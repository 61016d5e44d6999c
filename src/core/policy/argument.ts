import { isObject, type JsonValue } from '../tool/json.ts';

/**
 * What stands at a path of the arguments. `missing`: no such key. `blocked`: the way leads through something that
 * is no object (a list, a text, null), so nobody can tell what the tool would find there.
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
    if (!isObject(value)) return { at: 'blocked' };
    if (!Object.hasOwn(value, key) || value[key] === undefined) return { at: 'missing' };
    value = value[key];
  }
  return { at: 'value', value: value as JsonValue };
}
