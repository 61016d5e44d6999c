import type { Condition, Rule } from '../classify/rule.ts';
import { pointer } from '../tool/json.ts';

/** A lexicon that a rule names, and where. */
export interface Mention {
  lexicon: string;
  /** JSON Pointer into the rule. */
  path: string;
}

/** Every lexicon that a rule names, in the order of the rule. */
export function mentionsOf(rule: Rule): Mention[] {
  return [
    ...conditionMentions(rule.when, '/when'),
    ...(rule.unless === undefined ? [] : conditionMentions(rule.unless, '/unless')),
  ];
}

function conditionMentions(condition: Condition, at: string): Mention[] {
  const { act = {}, parameter = {} } = condition;
  return [
    ...wordMentions(condition, at),
    ...wordMentions(act, `${at}/act`),
    ...wordMentions(parameter, `${at}/parameter`),
    ...(['all', 'any'] as const).flatMap((key) =>
      (condition[key] ?? []).flatMap((part, index) =>
        conditionMentions(part, pointer(pointer(at, key), index)),
      ),
    ),
  ];
}

/** Where words are asked for, a list is the words themselves and a text names a lexicon. */
function wordMentions(holder: object, at: string): Mention[] {
  return Object.entries(holder).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ lexicon: value, path: pointer(at, key) }] : [],
  );
}
