import { DECISION_TABLE, type DecisionRow } from '../recommend/decision-table.ts';
import { EFFECT_IDS, EFFECTS, type EffectRow, FACTS } from '../taxonomy.ts';
import { type Block, type Cell, cell, levelCell, tableOf } from './document.ts';
import { list } from './phrase.ts';

/** The effect table, each row and each of its variants. */
export function effectTable(): Block {
  const rows = EFFECT_IDS.flatMap((effect): Cell[][] => {
    const { category, risk, does, variant }: EffectRow = EFFECTS[effect];
    const base = [levelCell(risk), codeOf(effect), cell(category), cell(does)];
    if (variant === undefined) return [base];
    const other = `${variant.does} (with the fact ${variant.fact})`;
    return [base, [levelCell(variant.risk), codeOf(effect), cell(category), cell(other)]];
  });
  return tableOf('What each effect makes of a tool', ['Risk', 'Effect', 'Category', 'A call'], rows);
}

/** The table of recommended decisions: the first row that fits. */
export function decisionTable(): Block {
  const rows = DECISION_TABLE.map((row) => [
    levelCell(row.risk),
    cell(conditionsOf(row)),
    ...[row, row.unattended].flatMap(({ decision, limit }) => [
      cell(decision),
      cell(`${limit.max} a ${limit.window}`.replace('a hour', 'an hour')),
    ]),
    cell(row.because),
  ]);
  const head = ['Risk', 'Where', 'Decision', 'Calls at most', 'Unattended', 'Calls at most', 'Because'];
  return tableOf('What is recommended: the first row that fits', head, rows);
}

function conditionsOf({ flags, fact, exceptFact, lowConfidence }: DecisionRow): string {
  const parts = [
    ...(flags.length === 0 ? [] : [`flag ${list(flags, 'or')}`]),
    ...(fact === undefined ? [] : [`its text ${FACTS[fact]}`]),
    ...(exceptFact === undefined ? [] : [`no text ${FACTS[exceptFact]}`]),
    ...(lowConfidence === true ? ['low confidence'] : []),
  ];
  return parts.length === 0 ? 'any other' : parts.join(', ');
}

function codeOf(text: string): Cell {
  return { ...cell(text), code: true };
}
