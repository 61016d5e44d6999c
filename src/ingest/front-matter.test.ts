import { expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';

declare global {
  var frontMatterHasRun: boolean | undefined;
}

test('front matter and content are told apart, and lines are those of the file', () => {
  const { found, findings } = readFrontMatter('---\na: 1\nb:\n  - x\n---\n\n# Title\n\nText.\n', 'n.md');
  expect(findings).toEqual([]);
  expect(found?.source.value).toEqual({ a: 1, b: ['x'] });
  expect(found?.source.lineOf('/a')).toBe(2);
  expect(found?.source.lineOf('/b/0')).toBe(4);
  expect(found?.content).toBe('# Title\n\nText.');
});

test.each(['---js', '---javascript', '---coffee', '---json', '---yaml', '--- ', ' ---', '----', '', 'Text'])(
  'a file that opens with %j is refused and never run',
  (opening) => {
    const { found, findings } = readFrontMatter(
      `${opening}\n({ a: (globalThis.frontMatterHasRun = true) })\n---\nText\n`,
      'n.md',
    );
    expect(found).toBeNull();
    expect(findings).toMatchObject([{ code: 'front-matter', file: 'n.md', line: 1 }]);
    expect(globalThis.frontMatterHasRun).toBeUndefined();
  },
);

test('malformed YAML is a finding with its line in the file', () => {
  const { found, findings } = readFrontMatter('---\na: 1\nb: [1\nc: 2\n---\nText\n', 'n.md');
  expect(found).toBeNull();
  expect(findings).toMatchObject([{ code: 'yaml-syntax', file: 'n.md' }]);
  expect(findings[0]?.line).toBeGreaterThanOrEqual(3);
});

test('the same file read twice gives the same answer', () => {
  const text = '---\na: 1\n---\nText\n';
  expect(readFrontMatter(text, 'n.md').found?.source.value).toEqual({ a: 1 });
  expect(readFrontMatter(text, 'n.md').found?.source.value).toEqual({ a: 1 });
});

test.each(['---\n---\nText\n', '---\na: 1\n'])('an empty or unclosed block does not throw: %j', (text) => {
  expect(() => readFrontMatter(text, 'n.md')).not.toThrow();
});
