import { isObject, type JsonObject, pointer } from '../../tool/json.ts';
import { FOREIGN_KEYS } from './foreign-keys.ts';
import { nearest } from './nearest.ts';
import type { Report } from './problem.ts';

/** What an object of the language is called and may hold; an example shows how it is written. */
export interface Shape {
  what: string;
  keys: readonly string[];
  example: string;
}

/** The value as an object, its unknown keys reported; null and a report when it is none. */
export function objectAt(value: unknown, at: string, shape: Shape, report: Report): JsonObject | null {
  if (!isObject(value)) {
    report.error(
      `${codeOf(shape)}-no-object`,
      at,
      `${shape.what} is an object, and this is ${kind(value)}.`,
      shape.example,
    );
    return null;
  }
  for (const key of Object.keys(value)) {
    if (!shape.keys.includes(key)) unknownKey(key, pointer(at, key), shape, report);
  }
  return value;
}

/** The value as a list; null and a report when it is none. */
export function listAt(value: unknown, at: string, shape: Shape, report: Report): unknown[] | null {
  if (Array.isArray(value)) return value;
  const message = `${shape.what} is a list, and this is ${kind(value)}.`;
  report.error(`${codeOf(shape)}-no-list`, at, message, shape.example);
  return null;
}

function unknownKey(key: string, at: string, shape: Shape, report: Report): void {
  const foreign = FOREIGN_KEYS.find((row) => row.keys.includes(key) && row.within.includes(shape.what));
  if (foreign !== undefined) {
    report.errorAtKey(foreign.code, at, foreign.message, foreign.instead);
    return;
  }
  const meant = nearest(key, shape.keys);
  const list = shape.keys.map((known) => `"${known}"`).join(', ');
  const instead = meant === null ? `${shape.what} knows ${list}.` : `Write "${meant}"; it knows ${list}.`;
  report.errorAtKey('unknown-key', at, `${shape.what} knows no key ${JSON.stringify(key)}.`, instead);
}

/** A value in words: "a text", "the number 1". */
export function kind(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 60))}`;
  return typeof value === 'number' ? `the number ${value}` : `${value}`;
}

function codeOf({ what }: Shape): string {
  return what
    .toLowerCase()
    .replaceAll(/^(?:a|an|the) /g, '')
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
