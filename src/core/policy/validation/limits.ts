import { isWindow } from '../utc.ts';
import { kind, listAt, objectAt, type Shape } from './keys.ts';
import { nearest } from './nearest.ts';
import type { Report } from './problem.ts';

const EXAMPLE = '{"counter": "refunds", "window": "hour", "max": 30, "scope": "grant"}';

const LIMITS: Shape = { what: '"limits"', keys: [], example: `Write [${EXAMPLE}].` };
const LIMIT: Shape = {
  what: 'A limit',
  keys: ['counter', 'window', 'max', 'scope'],
  example: `Write ${EXAMPLE}.`,
};

/** Checks a list of limits, each by itself. */
export function checkLimits(value: unknown, at: string, report: Report): void {
  const limits = listAt(value, at, LIMITS, report);
  if (limits === null) return;
  if (limits.length === 0) {
    report.warning(
      'no-limits',
      at,
      'This list of limits is empty and does nothing.',
      'Leave it out, or write a limit.',
    );
  }
  for (const [index, entry] of limits.entries()) {
    const limit = objectAt(entry, `${at}/${index}`, LIMIT, report);
    if (limit === null) continue;
    for (const key of LIMIT.keys) {
      const here = `${at}/${index}`;
      if (Object.hasOwn(limit, key)) CHECKS[key]?.(limit[key], `${here}/${key}`, report);
      else report.error(`no-${key}`, here, `This limit has no "${key}".`, LIMIT.example);
    }
  }
}

const CHECKS: Readonly<Record<string, (value: unknown, at: string, report: Report) => void>> = {
  counter: checkCounter,
  window: checkWindow,
  max: checkMax,
  scope: checkScope,
};

function checkCounter(value: unknown, at: string, report: Report): void {
  if (typeof value !== 'string') {
    report.error(
      'counter-no-text',
      at,
      `A counter is named by a text, and this is ${kind(value)}.`,
      'Write "refunds".',
    );
  } else if (value.trim() === '') {
    report.error(
      'counter-empty',
      at,
      'The name of this counter is empty.',
      'Write a name; limits with one name share a count.',
    );
  }
}

function checkWindow(value: unknown, at: string, report: Report): void {
  if (isWindow(value)) return;
  const three = 'The windows are "minute", "hour" and "day", each aligned to UTC.';
  if (typeof value !== 'string') {
    report.error('window-no-text', at, `A window is a word, and this is ${kind(value)}.`, three);
    return;
  }
  if (/^(?:s|secs?|seconds?|\d+ ?s)$/i.test(value)) {
    report.error('window-too-short', at, 'There is no window shorter than a minute.', 'Write "minute".');
    return;
  }
  if (/week|month|year|quarter/i.test(value)) {
    const instead = 'Write "day", with the share of one day as "max".';
    report.error('window-too-long', at, 'There is no window longer than a day.', instead);
    return;
  }
  if (/^\d/.test(value)) {
    report.error('window-length', at, `A window has no length of its own: ${kind(value)}.`, three);
    return;
  }
  const meant = nearest(value, ['minute', 'hour', 'day', 'minutes', 'hours', 'days', 'daily', 'hourly']);
  const word =
    meant === null ? null : (/^(?:minute|hour|day)/.exec(meant.replace(/^dai/, 'day'))?.[0] ?? null);
  report.error(
    'unknown-window',
    at,
    `This is no window: ${kind(value)}.`,
    word === null ? three : `Write "${word}". ${three}`,
  );
}

function checkMax(value: unknown, at: string, report: Report): void {
  if (typeof value !== 'number') {
    const number = typeof value === 'string' && /^\d+$/.test(value) ? value : '30';
    report.error(
      'max-no-number',
      at,
      `"max" is a number of calls, and this is ${kind(value)}.`,
      `Write ${number}.`,
    );
    return;
  }
  if (value === 0) {
    const instead =
      'To deny every call, write "deny_if": [{"conditions": []}] or hide the tool; else 1 or more.';
    report.error('max-zero', at, 'No call would ever pass this limit.', instead);
    return;
  }
  if (value < 0) {
    report.error('max-negative', at, `There are no ${value} calls.`, 'Write 1 or more.');
    return;
  }
  if (!Number.isInteger(value)) {
    report.error(
      'max-fraction',
      at,
      `Limits count whole calls, and this is ${value}.`,
      `Write ${Math.max(1, Math.floor(value))}.`,
    );
    return;
  }
  if (!Number.isSafeInteger(value)) {
    report.error(
      'max-too-large',
      at,
      'Nobody can count that far.',
      'Leave the limit out, or write a number that means something.',
    );
  }
}

function checkScope(value: unknown, at: string, report: Report): void {
  if (value === 'grant') return;
  const instead = 'Write "grant": everything that one grant of the server calls is counted together.';
  report.error(
    'unknown-scope',
    at,
    `The only scope of version 1 is "grant", and this is ${kind(value)}.`,
    instead,
  );
}
