import type { Benchmark, Mistake } from '../evaluate/benchmark.ts';
import type { Interval, Rates } from '../evaluate/rates.ts';
import type { Report } from '../evaluate/report.ts';
import { CATEGORIES, CONFIDENCES, FLAG_IDS, riskWord } from '../taxonomy.ts';
import { type Block, type Cell, cell, paragraph, type Section, tableOf } from './document.ts';
import { count, list } from './phrase.ts';
import { shown } from './shown.ts';

type HrefOf = (id: string) => string | undefined;

/** The figures of `toolwarden eval` as sections: accuracy, agreement of the labels, known mistakes. */
export function accuracySections(benchmark: Benchmark, hrefOf: HrefOf): Section[] {
  const { labels, systems, stages, agreement, mistakes } = benchmark;
  const ours = systems.find(({ id }) => id === 'toolwarden');
  const blocks: Block[] = [
    paragraph(
      `${count(labels.tools, 'labelled tool')} of ${count(labels.servers, 'server')}. Rules may be tuned on ${labels.tuned} of them; ${labels.frozen} are frozen, and no rule is changed because of their labels. A tool whose label is arguable is right with either of its two categories. What is scored is what the rules say, before any ruling on a single tool.`,
    ),
    systemTable(systems),
    ...(ours === undefined ? [] : reportTables(ours)),
    stageTable(stages),
  ];
  return [
    { id: 'accuracy', heading: 'Measured accuracy', blocks },
    { id: 'labels', heading: 'The labels', blocks: labelBlocks(labels, agreement, hrefOf) },
    { id: 'mistakes', heading: 'Known mistakes', blocks: mistakeBlocks(mistakes, hrefOf) },
  ];
}

const MEASURES: [string, (report: Report) => string][] = [
  ['Category, macro-F1', ({ category }) => fixed(category.macroF1Labelled)],
  ['Category right', ({ category }) => percent(category.accuracy)],
  ['Unclassified', ({ category }) => String(category.unclassified)],
  ['Level exactly right', ({ risk }) => percent(risk.accuracy)],
  ['Level too low', ({ risk }) => percent(risk.tooLow)],
  ['Level off by two or more', ({ risk }) => percent(risk.offByMore)],
  ['Flags, micro-F1', ({ flags }) => fixed(flags.microF1)],
  ['Not Read, called Read', ({ dangerous }) => String(dangerous.calledRead)],
  ['High or Critical, called Low', ({ dangerous }) => String(dangerous.calledLow)],
];

type System = Benchmark['systems'][number];

function systemTable(systems: readonly System[]): Block {
  const head = ['Measure', ...systems.flatMap(({ title }) => [`${title}, tuned`, 'frozen'])];
  const rows = MEASURES.map(([name, of]) =>
    [name, ...systems.flatMap(({ tuned, frozen }) => [of(tuned), of(frozen)])].map(cell),
  );
  return tableOf('Tuned and frozen, side by side', head, rows, numbersAfter(1, head));
}

function reportTables({ tuned, frozen }: System): Block[] {
  return [
    ratesTable('Categories', CATEGORIES, tuned.category.classes, frozen.category.classes),
    confusionTable('tuned', tuned),
    confusionTable('frozen', frozen),
    calibrationTable(tuned, frozen),
    ratesTable('Flags', FLAG_IDS, tuned.flags.classes, frozen.flags.classes),
  ];
}

function ratesTable<Id extends string>(
  name: string,
  ids: readonly Id[],
  tuned: Record<Id, Rates>,
  frozen: Record<Id, Rates>,
): Block {
  const head = [name, 'Half', 'Labelled', 'Precision', 'Recall', 'F1'];
  const rows = ids.flatMap((id) => [ratesRow(id, 'tuned', tuned[id]), ratesRow(id, 'frozen', frozen[id])]);
  return tableOf(`${name}, with 95% intervals`, head, rows, numbersAfter(2, head));
}

/** A class that the half does not hold has no figures, rather than bad ones. */
function ratesRow(id: string, half: string, { support, intervals, ...rates }: Rates): Cell[] {
  const figures = (['precision', 'recall', 'f1'] as const).map((key) =>
    support === 0 ? '–' : `${fixed(rates[key])} (${range(intervals[key])})`,
  );
  return [id, half, String(support), ...figures].map(cell);
}

function confusionTable(half: string, { category }: Report): Block {
  const said = [...CATEGORIES, 'Unclassified'] as const;
  const head = ['Labelled', ...said.map((id) => `said ${id}`)];
  const rows = CATEGORIES.map((truth) =>
    [truth, ...said.map((id) => String(category.confusion[truth][id]))].map(cell),
  );
  return tableOf(`Confusion matrix, ${half}`, head, rows, numbersAfter(1, head));
}

function calibrationTable(tuned: Report, frozen: Report): Block {
  const head = ['Confidence', 'Tools, tuned', 'Category right', 'Tools, frozen', 'Category right'];
  const figures = ({ n, share, accuracy, interval }: Report['calibration']['high']): string[] => [
    `${n} (${percent(share)})`,
    n === 0 ? '–' : `${percent(accuracy)} (${interval.map(percent).join('–')})`,
  ];
  const rows = CONFIDENCES.toReversed().map((id) =>
    [id, ...figures(tuned.calibration[id]), ...figures(frozen.calibration[id])].map(cell),
  );
  return tableOf('How often each confidence is right, with 95% intervals', head, rows, numbersAfter(1, head));
}

function stageTable(stages: Benchmark['stages']): Block {
  const head = ['Given', 'Macro-F1, tuned', 'frozen', 'Level, tuned', 'frozen', 'Flags, tuned', 'frozen'];
  const rows = stages.map(({ title, tuned, frozen }) =>
    [
      title,
      ...[fixed(tuned.macroF1), fixed(frozen.macroF1)],
      ...[percent(tuned.risk), percent(frozen.risk)],
      ...[fixed(tuned.flags), fixed(frozen.flags)],
    ].map(cell),
  );
  return tableOf(
    'What each part of a definition adds, and what its negations do',
    head,
    rows,
    numbersAfter(1, head),
  );
}

function labelBlocks(
  labels: Benchmark['labels'],
  { n, category, risk, disagreements }: Benchmark['agreement'],
  hrefOf: HrefOf,
): Block[] {
  const rows = disagreements.map(({ id, a, b }) => [
    toolCell(id, hrefOf),
    cell(`${a.category}, ${a.risk}`),
    cell(`${b.category}, ${b.risk}`),
  ]);
  return [
    paragraph(
      `Each of ${count(n, 'tool')} was read and judged twice, in passes blind to each other, to the author’s annotations and to any verdict. The passes agree on ${percent(category.share)} of the categories (kappa ${fixed(category.kappa)}) and on ${percent(risk.share)} of the levels (kappa ${fixed(risk.kappa)}). The first pass counts; where the second gives another category, that is right too.`,
    ),
    ...(labels.void.length === 0
      ? []
      : [paragraph(`${count(labels.void.length, 'label')} of definitions that changed since do not count.`)]),
    paragraph(`Frozen servers: ${labels.frozenServers.join(', ')}.${unscored(labels.unscoredFrozenServers)}`),
    tableOf('Where the passes differ', ['Tool', 'First pass', 'Second pass'], rows),
  ];
}

function mistakeBlocks(mistakes: readonly Mistake[], hrefOf: HrefOf): Block[] {
  const rows = mistakes.map(({ id, half, labelled, said, wrong }) => [
    toolCell(id, hrefOf),
    cell(half),
    cell(wrong.map((what) => (what === 'risk' ? 'level' : what)).join(' and ')),
    cell(`${labelled.category}${labelled.alt === null ? '' : ` or ${labelled.alt}`}, ${labelled.risk}`),
    cell(`${said.category}, ${riskWord(said.risk)}`),
    cell(said.confidence ?? ''),
  ]);
  const head = ['Tool', 'Half', 'Wrong', 'Labelled', 'Verdict', 'Confidence'];
  if (rows.length === 0) return [paragraph('No labelled tool has another verdict than its label.')];
  return [
    paragraph('Labelled tools whose verdict differs from the label. Either of the two may be wrong.'),
    tableOf(count(rows.length, 'mistake'), head, rows),
  ];
}

function toolCell(id: string, hrefOf: HrefOf): Cell {
  const href = hrefOf(id);
  return { text: shown(id), code: true, ...(href === undefined ? {} : { href }) };
}

function numbersAfter(first: number, head: readonly string[]): number[] {
  return head.map((_, index) => index).slice(first);
}

function range([low, high]: Interval): string {
  return `${low.toFixed(2)}–${high.toFixed(2)}`;
}

function fixed(value: number): string {
  return value.toFixed(3);
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)}%`;
}

/** Frozen servers that add nothing to the frozen figures. */
function unscored(servers: readonly string[]): string {
  if (servers.length === 0) return '';
  return ` Of ${list(servers)} every labelled tool also stood in a set that rules were tuned on, so it counts as tuned.`;
}
