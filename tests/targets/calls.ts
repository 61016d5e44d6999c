import { decide } from '../../src/core/policy/decide.ts';
import type { Policy } from '../../src/core/policy/policy.ts';
import type { PolicyRecord } from '../../src/core/targets/record.ts';
import type { JsonObject, JsonValue } from '../../src/core/tool/json.ts';

/** A call of a tool whose arguments are judged, and whether the record lets it pass. */
export interface JudgedCall {
  args: JsonObject;
  isInside: boolean;
}

/**
 * Calls around the edges of the argument rules of a record: each argument right, other, absent, and of another type
 * where the target sees those. What is inside is decided by the reference of the policy language.
 */
export function callsAround(record: PolicyRecord, seesOtherTypes: boolean): JudgedCall[] {
  const { require, deny_if } = record.argumentRules;
  const policy: Policy = { version: '1', default: 'deny', tools: { call: { require, deny_if } } };
  const choices = new Map<string, JsonValue[]>();
  for (const condition of [...require, ...deny_if].flatMap((rule) => rule.conditions)) {
    const [, name = ''] = condition.path.split('.');
    const values = condition.op === 'in' ? condition.value : 'value' in condition ? [condition.value] : [];
    const near = values.flatMap((value) => [...beside(value), ...(seesOtherTypes ? retyped(value) : [])]);
    choices.set(name, [...new Set([...(choices.get(name) ?? []), ...near])]);
  }
  return combinations([...choices]).map((args) => ({
    args,
    isInside: decide(policy, { name: 'call', arguments: args }, {}, 0).decision === 'allow',
  }));
}

function beside(value: JsonValue): JsonValue[] {
  if (typeof value === 'boolean') return [value, !value];
  return [value, `${String(value)}x`, String(value).toUpperCase(), ''];
}

function retyped(value: JsonValue): JsonValue[] {
  return typeof value === 'string' ? [true, [value], null] : [String(value), 1, [value], null];
}

function combinations(choices: readonly [string, JsonValue[]][]): JsonObject[] {
  let calls: JsonObject[] = [{}];
  for (const [name, values] of choices) {
    const given = calls.flatMap((call) => values.map((value): JsonObject => ({ ...call, [name]: value })));
    calls = [...calls, ...given].slice(0, 400);
  }
  return calls;
}
