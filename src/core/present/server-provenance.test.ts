import { expect, test } from 'vitest';
import type { Observation, ServerEntry } from '../catalogue/entry.ts';
import { provenanceOf } from './server-provenance.ts';

const ENTRY: ServerEntry = {
  id: 'acme',
  title: 'Acme',
  vendor: 'Acme',
  official: true,
  summary: 'Connects an agent to Acme.',
  source: { kind: 'npm', package: '@acme/mcp', version: '1.2.3' },
};
const OBSERVED: Observation['observed'] = {
  version: '1.2.3',
  integrity: null,
  date: '2026-11-20',
  protocolVersion: null,
  how: 'tools/list over stdio',
};
type Packaged = NonNullable<Observation['observed']['package']>;

function states(packaged: Partial<Packaged> | null, source: ServerEntry['source'] = ENTRY.source) {
  const whole = { mcpName: null, registryName: null, attested: null, ...packaged };
  const rows = provenanceOf(
    { ...ENTRY, source },
    { ...OBSERVED, ...(packaged === null ? {} : { package: whole }) },
  );
  return rows.map(({ state, how }) => [state, how]);
}

test.each<[Partial<Packaged>, string, string]>([
  [{ attested: null }, 'not checkable', 'tells nothing of signatures for @acme/mcp@1.2.3'],
  [{ attested: false }, 'unverified', 'holds no statement of how it was built'],
  [{ attested: true }, 'unverified', 'Its signature was not checked here'],
])('of a build with %j it says %s', (packaged, state, how) => {
  expect(states(packaged)[0]).toEqual([state, expect.stringContaining(how)]);
});

test.each<[Partial<Packaged>, string, string]>([
  [{}, 'unverified', 'has no mcpName'],
  [{ registryName: 'io.acme/mcp' }, 'unverified', 'has no mcpName'],
  [{ mcpName: 'io.acme/mcp' }, 'not checkable', 'no entry of the registry was read'],
  [{ mcpName: 'io.acme/mcp', registryName: 'io.acme/mcp' }, 'verified', 'both say “io.acme/mcp”'],
  [{ mcpName: 'io.acme/mcp', registryName: 'io.other/mcp' }, 'unverified', 'named “io.other/mcp”'],
])('of a name with %j it says %s', (packaged, state, how) => {
  expect(states(packaged)[1]).toEqual([state, expect.stringContaining(how)]);
});

test.each<[string, ServerEntry['source']]>([
  ['not looked at when the package was observed', ENTRY.source],
  ['nobody ran the server', { kind: 'listing', package: '@acme/mcp' }],
  ['not observed from an npm package', { kind: 'http', url: 'https://acme.example/mcp' }],
])('what was not looked at is not checkable: %s', (how, source) => {
  for (const row of states(null, source))
    expect(row).toEqual(['not checkable', expect.stringContaining(how)]);
});

test('the name that a package claims is a stranger’s text', () => {
  expect(states({ mcpName: 'a\u202eb\nc' })[1]?.[1]).not.toMatch(/[\u202e\n]/);
});
