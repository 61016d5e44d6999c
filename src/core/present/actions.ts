import type { ActionVerdict } from '../classify/verdict.ts';
import { type Fact, rowOf } from '../taxonomy.ts';
import { shown } from './shown.ts';
import type { ActionRow } from './tool-page-model.ts';

/** A row for each documented action, as the schema orders them; none when no action says more than the others. */
export function actionRows(actions: readonly ActionVerdict[], facts: readonly Fact[]): ActionRow[] {
  if (actions.every(({ effects }) => effects.length === 0)) return [];
  return actions.map(({ value, category, risk, effects }) => {
    const [strongest] = effects;
    return {
      value: shown(value),
      category,
      risk,
      does: strongest === undefined ? 'shows no effect that a rule knows' : rowOf(strongest, facts).does,
    };
  });
}
