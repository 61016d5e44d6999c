/** Marks where a problem is told. */
export const HERE = '‸';

export const LIMIT = '"counter": "c", "window": "hour", "max": 5, "scope": "grant"';

/** A whole policy around what stands beside version and default, on lines of its own. */
export function framed(part: string, fallback = '"deny"'): string {
  return `{\n  "version": "1",\n  "default": ${fallback},\n  ${part}\n}\n`;
}

export function tool(rule: string): string {
  return framed(`"tools": {\n    "pay": ${rule}\n  }`);
}

export function denyIf(condition: string): string {
  return tool(`{"deny_if": [{"conditions": [\n${condition}\n]}]}`);
}

export function limit(text: string): string {
  return tool(`{"limits": [\n${text}\n]}`);
}

/** A policy with the place of its mistake marked, and what is told of it. */
export type Row = readonly [code: string, text: string, pointer: string, words: RegExp];

export const AT = '/tools/pay/deny_if/0/conditions/0';
export const LIMIT_AT = '/tools/pay/limits/0';
