import type { PolicyRecord } from '../../src/core/targets/record.ts';
import { holds } from './matchers/conditions.ts';

type Arguments = Record<string, unknown>;

/** A call of a tool whose arguments are judged, and whether the record lets it pass. */
export interface JudgedCall {
  args: Arguments;
  isInside: boolean;
}

/** Calls around the edges of the argument rules of a record: each argument right, other, of another type and absent. */
export function callsAround(record: PolicyRecord): JudgedCall[] {
  const { require, deny_if } = record.argumentRules;
  const conditions = [...require, ...deny_if].flatMap((rule) => rule.conditions);
  const choices = new Map<string, unknown[]>();
  for (const condition of conditions) {
    const [, name = ''] = condition.path.split('.');
    const values = condition.op === 'in' ? condition.value : 'value' in condition ? [condition.value] : [];
    choices.set(name, [...new Set([...(choices.get(name) ?? []), ...values.flatMap(around)])]);
  }
  const isInside = (args: Arguments): boolean =>
    require.every((rule) => rule.conditions.every((one) => holds(one, args))) &&
    !deny_if.some((rule) => rule.conditions.every((one) => holds(one, args)));
  return combinations([...choices]).map((args) => ({ args, isInside: isInside(args) }));
}

function around(value: unknown): unknown[] {
  if (typeof value === 'boolean') return [value, !value];
  return [value, `${String(value)}x`, String(value).toUpperCase(), ''];
}

const ABSENT = Symbol('absent');

function combinations(choices: [string, unknown[]][]): Arguments[] {
  return choices.reduce<Arguments[]>(
    (calls, [name, values]) =>
      calls
        .flatMap((call) =>
          [...values, ABSENT].map((value) => (value === ABSENT ? call : { ...call, [name]: value })),
        )
        .slice(0, 400),
    [{}],
  );
}
