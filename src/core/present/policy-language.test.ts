import { expect, test } from 'vitest';
import { EXAMPLE_CHAPTERS } from '../policy/examples.ts';
import { languageMarkdown, languagePage } from './policy-language.ts';

const page = languagePage();
const examples = EXAMPLE_CHAPTERS.flatMap((chapter) => chapter.examples);

test('every worked example stands there with its policy and all its calls', () => {
  const shown = page.chapters.flatMap((chapter) => chapter.examples);
  expect(shown.map(({ id }) => id)).toEqual(examples.map(({ id }) => id));
  for (const [index, { policy, steps }] of shown.entries()) {
    expect(JSON.parse(policy)).toEqual(examples[index]?.policy);
    expect(steps.map(({ decision }) => decision)).toEqual(
      examples[index]?.steps.map(({ decision }) => decision),
    );
  }
});

test('the moment is told where it matters, and repeated calls are counted', () => {
  const of = (id: string) =>
    page.chapters.flatMap((chapter) => chapter.examples).find((one) => one.id === id)?.steps;
  expect(of('thirty-a-minute')?.[0]?.call).toBe('30 × track_event() at 2026-03-01T12:00:00Z');
  expect(of('nothing-listed')).toEqual([{ call: 'pay()', decision: 'deny', by: 'by /default' }]);
});

test('the Markdown twin has a row for each example', () => {
  const rows = languageMarkdown(page)
    .split('\n')
    .filter((line) => /^\|.*\|$/.test(line));
  expect(rows).toHaveLength(examples.length + page.chapters.length * 2);
});
