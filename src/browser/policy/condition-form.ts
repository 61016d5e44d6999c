import type { Condition } from '../../core/policy/policy.ts';
import type { JsonValue } from '../../core/tool/json.ts';
import { button, choice, labelled, make } from '../element.ts';
import { OPERATORS, type Operator, textOfValue, valueIn, withOperator } from './value-text.ts';

/** One condition: which argument, compared how, with what. Calls back with what is typed, right or wrong. */
export function conditionForm(
  condition: Condition,
  paths: HTMLDataListElement,
  changed: (condition: Condition) => void,
  removed: () => void,
): HTMLElement {
  let current = condition;
  const path = box(condition.path);
  path.setAttribute('list', paths.id);
  const op = choice(OPERATORS);
  op.value = condition.op;
  const value = box(textOfValue(condition.op, condition.value as JsonValue));
  const set = (next: Condition): void => {
    current = next;
    changed(next);
  };
  path.addEventListener('input', () => set({ ...current, path: path.value }));
  op.addEventListener('change', () => {
    set(withOperator(current, op.value as Operator));
    value.value = textOfValue(current.op, current.value as JsonValue);
  });
  value.addEventListener('input', () =>
    set({ ...current, value: valueIn(current.op, value.value) } as Condition),
  );
  const remove = button('Remove condition', removed);
  return make(
    'div',
    'condition',
    labelled('Argument', path),
    labelled('Comparison', op),
    labelled('Value', value),
    remove,
  );
}

function box(text: string): HTMLInputElement {
  const input = make('input', 'code');
  input.type = 'text';
  input.value = text;
  input.spellcheck = false;
  input.autocomplete = 'off';
  return input;
}
