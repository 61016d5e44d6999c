import type { Rates } from '../src/core/evaluate/rates.ts';
import type { Report } from '../src/core/evaluate/report.ts';
import { CATEGORIES, CONFIDENCES, FLAG_IDS } from '../src/core/taxonomy.ts';
import { columns } from './terminal-table.ts';

/** A report as a person reads it: the four headline numbers, then each table. */
export function evaluationText({ n, category, risk, flags, dangerous, calibration }: Report): string {
  const said = [...CATEGORIES, 'Unclassified'] as const;
  return [
    `${n} labelled tools. Category macro-F1 ${fixed(category.macroF1)}, accuracy ${percent(category.accuracy)}, ${category.unclassified} unclassified.\n`,
    `Risk exact ${percent(risk.accuracy)}, too low ${percent(risk.tooLow)}, too high ${percent(risk.tooHigh)}, off by more than one level ${percent(risk.offByMore)}, ${risk.unrated} unrated.\n`,
    `Dangerous errors: ${dangerous.n} tools (${dangerous.calledRead} called Read, ${dangerous.calledLow} called Low).\n`,
    `Flags micro-F1 ${fixed(flags.microF1)}.\n\n`,
    ratesTable(
      'Category',
      CATEGORIES.map((id) => [id, category.classes[id]]),
    ),
    '\nLabelled (down), said (across)\n',
    columns(
      ['', ...said],
      CATEGORIES.map((truth) => [truth, ...said.map((id) => String(category.confusion[truth][id]))]),
    ),
    '\n',
    ratesTable(
      'Flag',
      FLAG_IDS.map((id) => [id, flags.classes[id]]),
    ),
    '\n',
    columns(
      ['Confidence', 'Tools', 'Share', 'Right', 'Category right', '95%'],
      [...CONFIDENCES].reverse().map((id) => {
        const { n: tools, share, right, accuracy, interval } = calibration[id];
        const range = interval.map(percent).join('–');
        return [id, String(tools), percent(share), String(right), percent(accuracy), range];
      }),
    ),
    ...(dangerous.n === 0 ? [] : [`\nDangerous: ${dangerous.ids.join(' ')}\n`]),
  ].join('');
}

function ratesTable(title: string, rows: readonly (readonly [string, Rates])[]): string {
  return columns(
    [title, 'Precision', 'Recall', 'F1', 'Labelled'],
    rows.map(([id, { precision, recall, f1, support }]) => [
      id,
      fixed(precision),
      fixed(recall),
      fixed(f1),
      String(support),
    ]),
  );
}

function fixed(value: number): string {
  return value.toFixed(3);
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)}%`;
}
