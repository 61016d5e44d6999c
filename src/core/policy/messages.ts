import type { Answer } from './equality.ts';
import { own } from './own.ts';

/** What an agent is told when a `deny_if` denies: the author's words, else the conditions. */
export function denialOf(entry: unknown, answers: readonly Answer[]): string {
  const conditions = conditionsOf(entry);
  if (conditions === '') return written(entry) ?? 'The policy denies every call of this tool.';
  return written(entry) ?? `The policy denies calls with ${conditions}.${doubt(answers)}`;
}

/** What an agent is told when a `require` denies: the author's words, else the conditions. */
export function requirementOf(entry: unknown, answers: readonly Answer[]): string {
  return written(entry) ?? `The policy requires ${conditionsOf(entry)}.${doubt(answers)}`;
}

/** What an agent is told of a key that hides what a rule judges: the author's words would not say what to leave out. */
export function twinTold(key: string): string {
  return `The key ${json(key)} can be mistaken for another that a rule judges: leave it out.`;
}

function written(entry: unknown): string | null {
  const text = own(entry, 'on_deny');
  return typeof text === 'string' && text !== '' ? text : null;
}

function conditionsOf(entry: unknown): string {
  const conditions = own(entry, 'conditions');
  if (!Array.isArray(conditions)) return 'conditions that cannot be read';
  return conditions
    .map(
      (condition) =>
        `${told(own(condition, 'path'))} ${told(own(condition, 'op'))} ${json(own(condition, 'value'))}`,
    )
    .join(' and ');
}

function doubt(answers: readonly Answer[]): string {
  if (!answers.includes('undecided')) return '';
  return ' It could not be decided, because an argument has another type than the rule compares.';
}

function told(word: unknown): string {
  return typeof word === 'string' ? word : 'an unreadable word';
}

/** Long values are cut, deep ones are too: JSON.stringify would exhaust the stack on what JSON.parse accepts. */
function json(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  if (Array.isArray(value)) return 'the list of the rule';
  return typeof value === 'object' && value !== null ? 'the object of the rule' : String(value);
}
