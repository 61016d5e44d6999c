import { at } from './reading.ts';

interface Condition {
  path: string;
  op: string;
  value: unknown;
}

/** True where a condition holds for the arguments of a call, typed as JSON is. Throws on operators not written here. */
export function holds(condition: unknown, args: unknown, same = isSame): boolean {
  const { path, op, value } = condition as Condition;
  const [root, ...names] = path.split('.');
  if (root !== 'args' || names.length === 0) throw new Error(`the path ${path} names no argument`);
  const given = at(args, ...names);
  if (op === 'exists') return (given !== undefined) === value;
  if (given === undefined) return false;
  if (op === 'eq') return same(given, value);
  if (op === 'in' && Array.isArray(value)) return value.some((one) => same(given, one));
  throw new Error(`nothing is known of ${op}`);
}

function isSame(given: unknown, value: unknown): boolean {
  return given === value;
}
