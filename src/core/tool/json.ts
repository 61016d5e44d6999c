export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Appends one reference token to a JSON Pointer (RFC 6901, section 3). */
export function pointer(base: string, token: string | number): string {
  const text = String(token);
  return isPlain(text) ? `${base}/${text}` : `${base}/${text.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function isPlain(token: string): boolean {
  return !token.includes('~') && !token.includes('/');
}
