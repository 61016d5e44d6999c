import type { Verdict } from '../classify/verdict.ts';
import type { Condition } from '../policy/policy.ts';
import { type Effect, heightOf, rowOf, type Signal } from '../taxonomy.ts';
import type { JsonValue } from '../tool/json.ts';
import type { Parameter } from '../tool/parameters.ts';

/** Calls that may pass although the tool as a whole may not: the conditions, and a phrase that names them. */
export interface Exception {
  conditions: Condition[];
  /** Completes "What passes: …". */
  passes: string;
}

/** Switches of which `true` means: show what would happen, do nothing. `confirm` and its kin mean the reverse. */
const PREVIEW = new Set([
  'dryrun',
  'dry',
  'preview',
  'previewonly',
  'simulate',
  'simulation',
  'validateonly',
  'checkonly',
  'whatif',
  'noop',
]);

/** Parameters that a rule found to carry a signal, top level only: a policy path names them as `args.<name>`. */
export function carriers(signal: Signal, verdict: Verdict, parameters: readonly Parameter[]): Parameter[] {
  const fields = verdict.reasons.flatMap((reason) =>
    'signal' in reason.emits && reason.emits.signal === signal ? reason.spans.map((span) => span.field) : [],
  );
  if (fields.length === 0) return [];
  return parameters.filter(
    (parameter) => isAddressable(parameter) && fields.some((field) => isWithin(field, parameter)),
  );
}

/** What may pass of a tool that is not allowed as a whole: a dry run, or the harmless values of its action list. */
export function exceptionOf(verdict: Verdict, parameters: readonly Parameter[]): Exception | null {
  const dryRun = carriers('dry-run', verdict, parameters).find(
    (parameter) =>
      parameter.type === 'boolean' && PREVIEW.has(parameter.name.toLowerCase().replaceAll(/[^a-z]/g, '')),
  );
  if (dryRun !== undefined) {
    return {
      conditions: [{ path: `args.${dryRun.name}`, op: 'eq', value: true }],
      passes: `dry runs (calls that set ${dryRun.name} to true)`,
    };
  }
  return actionException(verdict, parameters);
}

/**
 * A list of actions of which only some have the worst effect: the others may pass. Only where the
 * worst effect is never read from the name, and what is left is Medium at most.
 */
function actionException(verdict: Verdict, parameters: readonly Parameter[]): Exception | null {
  const worst = verdict.effects.filter((effect) => isWorst(effect, verdict));
  const spans = verdict.reasons.flatMap((reason) =>
    'effect' in reason.emits && worst.includes(reason.emits.effect) ? reason.spans : [],
  );
  if (spans.some((span) => span.field === '/name')) return null;
  const rest = verdict.effects.filter((effect) => !worst.includes(effect));
  if (
    rest.length === 0 ||
    rest.some((effect) => heightOf(rowOf(effect, verdict.facts).risk) > heightOf('Medium'))
  )
    return null;
  const fields = new Set(spans.map((span) => span.field));
  for (const parameter of parameters) {
    if (!isAddressable(parameter) || !parameter.required) continue;
    const others = parameter.enum.filter((_, index) => !fields.has(parameter.enumPointers[index] ?? ''));
    if (others.length === 0 || others.length === parameter.enum.length || !others.every(isWord)) continue;
    return {
      conditions: [{ path: `args.${parameter.name}`, op: 'in', value: others }],
      passes: `calls whose ${parameter.name} is ${anyOf(others)}`,
    };
  }
  return null;
}

function anyOf(values: readonly string[]): string {
  const shown = values.length > 6 ? [...values.slice(0, 5), `one of ${values.length - 5} others`] : values;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

function isWorst(effect: Effect, verdict: Verdict): boolean {
  return rowOf(effect, verdict.facts).risk === verdict.risk;
}

function isWord(value: JsonValue): value is string {
  return typeof value === 'string';
}

/** A path of the policy language descends at dots, so a name that holds one cannot be addressed. */
function isAddressable(parameter: Parameter): boolean {
  return parameter.depth === 0 && parameter.name !== '' && !parameter.name.includes('.');
}

function isWithin(field: string, parameter: Parameter): boolean {
  return (
    field === parameter.pointer ||
    field.startsWith(`${parameter.pointer}/`) ||
    field === parameter.descriptionPointer
  );
}
