import { HtmlValidate } from 'html-validate';
import { expect, inject, test } from 'vitest';
import { pagesOf, textsOf } from './built-pages.ts';

const site = inject('site');

/** The rules of the HTML standard, without those of taste. */
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

test('every type of page is valid HTML', async () => {
  const paths = sample([...(await pagesOf(site)), '/search/', '/404.html']);
  expect(paths.length).toBeGreaterThan(100);
  const texts = await textsOf(site, paths);
  expect(paths.flatMap((path, index) => problemsOf(path, texts[index] ?? '')).slice(0, 20)).toEqual([]);
});

test('what is not valid is found', () => {
  const page =
    '<!DOCTYPE html><html lang="en"><head><title>a</title></head><body><p><div></div></p></body></html>';
  expect(problemsOf('/', page)).not.toEqual([]);
});

function problemsOf(path: string, html: string): string[] {
  return validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) => messages)
    .map(({ line, column, message, ruleId }) => `${path}:${line}:${column} ${message} (${ruleId})`);
}

/** All pages but those of tools, and each fiftieth of those: they are one type, and many. */
function sample(paths: readonly string[]): string[] {
  const tools = paths.filter((path) => path.startsWith('/tools/'));
  return [...new Set(paths)].filter((path) => !path.startsWith('/tools/') || tools.indexOf(path) % 50 === 0);
}
