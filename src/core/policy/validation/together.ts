import type { JsonObject, JsonValue } from '../../tool/json.ts';
import { holds } from '../conditions.ts';
import { equal } from '../equality.ts';
import type { Condition } from '../policy.ts';
import type { Report } from './problem.ts';

/** Checks what the conditions of one rule mean together. All of them are sound by themselves. */
export function checkTogether(
  values: readonly unknown[],
  at: string,
  kindOfRule: 'require' | 'deny_if',
  report: Report,
): void {
  const conditions = values as readonly Condition[];
  const clash = clashIn(conditions);
  if (clash !== null) {
    const what = kindOfRule === 'require' ? 'so every call is denied' : 'so this denies nothing';
    const message = `No call meets ${clash.map(told).join(' and ')} at once, ${what}.`;
    const instead =
      kindOfRule === 'deny_if'
        ? 'Write one entry of "deny_if" for each: any of them denies.'
        : 'Keep one of them; to deny every call, write "deny_if": [{"conditions": []}].';
    report.error('never-holds', at, message, instead);
    return;
  }
  for (const [index, condition] of conditions.entries()) {
    const earlier = conditions.slice(0, index);
    const idle = earlier.find((other) => isImplied(other, condition) || isImplied(condition, other));
    if (idle === undefined) continue;
    const weaker = isImplied(condition, idle) ? condition : idle;
    const message = `${told(weaker)} adds nothing beside ${told(weaker === idle ? condition : idle)}.`;
    report.warning(
      'idle-condition',
      `${at}/${index}`,
      message,
      'Leave it out, or name the argument you meant.',
    );
  }
}

/** Conditions, two or more, that no arguments meet at once; null when none is seen. */
export function clashIn(conditions: readonly Condition[]): Condition[] | null {
  for (const path of new Set(conditions.map((condition) => condition.path))) {
    const here = conditions.filter((condition) => condition.path === path);
    const within = conditions.filter(
      (condition) => condition.path.startsWith(`${path}.`) && needsValue(condition),
    );
    const absent = here.find((condition) => condition.op === 'exists' && !condition.value);
    const present = [...here.filter(needsValue), ...within][0];
    if (absent !== undefined && present !== undefined) return [absent, present];
    const clash = clashAt(here.filter((condition) => condition.op !== 'exists'));
    if (clash !== null) return clash;
  }
  return null;
}

function needsValue(condition: Condition): boolean {
  return condition.op !== 'exists' || condition.value;
}

/** The conditions are all on one path. */
function clashAt(conditions: readonly Condition[]): Condition[] | null {
  const listed = conditions.find(({ op }) => op === 'eq' || op === 'in');
  if (listed !== undefined) {
    const candidates = listed.op === 'in' ? listed.value : [listed.value];
    const fits = (value: JsonValue, some: readonly Condition[]): boolean =>
      some.every((condition) => holds({ ...condition, path: 'args.x' }, { x: value }) === 'yes');
    if (candidates.some((value) => fits(value, conditions))) return null;
    const other = conditions.find((one) => one !== listed && !candidates.some((value) => fits(value, [one])));
    return other === undefined ? [...conditions] : [listed, other];
  }
  const number = conditions.find(isBound);
  const text = conditions.find(({ op }) => op === 'regex' || op === 'contains');
  if (number !== undefined && text !== undefined) return [number, text];
  return emptyRange(conditions.filter(isBound));
}

type Bound = Extract<Condition, { op: 'lt' | 'lte' | 'gt' | 'gte' }>;

function isBound(condition: Condition): condition is Bound {
  return ['lt', 'lte', 'gt', 'gte'].includes(condition.op);
}

function emptyRange(bounds: readonly Bound[]): Condition[] | null {
  for (const low of bounds.filter(({ op }) => op === 'gt' || op === 'gte')) {
    const high = bounds.find(
      ({ op, value }) =>
        (op === 'lt' || op === 'lte') &&
        (value < low.value || (value === low.value && !(op === 'lte' && low.op === 'gte'))),
    );
    if (high !== undefined) return [low, high];
  }
  return null;
}

/** True when every call that meets `by` meets `condition`: the same, a bound that reaches less far, or a longer list. */
export function isImplied(condition: Condition, by: Condition): boolean {
  if (condition.path !== by.path) return false;
  if (condition.op === by.op && equal(condition.value as JsonValue, by.value as JsonValue) === 'yes')
    return true;
  if (condition.op === 'exists') return condition.value && needsValue(by);
  if (condition.op === 'in' && (by.op === 'eq' || by.op === 'in'))
    return isWithin(by.op === 'in' ? by.value : [by.value], condition.value);
  if (!isBound(condition) || !isBound(by) || condition.op[0] !== by.op[0]) return false;
  if (condition.value === by.value) return condition.op.length >= by.op.length;
  return condition.op[0] === 'g' ? by.value > condition.value : by.value < condition.value;
}

/** A list of more types than one is sure of values that the other leaves undecided. */
function isWithin(values: readonly JsonValue[], list: readonly JsonValue[]): boolean {
  const types = new Set([...values, ...list].map((value) => typeof value));
  return types.size === 1 && values.every((value) => list.some((one) => equal(one, value) === 'yes'));
}

/** A condition as a person would say it: `args.amount gt 100`. */
export function told({ path, op, value }: Condition): string {
  return `${path} ${op} ${JSON.stringify(value as JsonValue | JsonObject).slice(0, 60)}`;
}
