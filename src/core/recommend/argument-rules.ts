import type { Verdict } from '../classify/verdict.ts';
import type { Condition } from '../policy/policy.ts';
import type { Signal } from '../taxonomy.ts';
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

/** A dry run, where a switch makes the whole call one. */
export function previewException(verdict: Verdict, parameters: readonly Parameter[]): Exception | null {
  const dryRun = carriers('dry-run', verdict, parameters).find(isPreview);
  const isWhole = !parameters.some(isAction) && !PARTIAL.test(dryRun?.description ?? '');
  if (dryRun === undefined || !isWhole) return null;
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

/** A path of the policy language descends at dots, so a name that holds one cannot be addressed. */
export function isAddressable(parameter: Parameter): boolean {
  return parameter.depth === 0 && parameter.name !== '' && !parameter.name.includes('.');
}

function isWithin(field: string, parameter: Parameter): boolean {
  return (
    field === parameter.pointer ||
    field.startsWith(`${parameter.pointer}/`) ||
    field === parameter.descriptionPointer
  );
}
