import { at } from './reading.ts';

/** unsure: the types differ, and a tool may well take one for the other. */
export type Held = 'yes' | 'no' | 'unsure';

interface Condition {
  path: string;
  op: string;
  value: unknown;
}

/** Whether a condition holds for the arguments of a call. Throws on operators that are not written here. */
export function held(condition: unknown, args: unknown, same = compared): Held {
  const { path, op, value } = condition as Condition;
  const [root, ...names] = path.split('.');
  if (root !== 'args' || names.length === 0) throw new Error(`the path ${path} names no argument`);
  const given = at(args, ...names);
  if (op === 'exists') return (given !== undefined) === value ? 'yes' : 'no';
  if (given === undefined) return 'no';
  if (op === 'eq') return same(given, value);
  if (op !== 'in' || !Array.isArray(value)) throw new Error(`nothing is known of ${op}`);
  const answers = value.map((one) => same(given, one));
  return (['yes', 'no'] as const).find((answer) => answers.includes(answer)) ?? 'unsure';
}

function compared(given: unknown, value: unknown): Held {
  if (typeof given !== typeof value || typeof given === 'object') return 'unsure';
  return given === value ? 'yes' : 'no';
}
