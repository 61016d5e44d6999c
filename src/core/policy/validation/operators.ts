import { nearest } from './nearest.ts';

export const OPERATORS: readonly string[] = [
  'eq',
  'neq',
  'lt',
  'lte',
  'gt',
  'gte',
  'in',
  'not_in',
  'exists',
  'regex',
  'contains',
];

/** What other languages call them. */
const ALIASES: Readonly<Record<string, string>> = {
  '=': '"eq"',
  '==': '"eq"',
  '===': '"eq"',
  equals: '"eq"',
  is: '"eq"',
  '!=': '"neq"',
  '!==': '"neq"',
  '<>': '"neq"',
  ne: '"neq"',
  not: '"neq"',
  '<': '"lt"',
  '<=': '"lte"',
  le: '"lte"',
  max: '"lte"',
  '>': '"gt"',
  '>=': '"gte"',
  ge: '"gte"',
  min: '"gte"',
  one_of: '"in"',
  any_of: '"in"',
  nin: '"not_in"',
  none_of: '"not_in"',
  matches: '"regex"',
  match: '"regex"',
  like: '"regex"',
  pattern: '"regex"',
  glob: '"regex"',
  startswith: '"regex" with "^…"',
  starts_with: '"regex" with "^…"',
  prefix: '"regex" with "^…"',
  endswith: '"regex" with "…$"',
  ends_with: '"regex" with "…$"',
  suffix: '"regex" with "…$"',
  includes: '"contains"',
  has: '"contains"',
  present: '"exists" with true',
  defined: '"exists" with true',
  missing: '"exists" with false',
  absent: '"exists" with false',
  not_exists: '"exists" with false',
  not_contains: '"contains" in "deny_if"',
  not_regex: '"regex" in "deny_if"',
};

/** The operator that a word of another language, or a misspelt one, most likely means; in quotation marks, or null. */
export function meantOperator(word: string): string | null {
  const plain = word.trim().toLowerCase();
  if (Object.hasOwn(ALIASES, plain)) return ALIASES[plain] ?? null;
  const known = nearest(word, OPERATORS);
  return known === null ? null : `"${known}"`;
}
