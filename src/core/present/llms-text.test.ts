import { expect, test } from 'vitest';
import { llmsText } from './llms-text.ts';
import { ENDPOINTS } from './machine/endpoints.ts';
import { shown } from './shown.ts';

const server = { title: shown('A [x](y)'), href: '/servers/acme/', summary: shown('Sums.'), tools: 2 };

test('every address that programs may rely on is named, with what is there', () => {
  const text = llmsText('https://example.org', [server]);
  for (const { path, what } of ENDPOINTS) {
    expect(text).toContain(path);
    expect(text).toContain(what);
  }
  expect(text).toContain('- [A \\[x\\](y)](https://example.org/servers/acme/index.md): Sums. 2 tools.');
});

test('of a large catalogue only some servers are named, and where the others are', () => {
  const text = llmsText(
    'https://example.org',
    Array.from({ length: 201 }, () => server),
  );
  expect(text.match(/servers\/acme\/index\.md/g)).toHaveLength(200);
  expect(text).toContain('- All 201: https://example.org/api/v1/servers.json');
});
