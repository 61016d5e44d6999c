import {
  CATEGORIES,
  type Category,
  CONFIDENCES,
  FLAG_IDS,
  heightOf,
  type VerdictCategory,
} from '../taxonomy.ts';
import type { Label, Prediction } from './label.ts';
import { type Rates, ratesOf, share, type Tally, wilson } from './rates.ts';
import type { Report } from './report.ts';

/** A label with what was said about the same tool. */
export interface Pair {
  label: Label;
  said: Prediction;
}

/** A label that asks for a category, with the category that counts as its truth. */
export interface Row extends Pair {
  truth: Category;
  right: boolean;
}

/**
 * Scores predictions against labels. Rows labelled Unclear count for flags only. An arguable row is right when it
 * hits the category or the alternative; the one it hits is then its truth.
 */
export function scoreOf(pairs: readonly Pair[]): Report {
  const rows = pairs.flatMap((pair) => rowOf(pair) ?? []);
  return {
    n: rows.length,
    category: categoryScore(rows),
    risk: riskScore(rows),
    flags: flagScore(pairs),
    dangerous: dangerousErrors(rows),
    calibration: calibrationOf(rows),
  };
}

/** Null for a label of no category. */
export function rowOf(pair: Pair): Row | null {
  const { category, alt, confidence } = pair.label;
  if (category === 'Unclear') return null;
  const hitsAlt = confidence === 'arguable' && alt !== 'Unclear' && alt === pair.said.category;
  return {
    ...pair,
    truth: hitsAlt ? (alt as Category) : category,
    right: hitsAlt || pair.said.category === category,
  };
}

function categoryScore(rows: readonly Row[]): Report['category'] {
  const said: VerdictCategory[] = [...CATEGORIES, 'Unclassified'];
  const confusion = Object.fromEntries(
    CATEGORIES.map((truth) => [truth, Object.fromEntries(said.map((category) => [category, 0]))]),
  ) as Report['category']['confusion'];
  for (const row of rows) confusion[row.truth][row.said.category]++;
  const classes = Object.fromEntries(
    CATEGORIES.map((category) => {
      const hits = confusion[category][category];
      const labelled = said.reduce((sum, other) => sum + confusion[category][other], 0);
      const claimed = CATEGORIES.reduce((sum, truth) => sum + confusion[truth][category], 0);
      return [category, ratesOf({ hits, false: claimed - hits, missed: labelled - hits })];
    }),
  ) as Record<Category, Rates>;
  const sum = CATEGORIES.reduce((total, category) => total + classes[category].f1, 0);
  const labelled = CATEGORIES.filter((category) => classes[category].support > 0);
  const right = rows.filter((row) => row.right).length;
  const unclassified = rows.filter(({ said: { category } }) => category === 'Unclassified').length;
  return {
    macroF1: share(sum, CATEGORIES.length),
    macroF1Labelled: share(
      labelled.reduce((total, category) => total + classes[category].f1, 0),
      labelled.length,
    ),
    accuracy: share(right, rows.length),
    unclassified,
    classes,
    confusion,
  };
}

/** An unrated tool stands below Low here, so that silence never scores better than a wrong word. */
function riskScore(rows: readonly Row[]): Report['risk'] {
  const steps = rows.map(({ label, said }) => heightOf(said.risk) - heightOf(label.risk));
  const count = (test: (step: number) => boolean): number => steps.filter(test).length;
  return {
    accuracy: share(
      count((step) => step === 0),
      rows.length,
    ),
    tooLow: share(
      count((step) => step < 0),
      rows.length,
    ),
    tooHigh: share(
      count((step) => step > 0),
      rows.length,
    ),
    offByMore: share(
      count((step) => Math.abs(step) >= 2),
      rows.length,
    ),
    unrated: rows.filter(({ said }) => said.risk === null).length,
  };
}

function flagScore(pairs: readonly Pair[]): Report['flags'] {
  const spoken = pairs.filter(({ said }) => said.flags !== undefined);
  const all: Tally = { hits: 0, false: 0, missed: 0 };
  const classes = Object.fromEntries(
    FLAG_IDS.map((flag) => {
      const tally: Tally = { hits: 0, false: 0, missed: 0 };
      for (const { label, said } of spoken) {
        const [isLabelled, isSaid] = [label.flags.includes(flag), said.flags?.includes(flag) === true];
        if (isLabelled && isSaid) tally.hits++;
        else if (isSaid) tally.false++;
        else if (isLabelled) tally.missed++;
      }
      all.hits += tally.hits;
      all.false += tally.false;
      all.missed += tally.missed;
      return [flag, ratesOf(tally)];
    }),
  ) as Report['flags']['classes'];
  return { microF1: ratesOf(all).f1, classes };
}

/** Errors that could make somebody trust too much. */
function dangerousErrors(rows: readonly Row[]): Report['dangerous'] {
  const calledRead = rows.filter(
    ({ right, truth, said }) => !right && truth !== 'Read' && said.category === 'Read',
  );
  const calledLow = rows.filter(
    ({ label, said }) => said.risk === 'Low' && heightOf(label.risk) >= heightOf('High'),
  );
  const ids = new Set([...calledRead, ...calledLow].map(({ label }) => label.id));
  return { n: ids.size, calledRead: calledRead.length, calledLow: calledLow.length, ids: [...ids] };
}

/** How often each word of confidence was right about the category. */
function calibrationOf(rows: readonly Row[]): Report['calibration'] {
  const entries = [...CONFIDENCES].reverse().map((confidence) => {
    const those = rows.filter(({ said }) => said.confidence === confidence);
    const right = those.filter((row) => row.right).length;
    return [
      confidence,
      {
        n: those.length,
        share: share(those.length, rows.length),
        right,
        accuracy: share(right, those.length),
        interval: wilson(right, those.length),
      },
    ];
  });
  return Object.fromEntries(entries) as Report['calibration'];
}
