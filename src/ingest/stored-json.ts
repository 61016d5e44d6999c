import { isObject, type JsonValue } from '../core/tool/json.ts';

/** The one way JSON is stored: keys sorted by code unit at every depth, arrays as they are, two spaces, one newline. */
export function storedJson(value: JsonValue): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  // `fromEntries` defines own properties, so that a key named __proto__ is stored like any other.
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] as JsonValue)]));
}
