import { expect, test } from 'vitest';
import type { ServerEntry } from '../catalogue/entry.ts';
import { identityOf } from './server-identity.ts';

function identity(source: ServerEntry['source']): Record<string, string> {
  const entry = { id: 'acme', title: 'Acme', vendor: 'Acme', official: false, summary: 'Acme.', source };
  const observed = {
    version: null,
    integrity: null,
    date: '2026-11-20',
    protocolVersion: null,
    how: 'tools/list',
  };
  return Object.fromEntries(identityOf(entry, observed).map(({ label, value }) => [label, value]));
}

test('credentials are told by the names of variables and flags, never by their values', () => {
  const source = {
    kind: 'npm' as const,
    package: '@acme/mcp',
    env: { ACME_API_KEY: 'hush-1', ACME_REGION: 'eu' },
    args: ['--tools=all', '--access-token=hush-2'],
  };
  const { Authentication = '' } = identity(source);
  expect(Authentication).toContain('a credential in ACME_API_KEY and --access-token');
  expect(JSON.stringify(identity(source))).not.toContain('hush');
});

test('a server that asked for nothing is not said to need nothing', () => {
  expect(identity({ kind: 'npm', package: '@acme/mcp' })['Authentication']).toContain('a call may need some');
});

test('transport and authentication of what was never run are not made up', () => {
  const listed = identity({ kind: 'listing', note: 'A page.' });
  expect(listed).not.toHaveProperty('Transport');
  expect(listed).not.toHaveProperty('Authentication');
  expect(listed).toHaveProperty('Listed');
  expect(identity({ kind: 'http', url: 'https://a.example/' })['Transport']).toContain('Streamable HTTP');
});
