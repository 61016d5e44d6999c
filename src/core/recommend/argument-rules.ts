import type { Verdict } from '../classify/verdict.ts';
import type { Condition } from '../policy/policy.ts';
import { type Effect, heightOf, rowOf, type Signal } from '../taxonomy.ts';
import type { JsonValue } from '../tool/json.ts';
import { nameWords } from '../tool/name-words.ts';
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

/** Names of parameters that pick an operation. */
const ACTION = new Set(['action', 'operation', 'op', 'mode', 'method', 'command', 'subcommand']);

/** A preview switch that says it holds for some calls only. */
const PARTIAL = /\bused for\b|\bonly (?:for|if|when|with|applies)\b|\bfor \w+ operations?\b/i;

/** Verbs with which an action only looks something up. */
const LOOK_UP = new Set([
  'get',
  'list',
  'read',
  'show',
  'view',
  'search',
  'find',
  'info',
  'status',
  'describe',
  'count',
  'help',
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

/** What may pass of a tool that is not allowed as a whole: a dry run, or the mild values of its action list. */
export function exceptionOf(verdict: Verdict, parameters: readonly Parameter[]): Exception | null {
  const dryRun = carriers('dry-run', verdict, parameters).find(isPreview);
  const isWhole = !parameters.some(isAction) && !PARTIAL.test(dryRun?.description ?? '');
  if (dryRun === undefined || !isWhole) return actionException(verdict, parameters);
  return {
    conditions: [{ path: `args.${dryRun.name}`, op: 'eq', value: true }],
    passes: `dry runs (calls that set ${dryRun.name} to true)`,
  };
}

function isPreview({ type, name }: Parameter): boolean {
  return type === 'boolean' && PREVIEW.has(plainName(name));
}

/** A parameter that picks one of several operations: a preview switch beside it may hold for one of them only. */
function isAction({ depth, name }: Parameter): boolean {
  return depth === 0 && ACTION.has(plainName(name));
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/**
 * A list of actions of which only some have the worst effect: those shown to be mild may pass, by what the
 * rules read in them or by the verb of a plain look-up. Only where the worst effect is never read from the
 * name, and what is left is Medium at most.
 */
function actionException(verdict: Verdict, parameters: readonly Parameter[]): Exception | null {
  const isSevere = (effect: Effect): boolean =>
    heightOf(rowOf(effect, verdict.facts).risk) > heightOf('Medium');
  const effects = effectsByField(verdict);
  if (!verdict.effects.some((effect) => !isSevere(effect))) return null;
  if (effects.get('/name')?.some(isSevere) === true) return null;
  for (const parameter of parameters) {
    if (!isAddressable(parameter) || !parameter.required || parameter.enum.length < 2) continue;
    const found = parameter.enumPointers.map((field) => effects.get(field) ?? []);
    if (!found.some((list) => list.some(isSevere))) continue;
    const mild = parameter.enum.filter(isWord).filter((value, index) => {
      const seen = found[index] ?? [];
      return seen.length > 0 ? !seen.some(isSevere) : LOOK_UP.has(nameWords(value)[0] ?? '');
    });
    if (mild.length === 0 || !parameter.enum.every(isWord)) continue;
    return {
      conditions: [{ path: `args.${parameter.name}`, op: 'in', value: mild }],
      passes: `calls whose ${parameter.name} is ${anyOf(mild)}`,
    };
  }
  return null;
}

function effectsByField(verdict: Verdict): Map<string, Effect[]> {
  const found = new Map<string, Effect[]>();
  for (const { emits, spans } of verdict.reasons) {
    if (!('effect' in emits)) continue;
    for (const { field } of spans) {
      const known = found.get(field);
      if (known === undefined) found.set(field, [emits.effect]);
      else known.push(emits.effect);
    }
  }
  return found;
}

function anyOf(values: readonly string[]): string {
  const shown = values.length > 6 ? [...values.slice(0, 5), `one of ${values.length - 5} others`] : values;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
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
