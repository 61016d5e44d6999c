import { isObject, type JsonValue } from '../tool/json.ts';

/** An own key of an object; undefined where it has none, and of everything that is no object. */
export function own(value: unknown, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
