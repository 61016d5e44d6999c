import type { ActionVerdict, Verdict } from '../classify/verdict.ts';
import { type Effect, heightOf, rowOf } from '../taxonomy.ts';
import type { JsonValue } from '../tool/json.ts';
import type { Parameter } from '../tool/parameters.ts';
import { type Exception, isAddressable } from './argument-rules.ts';
import { namesStrongerAct } from './stronger-words.ts';

/**
 * A list of actions of which only some have the worst effect: those may pass whose own verdict is Read or Write of
 * Medium risk at most, and whose explanations name nothing stronger. Only where the worst effects are those of
 * other values of the same list, and of nothing else. `texts` are all descriptions of the definition.
 */
export function actionException(
  verdict: Verdict,
  parameters: readonly Parameter[],
  texts: readonly string[],
): Exception | null {
  for (const parameter of parameters) {
    if (!isAddressable(parameter) || !parameter.required || parameter.enum.length < 2) continue;
    if (!parameter.enum.every(isWord) || !bearsTheWorst(parameter, verdict)) continue;
    const mild = parameter.enum.filter((value, index) => {
      const field = parameter.enumPointers[index];
      const own = verdict.actions.find((action) => action.field === field);
      return own !== undefined && isMild(own) && !texts.some((text) => explainsMore(text, value));
    });
    if (mild.length === 0) continue;
    return {
      conditions: [{ path: `args.${parameter.name}`, op: 'in', value: mild }],
      passes: `calls whose ${parameter.name} is ${anyOf(mild)}`,
    };
  }
  return null;
}

/** Each severe effect is that of a value of this list, and neither the name nor another parameter shows one. */
function bearsTheWorst({ enumPointers, descriptionPointer }: Parameter, verdict: Verdict): boolean {
  const isSevere = (effect: Effect): boolean =>
    heightOf(rowOf(effect, verdict.facts).risk) > heightOf('Medium');
  const own = verdict.actions.filter(({ field }) => enumPointers.includes(field));
  const shown = new Set(own.flatMap(({ effects }) => effects));
  const severe = verdict.effects.filter(isSevere);
  if (severe.length === 0 || !severe.every((effect) => shown.has(effect))) return false;
  const places = new Set([...enumPointers, descriptionPointer, '/description']);
  return verdict.reasons.every(
    ({ emits, spans }) =>
      !('effect' in emits && isSevere(emits.effect)) || spans.every(({ field }) => places.has(field)),
  );
}

function isMild({ category, risk }: ActionVerdict): boolean {
  return (category === 'Read' || category === 'Write') && heightOf(risk) <= heightOf('Medium');
}

/** True when a text explains a value, after it in parentheses or behind a colon or a dash, by a stronger act. */
function explainsMore(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
    const after = text.slice(at + value.length, at + value.length + 300);
    const [, inside, behind] = /^["'`*”’]*\s*(?:\(([^)]*)|(?::|=|->|[-–—→]\s)([^\n;.]*))/.exec(after) ?? [];
    if (namesStrongerAct(inside ?? behind ?? '')) return true;
  }
  return false;
}

function anyOf(values: readonly string[]): string {
  const shown = values.length > 6 ? [...values.slice(0, 5), `one of ${values.length - 5} others`] : values;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

function isWord(value: JsonValue): value is string {
  return typeof value === 'string' && value !== '';
}
