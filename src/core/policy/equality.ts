import { isObject, type JsonValue } from '../tool/json.ts';

/** `undecided`: the two have different types or are beyond exact numbers, and a tool may well take one for the other. */
export type Answer = 'yes' | 'no' | 'undecided';

/** Deeper values are not compared: no text of a stranger may exhaust the stack. */
const MAX_DEPTH = 64;

/**
 * Are these the same JSON value? Numbers by value, objects whatever the order of their keys. Values of different types
 * are undecided, because a tool may read "true" as true and "1e3" as 1000; null alone is told apart from everything,
 * where a policy asks for it. Never throws.
 */
export function equal(asked: JsonValue, given: JsonValue, depth = 0): Answer {
  if (depth > MAX_DEPTH) return 'undecided';
  if (asked === null) return given === null ? 'yes' : 'no';
  if (typeOf(asked) !== typeOf(given)) return 'undecided';
  if (Array.isArray(asked) && Array.isArray(given)) return equalLists(asked, given, depth);
  if (isObject(asked) && isObject(given)) return equalObjects(asked, given, depth);
  if (!isExact(asked) || !isExact(given)) return 'undecided';
  return asked === given ? 'yes' : 'no';
}

/** JSON type of a value, as policies tell them apart. */
export function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Integers beyond 2^53 and infinities have lost digits on their way in. */
function isExact(value: JsonValue): boolean {
  if (typeof value !== 'number') return true;
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

function equalLists(asked: JsonValue[], given: JsonValue[], depth: number): Answer {
  if (asked.length !== given.length) return 'no';
  return every(asked.map((value, index) => equal(value, given[index] ?? null, depth + 1)));
}

function equalObjects(
  asked: Record<string, JsonValue>,
  given: Record<string, JsonValue>,
  depth: number,
): Answer {
  const keys = Object.keys(asked);
  if (keys.length !== Object.keys(given).length) return 'no';
  if (!keys.every((key) => Object.hasOwn(given, key))) return 'no';
  return every(keys.map((key) => equal(asked[key] ?? null, given[key] ?? null, depth + 1)));
}

/** Yes when all are; no when one surely is not. */
export function every(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('undecided') ? 'undecided' : 'yes';
}

/** Yes when one surely is. */
export function some(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('undecided') ? 'undecided' : 'no';
}

export function not(answer: Answer): Answer {
  if (answer === 'undecided') return answer;
  return answer === 'yes' ? 'no' : 'yes';
}
