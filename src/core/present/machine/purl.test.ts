import { expect, test } from 'vitest';
import { packagePlace } from './purl.ts';

const npm = (name: string) => packagePlace({ source: { kind: 'npm', package: name } });

test('a package has a package URL and an address made of the same name', () => {
  expect(npm('exa-mcp-server')).toEqual({
    purl: 'pkg:npm/exa-mcp-server',
    file: 'api/v1/identifiers/purl/npm/exa-mcp-server.json',
    href: '/api/v1/identifiers/purl/npm/exa-mcp-server.json',
  });
  expect(npm('@stripe/mcp')).toEqual({
    purl: 'pkg:npm/%40stripe/mcp',
    file: 'api/v1/identifiers/purl/npm/@stripe/mcp.json',
    href: '/api/v1/identifiers/purl/npm/@stripe/mcp.json',
  });
  expect(npm('socket.io')?.file).toMatch(/socket\.io\.json$/);
});

test.each([
  '..',
  '../x',
  '@../x',
  '@a/../x',
  '@a/b/c',
  '/etc',
  'a/b',
  'Capital',
  '.hidden',
  '_x',
  'con',
  '@aux/x',
  '@a/nul.js',
  'a b',
  'a%2fb',
  '',
  'x'.repeat(215),
])('%j is no name to make a path of', (name) => {
  expect(npm(name)).toBeNull();
});

test('a server that is not on npm has none', () => {
  expect(packagePlace({ source: { kind: 'http', url: 'https://example.org/mcp' } })).toBeNull();
  expect(packagePlace({ source: { kind: 'jsonl', package: 'exa-mcp-server' } })).toBeNull();
});
