import { SIGNALS, type Signal } from '../taxonomy.ts';
import type { JsonValue } from '../tool/json.ts';
import type { Parameter } from '../tool/parameters.ts';
import { type MarkTree, markedText, marksAt } from './marked.ts';
import type { Shown } from './page-model.ts';
import { shorten } from './phrase.ts';
import { shown } from './shown.ts';
import type { Subject } from './subject.ts';
import type { ParameterRow } from './tool-page-model.ts';

/** A table longer than this helps nobody; the whole schema stands in the definition above it. */
export const MOST_ROWS = 60;
const MOST_VALUES = 12;

/** The parameters as rows, each with the signals that rules found in it. At most {@link MOST_ROWS}. */
export function parameterRows(subject: Subject, tree: MarkTree): ParameterRow[] {
  const signals = signalsByParameter(subject);
  return subject.parameters.slice(0, MOST_ROWS).map((parameter) => ({
    name: markedText(parameter.name, marksAt(tree, parameter.pointer)),
    depth: parameter.depth,
    type: shown(shorten(parameter.type, 80)),
    required: parameter.required,
    default: parameter.default === undefined ? null : shortJson(parameter.default),
    enum: parameter.enum
      .slice(0, MOST_VALUES)
      .map((value, index) =>
        typeof value === 'string'
          ? markedText(value, marksAt(tree, parameter.enumPointers[index] ?? ''))
          : [{ text: shortJson(value) }],
      ),
    enumMore: Math.max(0, parameter.enum.length - MOST_VALUES),
    description:
      parameter.description === null
        ? []
        : markedText(parameter.description, marksAt(tree, parameter.descriptionPointer)),
    signals: [...(signals.get(parameter.pointer) ?? [])].map((signal) => ({ signal, does: SIGNALS[signal] })),
  }));
}

function shortJson(value: JsonValue): Shown {
  return shown(shorten(JSON.stringify(value), 120));
}

/** A signal belongs to the innermost parameter that its span lies in. */
export function signalsByParameter({ verdict, parameters }: Subject): Map<string, Set<Signal>> {
  const found = new Map<string, Set<Signal>>();
  if (verdict.signals.length === 0) return found;
  const owners = ownersOf(parameters);
  for (const reason of verdict.reasons) {
    if (!('signal' in reason.emits)) continue;
    for (const { field } of reason.spans) {
      const owner = ownerOf(field, owners);
      if (owner === null) continue;
      const signals = found.get(owner);
      if (signals === undefined) found.set(owner, new Set([reason.emits.signal]));
      else signals.add(reason.emits.signal);
    }
  }
  return found;
}

/** Descriptions and values may stand behind a reference, away from the parameter they describe. */
function ownersOf(parameters: readonly Parameter[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { pointer, descriptionPointer, enumPointers } of parameters) {
    owners.set(pointer, pointer);
    if (descriptionPointer !== '' && !owners.has(descriptionPointer)) owners.set(descriptionPointer, pointer);
    for (const at of enumPointers) if (!owners.has(at)) owners.set(at, pointer);
  }
  return owners;
}

function ownerOf(field: string, owners: ReadonlyMap<string, string>): string | null {
  for (let at = field; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const owner = owners.get(at);
    if (owner !== undefined) return owner;
  }
  return null;
}
