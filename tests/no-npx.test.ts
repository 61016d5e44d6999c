import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { private: unpublished } = JSON.parse(readFileSync('package.json', 'utf8')) as { private?: boolean };
const TEXTS = [
  ...['README.md', 'CONTRIBUTING.md'],
  ...globSync(['catalog/guides/**/*.md', 'src/core/present/**/*.ts', 'src/core/targets/**/*.ts']),
  ...globSync(['src/pages/**/*.astro', 'src/components/**/*.astro', 'src/layouts/**/*.astro']),
];
/** Names without an owner: whoever registers one would run on the machine of the reader. */
const UNOWNED =
  /\b(?:npx|npm exec|npm i|npm install|pnpm dlx|bunx)(?: +-\S+)* +(?:toolwarden|mcp-server-memory)\b/;

test('no text has its reader fetch a package that nobody published', () => {
  expect(TEXTS.length).toBeGreaterThan(50);
  const found = TEXTS.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (UNOWNED.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(unpublished === true ? found : []).toEqual([]);
  expect(UNOWNED.test('npx -y toolwarden policy')).toBe(true);
});
