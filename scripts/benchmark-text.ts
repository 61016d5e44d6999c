import type { Benchmark, Mistake } from '../src/core/evaluate/benchmark.ts';
import type { Interval } from '../src/core/evaluate/rates.ts';
import type { Report } from '../src/core/evaluate/report.ts';
import { shown } from '../src/core/present/shown.ts';
import { CATEGORIES, CONFIDENCES, FLAG_IDS } from '../src/core/taxonomy.ts';
import { columns } from './terminal-table.ts';

/** The benchmark as a person reads it: every system on both halves, then the first of them in detail. */
export function benchmarkText(benchmark: Benchmark, ablate: boolean): string {
  const { labels, systems, stages } = benchmark;
  const [first] = systems;
  return [
    `${labels.tools} labelled tools of ${labels.servers} servers: ${labels.tuned} tuned, ${labels.frozen} frozen${labels.void.length === 0 ? '' : `, ${labels.void.length} void`}.\n\n`,
    summary(systems),
    ...(first === undefined ? [] : [`\n${shown(first.title)}\n\n`, detail(first)]),
    ...(ablate
      ? [
          '\nWhat each part of the definition adds to our verdicts, and what their negations do\n',
          stageTable(stages),
        ]
      : []),
    '\n',
    agreementText(benchmark.agreement),
    '\n',
    mistakeTable(benchmark.mistakes),
  ].join('');
}

const MEASURES: [string, (report: Report) => string][] = [
  ['Tools', ({ n }) => String(n)],
  ['Category macro-F1', ({ category }) => fixed(category.macroF1Labelled)],
  ['Category right', ({ category }) => percent(category.accuracy)],
  ['Unclassified', ({ category }) => String(category.unclassified)],
  ['Risk exact', ({ risk }) => percent(risk.accuracy)],
  ['Risk too low', ({ risk }) => percent(risk.tooLow)],
  ['Risk off by two or more', ({ risk }) => percent(risk.offByMore)],
  ['Flags micro-F1', ({ flags }) => fixed(flags.microF1)],
  ['Not Read, called Read', ({ dangerous }) => String(dangerous.calledRead)],
  ['High or Critical, called Low', ({ dangerous }) => String(dangerous.calledLow)],
];

function summary(systems: Benchmark['systems']): string {
  return sideBySide(
    systems.flatMap(({ title }) => [`${shown(title)}: tuned`, 'frozen']),
    systems.flatMap(({ tuned, frozen }) => [tuned, frozen]),
  );
}

/** The headline figures of several reports, a column each. */
export function sideBySide(titles: readonly string[], reports: readonly Report[]): string {
  return columns(
    ['', ...titles],
    MEASURES.map(([name, of]) => [name, ...reports.map(of)]),
  );
}

type System = Benchmark['systems'][number];

function detail({ tuned, frozen }: System): string {
  return detailOf([
    ['Tuned', tuned],
    ['Frozen', frozen],
  ]);
}

/** Every table of several reports, one report after the other. */
export function detailOf(halves: readonly (readonly [string, Report])[]): string {
  return halves
    .map(([half, report]) => [classTable(half, report), confusion(report), calibration(report)].join('\n'))
    .join('\n');
}

function classTable(half: string, { category, flags }: Report): string {
  const rows = [
    ...CATEGORIES.map((id) => [id, category.classes[id]] as const),
    ...FLAG_IDS.map((id) => [id, flags.classes[id]] as const),
  ];
  return columns(
    [half, 'Precision', '', 'Recall', '', 'F1', '95%', 'Labelled'],
    rows.map(([id, { precision, recall, f1, support, intervals }]) => [
      id,
      fixed(precision),
      range(intervals.precision),
      fixed(recall),
      range(intervals.recall),
      fixed(f1),
      range(intervals.f1),
      String(support),
    ]),
  );
}

function confusion({ category }: Report): string {
  const said = [...CATEGORIES, 'Unclassified'] as const;
  return columns(
    ['Labelled (down), said (across)', ...said],
    CATEGORIES.map((truth) => [truth, ...said.map((id) => String(category.confusion[truth][id]))]),
  );
}

function calibration({ calibration: of }: Report): string {
  return columns(
    ['Confidence', 'Tools', 'Share', 'Right', 'Category right', '95%'],
    [...CONFIDENCES].reverse().map((id) => {
      const { n, share, right, accuracy, interval } = of[id];
      return [id, String(n), percent(share), String(right), percent(accuracy), range(interval)];
    }),
  );
}

function stageTable(stages: Benchmark['stages']): string {
  return columns(
    ['Given', 'Macro-F1: tuned', 'frozen', 'Risk: tuned', 'frozen', 'Flags: tuned', 'frozen'],
    stages.map(({ title, tuned, frozen }) => [
      title,
      fixed(tuned.macroF1),
      fixed(frozen.macroF1),
      percent(tuned.risk),
      percent(frozen.risk),
      fixed(tuned.flags),
      fixed(frozen.flags),
    ]),
  );
}

function agreementText({ n, category, risk, disagreements }: Benchmark['agreement']): string {
  const rows = disagreements.map(({ id, a, b }) => [
    shown(id),
    `${a.category}, ${a.risk}`,
    `${b.category}, ${b.risk}`,
  ]);
  return [
    `The two passes agree on ${percent(category.share)} of the categories (kappa ${fixed(category.kappa)}) and ${percent(risk.share)} of the levels (kappa ${fixed(risk.kappa)}) of ${n} tools.\n`,
    rows.length === 0 ? '' : columns(['They differ on', 'Pass A', 'Pass B'], rows),
  ].join('');
}

function mistakeTable(mistakes: readonly Mistake[]): string {
  if (mistakes.length === 0) return 'No mistakes.\n';
  return columns(
    ['Mistakes', 'Half', 'Wrong', 'Labelled', 'Said', 'Confidence'],
    mistakes.map(({ id, half, wrong, labelled, said }) => [
      shown(id),
      half,
      wrong.join(', '),
      `${labelled.category}${labelled.alt === null ? '' : ` or ${labelled.alt}`}, ${labelled.risk}`,
      `${said.category}, ${said.risk ?? 'Unrated'}`,
      said.confidence ?? '',
    ]),
  );
}

function range([low, high]: Interval): string {
  return `${fixed(low)}–${fixed(high)}`;
}

function fixed(value: number): string {
  return value.toFixed(3);
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)}%`;
}
