import { expect, test } from 'vitest';
import type { Label, Prediction } from './label.ts';
import { Report } from './report.ts';
import { scoreOf } from './score.ts';

let number = 0;

function pair(label: Partial<Label>, said: Partial<Prediction>) {
  const id = `t${++number}`;
  return {
    label: { id, category: 'Read', confidence: 'sure', risk: 'Low', flags: [], ...label } as Label,
    said: { id, category: 'Read', risk: 'Low', ...said } as Prediction,
  };
}

test('an arguable row is right by its alternative, a sure one is not', () => {
  const wrote: Partial<Prediction> = { category: 'Write' };
  const { category } = scoreOf([
    pair({ confidence: 'arguable', alt: 'Write' }, wrote),
    pair({ confidence: 'sure', alt: 'Write' }, wrote),
  ]);
  expect(category.accuracy).toBe(0.5);
  expect(category.confusion.Write.Write).toBe(1);
  expect(category.confusion.Read.Write).toBe(1);
});

test('the mean is over five classes, each with precision and recall', () => {
  const report = scoreOf([
    pair({}, {}),
    pair({}, { category: 'Write' }),
    pair({ category: 'Write' }, { category: 'Write' }),
    pair({ category: 'Write' }, { category: 'Unclassified', risk: null }),
  ]);
  expect(report.category.classes.Read).toMatchObject({ precision: 1, recall: 0.5, f1: 0.6667, support: 2 });
  expect(report.category.classes.Write).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5, support: 2 });
  expect(report.category.macroF1).toBe(0.2333);
  expect(report.category.macroF1Labelled).toBe(0.5834);
  expect(report.category.unclassified).toBe(1);
  expect(Report.safeParse(report).error).toBeUndefined();
});

test('rows labelled Unclear count for flags alone', () => {
  const report = scoreOf([
    pair({ category: 'Unclear', flags: ['code'] }, { flags: ['code', 'money'] }),
    pair({ flags: ['delete'] }, { flags: [] }),
  ]);
  expect(report.n).toBe(1);
  expect(report.flags.classes.code).toMatchObject({ precision: 1, recall: 1, f1: 1, support: 1 });
  expect(report.flags.microF1).toBe(0.5);
});

test('the level is exact, too low, too high or far off; unrated stands below Low', () => {
  const { risk } = scoreOf([
    pair({ risk: 'High' }, { risk: 'High' }),
    pair({ risk: 'High' }, { risk: 'Medium' }),
    pair({ risk: 'Low' }, { risk: 'Critical' }),
    pair({ risk: 'Medium' }, { risk: null, category: 'Unclassified' }),
  ]);
  expect(risk).toEqual({ accuracy: 0.25, tooLow: 0.5, tooHigh: 0.25, offByMore: 0.5, unrated: 1 });
});

test('what could make somebody trust too much is counted on its own, each tool once', () => {
  const rows = [
    pair({ category: 'Write', risk: 'High' }, { risk: 'Low' }),
    pair({ category: 'Write', risk: 'Medium' }, {}),
    pair({ category: 'Execute', confidence: 'arguable', alt: 'Read', risk: 'Medium' }, {}),
    pair({ risk: 'Critical' }, { risk: 'Low' }),
    pair({ category: 'Write', risk: 'High' }, { category: 'Unclassified', risk: null }),
  ];
  const ids = [0, 1, 3].map((index) => rows[index]?.label.id);
  expect(scoreOf(rows).dangerous).toEqual({ n: 3, calledRead: 2, calledLow: 2, ids });
});

test('each word of confidence is held to how often it was right', () => {
  const { calibration } = scoreOf([
    pair({}, { confidence: 'high' }),
    pair({}, { confidence: 'high', category: 'Write' }),
    pair({}, { confidence: 'low' }),
  ]);
  expect(calibration).toEqual({
    high: { n: 2, share: 0.6667, right: 1, accuracy: 0.5, interval: [0.0945, 0.9055] },
    medium: { n: 0, share: 0, right: 0, accuracy: 0, interval: [0, 1] },
    low: { n: 1, share: 0.3333, right: 1, accuracy: 1, interval: [0.2065, 1] },
  });
});
