import type { JsonObject } from '../../tool/json.ts';
import { kind, objectAt, type Shape } from './keys.ts';
import { meantOperator, OPERATORS } from './operators.ts';
import type { Report } from './problem.ts';
import { checkValue } from './values.ts';

const CONDITION: Shape = {
  what: 'A condition',
  keys: ['path', 'op', 'value'],
  example: 'Write {"path": "args.amount", "op": "gt", "value": 100}.',
};

/** Checks one condition by itself; true when it can be decided with. */
export function checkCondition(
  value: unknown,
  at: string,
  kindOfRule: 'require' | 'deny_if',
  report: Report,
): value is JsonObject {
  const before = report.problems.length;
  const condition = objectAt(value, at, CONDITION, report);
  if (condition === null) return false;
  for (const key of CONDITION.keys) {
    if (Object.hasOwn(condition, key)) continue;
    report.error(`no-${key}`, at, `This condition has no "${key}".`, CONDITION.example);
  }
  if (Object.hasOwn(condition, 'path')) checkPath(condition['path'], `${at}/path`, report);
  const op = condition['op'];
  if (Object.hasOwn(condition, 'op') && checkOperator(op, `${at}/op`, report)) {
    if (Object.hasOwn(condition, 'value')) checkValue(String(op), condition['value'], `${at}/value`, report);
    if (kindOfRule === 'deny_if' && (op === 'neq' || op === 'not_in')) letsMissingPass(condition, at, report);
  }
  return report.problems.slice(before).every(({ severity }) => severity !== 'error');
}

function letsMissingPass({ path, op }: JsonObject, at: string, report: Report): void {
  const positive = op === 'neq' ? 'eq' : 'in';
  const message = `A call without ${String(path)} passes this: a missing argument fails every operator but exists.`;
  const instead = `Write it as "require" with "${positive}", unless the tool is harmless without the argument.`;
  report.warning('missing-passes', `${at}/op`, message, instead);
}

function checkOperator(op: unknown, at: string, report: Report): boolean {
  if (typeof op === 'string' && OPERATORS.includes(op)) return true;
  const meant = typeof op === 'string' ? meantOperator(op) : null;
  const list = `the operators are ${OPERATORS.join(', ')}.`;
  const instead = meant === null ? `Choose one: ${list}` : `Write ${meant}; ${list}`;
  report.error('unknown-op', at, `There is no operator ${JSON.stringify(op)?.slice(0, 80)}.`, instead);
  return false;
}

function checkPath(path: unknown, at: string, report: Report): void {
  if (typeof path !== 'string') {
    report.error('path-no-text', at, `A path is a text, and this is ${kind(path)}.`, 'Write "args.amount".');
    return;
  }
  if (/^state\./.test(path)) {
    const instead = 'Count calls with "limits"; conditions look at arguments, as "args.amount".';
    report.error('path-to-state', at, 'Version 1 has no state to look at.', instead);
    return;
  }
  if (!/^args(?:\.|$)/.test(path)) {
    const rest = path
      .replace(/^(?:\$\.?|\/)?(?:arguments|params|input|args)?[./]?/i, '')
      .replaceAll('/', '.');
    const meant = rest === '' ? 'args.amount' : `args.${rest}`;
    report.error('path-without-args', at, 'A path begins with "args.".', `Write ${JSON.stringify(meant)}.`);
    return;
  }
  if (!/^args(?:\.[^.]+)+$/.test(path)) {
    const message = 'A part of this path is empty.';
    report.error('path-empty-part', at, message, 'Name an argument after each dot: "args.payment.amount".');
    return;
  }
  if (/\*/.test(path)) {
    const message = 'A path has no wildcards: this looks for an argument with a star in its name.';
    report.warning('path-wildcard', at, message, 'Write a condition for each argument.');
    return;
  }
  if (/\.\d+(?:\.|$)|\[/.test(path)) {
    const message = 'Dots descend into objects, not into lists: a path cannot reach one entry of a list.';
    report.warning(
      'path-into-list',
      at,
      message,
      'Name the list itself, with "contains", or require that it is absent.',
    );
  }
}
