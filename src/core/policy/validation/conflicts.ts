import { isObject, type JsonObject } from '../../tool/json.ts';
import { equal } from '../equality.ts';
import { Condition } from '../policy.ts';
import type { Report } from './problem.ts';
import { clashIn, isImplied, told } from './together.ts';

interface Entry {
  at: string;
  conditions: Condition[];
}

/** Checks the rules of one tool against each other: what one of them makes pointless or impossible. */
export function checkConflicts(rule: JsonObject, at: string, report: Report): void {
  const require = entriesOf(rule['require'], `${at}/require`);
  const denials = entriesOf(rule['deny_if'], `${at}/deny_if`);
  const always = denials.find(({ conditions }) => conditions.length === 0);
  if (always !== undefined) {
    deniedAlways(rule, always.at, report);
    return;
  }
  const demanded = require.flatMap(({ conditions }) => conditions);
  const clash = require.every(({ conditions }) => clashIn(conditions) === null);
  const clashing = clash ? clashIn(demanded) : null;
  if (clashing !== null) {
    const message = `Every entry of "require" must hold, and no call meets ${clashing.map(told).join(' and ')} at once.`;
    report.error(
      'requires-clash',
      `${at}/require`,
      message,
      'For "one of these", write one entry with "in".',
    );
  }
  for (const denial of denials) {
    if (!denial.conditions.every((one) => demanded.some((other) => isSame(one, other)))) continue;
    const message = 'This denies exactly what "require" demands, so every call is denied.';
    report.error('denies-required', denial.at, message, 'Leave one of the two out.');
  }
  for (const entries of [require, denials]) repeated(entries, report);
  covered(denials, report);
}

function deniedAlways(rule: JsonObject, at: string, report: Report): void {
  const idle = ['require', 'limits'].filter((key) => Array.isArray(rule[key]) && rule[key].length > 0);
  const more = Array.isArray(rule['deny_if']) && rule['deny_if'].length > 1 ? ['the rest of "deny_if"'] : [];
  const names = [...idle.map((key) => `"${key}"`), ...more];
  if (names.length === 0) return;
  const message = `This denies every call, so ${names.join(' and ')} never matter.`;
  report.warning(
    'denies-always',
    at,
    message,
    'Leave out what never matters, or give this entry conditions.',
  );
}

function repeated(entries: readonly Entry[], report: Report): void {
  for (const [index, { at, conditions }] of entries.entries()) {
    const again = entries
      .slice(0, index)
      .find(
        (other) =>
          other.conditions.length === conditions.length &&
          conditions.every((one) => other.conditions.some((two) => isSame(one, two))),
      );
    if (again === undefined) continue;
    report.warning('rule-twice', at, `This says the same as ${again.at}.`, 'Leave one of them out.');
  }
}

/** A denial of which another denies every call already. */
function covered(denials: readonly Entry[], report: Report): void {
  for (const [index, one] of denials.entries()) {
    const wider = denials.find((other, place) => {
      if (place === index || !isWider(other, one)) return false;
      // Of two that say the same only one is told, by another name.
      return !isWider(one, other);
    });
    if (wider === undefined) continue;
    const message = `This denies nothing that ${wider.at} does not deny: ${wider.conditions.map(told).join(' and ')}.`;
    report.warning('denial-covered', one.at, message, 'Leave it out, or narrow the other one.');
  }
}

/** True when every call that meets all conditions of `one` meets all of `other`. */
function isWider(other: Entry, one: Entry): boolean {
  return other.conditions.every((wide) => one.conditions.some((narrow) => isImplied(wide, narrow)));
}

/** The entries whose conditions can all be read; the rest has been reported. */
function entriesOf(value: unknown, at: string): Entry[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry, index) => {
    const parsed = Condition.array().safeParse(isObject(entry) ? entry['conditions'] : undefined);
    return parsed.success ? [{ at: `${at}/${index}`, conditions: parsed.data }] : [];
  });
}

function isSame(one: Condition, other: Condition): boolean {
  return (
    one.path === other.path &&
    one.op === other.op &&
    equal(one.value as never, other.value as never) === 'yes'
  );
}
