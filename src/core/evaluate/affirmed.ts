import type { Definition } from '../tool/definition.ts';
import { isObject, type JsonValue } from '../tool/json.ts';

/** What a denial becomes when it is read past. */
const READ_PAST: readonly [RegExp, string][] = [
  [/\b(do|does|did|is|are|was|were|will|would|should|must|can|could)(?: not|n['’]t)\b/gi, '$1'],
  [/\bcannot\b/gi, 'can'],
  [/\b(?:can|won)['’]t\b/gi, 'can'],
  [/\bwithout\b/gi, 'and'],
  [/\b(?:not|never|no longer|no)\b ?/gi, ''],
];

const TEXTS = new Set(['title', 'description']);

/**
 * The definition with the negations taken out of its texts: "does not delete" becomes "does delete". Verdicts on it
 * show what telling a denial from an act is worth.
 */
export function affirmed(definition: Definition): Definition {
  return { ...(withTexts(definition) as Definition), name: definition.name };
}

function withTexts(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withTexts);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      TEXTS.has(key) && typeof inner === 'string' ? readPast(inner) : withTexts(inner),
    ]),
  );
}

function readPast(text: string): string {
  return READ_PAST.reduce((read, [pattern, instead]) => read.replaceAll(pattern, instead), text);
}
