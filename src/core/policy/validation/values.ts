import type { JsonValue } from '../../tool/json.ts';
import { equal } from '../equality.ts';
import { compiled, MAX_PATTERN } from '../pattern.ts';
import { kind } from './keys.ts';
import { neverMatches } from './never-matches.ts';
import type { Report } from './problem.ts';

/** Checks the value that an operator compares with. */
export function checkValue(op: string, value: JsonValue | undefined, at: string, report: Report): void {
  if (value === undefined) return;
  if (holdsUnsafe(value)) {
    const message = 'This number has more digits than JSON numbers keep, so it cannot be compared exactly.';
    report.error('inexact-number', at, message, `Stay within ${Number.MAX_SAFE_INTEGER}, or compare a text.`);
  }
  CHECKS[op]?.(value, at, report);
}

type Check = (value: JsonValue, at: string, report: Report) => void;

const CHECKS: Readonly<Record<string, Check>> = {
  lt: checkNumber,
  lte: checkNumber,
  gt: checkNumber,
  gte: checkNumber,
  in: checkList,
  not_in: checkList,
  exists: checkExists,
  regex: checkRegex,
  contains: (value, at, report) => {
    if (value !== '') return;
    report.warning(
      'contains-nothing',
      at,
      'Every text contains the empty text.',
      'Write what it must contain.',
    );
  },
  eq: noListMeant,
  neq: noListMeant,
};

function checkNumber(value: JsonValue, at: string, report: Report): void {
  if (typeof value === 'number') return;
  const message = `This operator compares numbers, and this is ${kind(value)}.`;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (Number.isFinite(number)) {
    report.error('number-as-text', at, message, `Write ${number}, without quotation marks.`);
  } else report.error('compares-no-number', at, message, 'Write a number: 100.');
}

function checkList(value: JsonValue, at: string, report: Report): void {
  if (!Array.isArray(value)) {
    const message = `"in" and "not_in" compare with a list, and this is ${kind(value)}.`;
    report.error('in-no-list', at, message, `Write [${JSON.stringify(value)?.slice(0, 60)}].`);
    return;
  }
  if (value.length === 0) {
    const message = 'This list is empty: nothing is ever in it, and every argument is outside it.';
    report.error(
      'in-empty',
      at,
      message,
      'List the values; to deny every call, use "deny_if" with no conditions.',
    );
    return;
  }
  const again = value.findIndex((one, index) =>
    value.slice(0, index).some((other) => equal(other, one) === 'yes'),
  );
  if (again === -1) return;
  report.warning(
    'in-twice',
    `${at}/${again}`,
    `This value, ${kind(value[again])}, stands in the list twice.`,
    'Leave one of them out.',
  );
}

function checkExists(value: JsonValue, at: string, report: Report): void {
  if (typeof value === 'boolean') return;
  const message = `"exists" is asked with true or false, and this is ${kind(value)}.`;
  report.error(
    'exists-no-boolean',
    at,
    message,
    'Write true when the argument must be there, false when not.',
  );
}

function noListMeant(value: JsonValue, at: string, report: Report): void {
  if (!Array.isArray(value)) return;
  const message = 'This compares with the whole list, in its order.';
  report.warning('eq-list', at, message, 'Use "in" or "not_in" when one of these values is meant.');
}

/** What RE2 leaves out because it cannot be done in linear time, or spells otherwise. */
const OUTSIDE = /\(\?<?[=!]|\\[1-9]|\(\?>|[*+?}]\+|\\k</;

function checkRegex(value: JsonValue, at: string, report: Report): void {
  if (typeof value !== 'string') {
    report.error(
      'regex-no-text',
      at,
      `A regular expression is a text, and this is ${kind(value)}.`,
      'Write "^[a-z]+$".',
    );
    return;
  }
  if (value === '') {
    report.warning('regex-empty', at, 'The empty expression matches every text.', 'Write what must match.');
    return;
  }
  const { search, trouble } = compiled(value);
  if (search === null) {
    noPattern(value, trouble, at, report);
    return;
  }
  const delimited = /^\/(.+)\/([a-z]*)$/.exec(value);
  if (delimited !== null) {
    const flags = delimited[2] === '' ? '' : `(?${delimited[2]})`;
    const message = 'The slashes are part of this expression.';
    const tell = neverMatches(value) ? report.error : report.warning;
    tell('regex-slashes', at, message, `Write ${JSON.stringify(flags + (delimited[1] ?? ''))}.`);
    return;
  }
  if (neverMatches(value)) {
    const message =
      'No text matches this: something stands before "^" or after "$", or a class has no member.';
    const instead =
      'Begin with "^" and end with "$"; write "\\\\^" and "\\\\$" for the signs themselves, and a class that leaves something in.';
    report.error('regex-never-matches', at, message, instead);
    return;
  }
  if (/[^\\.\])}]\*$/.test(value) && !/[\^$\\[\](){}|+]/.test(value)) {
    report.warning(
      'regex-glob',
      at,
      'This looks like a file pattern; here * repeats what stands before it.',
      'Write ".*" for anything.',
    );
  }
}

function noPattern(pattern: string, trouble: string, at: string, report: Report): void {
  if (
    pattern.length > MAX_PATTERN ||
    /instructions$|too large|invalid repeat count|too deeply/.test(trouble)
  ) {
    const instead = `Stay within ${MAX_PATTERN} characters and instructions; repeat less, or list values with "in".`;
    report.error('regex-too-large', at, `This regular expression is too large: ${trouble}.`, instead);
    return;
  }
  if (OUTSIDE.test(pattern)) {
    const message = `Expressions run in linear time, which leaves out look-around and back-references: ${trouble}.`;
    report.error(
      'regex-outside-engine',
      at,
      message,
      'Write two conditions, one for each half (RE2 syntax).',
    );
    return;
  }
  if (/^[*?]/.test(pattern)) {
    const message = `This looks like a file pattern; it is no regular expression: ${trouble}.`;
    report.error('regex-glob', at, message, 'Write "^.*\\\\.pdf$" for *.pdf.');
    return;
  }
  const instead = 'Escape what is meant literally: "\\\\." for a dot, "\\\\[" for a bracket (RE2 syntax).';
  report.error('regex-invalid', at, `This is no regular expression: ${trouble}.`, instead);
}

function holdsUnsafe(value: JsonValue): boolean {
  if (typeof value === 'number') return !(Math.abs(value) <= Number.MAX_SAFE_INTEGER);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsUnsafe);
}
