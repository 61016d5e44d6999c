import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ServerEntry } from '../../src/core/catalogue/entry.ts';
import { limitsWithin } from '../../src/ingest/limits.ts';
import { packageSpec } from '../../src/ingest/npm-package.ts';
import { Stopped } from '../../src/ingest/problem.ts';
import type { Source } from '../../src/ingest/source.ts';
import { attempt, stored, temporaryFolder } from './attempt.ts';
import { localRegistry, silentRegistry } from './local-registry.ts';

const SERVED: Source = {
  kind: 'npm',
  name: '@example/served',
  version: '1.2.3',
  args: ['--all'],
  env: { KEY: 'a real secret' },
};

test('a package is installed without its scripts, run with its arguments, and recorded', async () => {
  const { trace, integrity } = await localRegistry({
    license: 'ISC',
    author: 'A <a@example.org>',
    repository: 'a/b',
  });
  const catalog = temporaryFolder();
  const { ingested, findings } = await attempt(SERVED, catalog);
  expect(ingested).toMatchObject({ version: '1.2.3', tools: 1 });
  expect(existsSync(trace)).toBe(false);
  const { observation, server } = stored(catalog);
  expect(observation.observed).toEqual({
    version: '1.2.3',
    integrity,
    date: '2026-11-20',
    protocolVersion: '2025-11-25',
    how: 'tools/list over stdio',
    package: { mcpName: null, registryName: null, attested: null },
  });
  expect(observation.result.tools[0]).toMatchObject({ args: ['--all'], key: 'a real secret' });
  expect(String(observation.result.tools[0]?.['cwd'])).toContain('toolwarden-');
  expect(findings.map((finding) => finding.code)).toEqual(['temporary-path']);
  expect(server).toContain('KEY: dummy');
  expect(server).not.toContain('secret');
  expect(server).toContain('vendor: A\n');
  expect(server).toContain('repository: https://github.com/a/b');
  expect(server).toContain('evidence: license field of package.json');
});

const SIGNATURES = [{ keyid: 'SHA256:k', sig: 's' }];
const ATTESTATIONS = {
  url: 'https://example.org/a',
  provenance: { predicateType: 'https://slsa.dev/provenance/v1' },
};

test.each([
  ['says nothing of signatures', {}, null],
  ['signs and has no statement', { signatures: SIGNATURES }, false],
  ['has a statement', { signatures: SIGNATURES, attestations: ATTESTATIONS }, true],
])('what is known of the build is recorded where the registry %s', async (_, distributed, attested) => {
  await localRegistry({}, distributed);
  const catalog = temporaryFolder();
  await attempt(SERVED, catalog);
  expect(stored(catalog).observation.observed.package).toMatchObject({ attested });
});

test('the name a package claims in the MCP registry is recorded beside the entry that led to it', async () => {
  await localRegistry({ mcpName: 'io.example/served' });
  const catalog = temporaryFolder();
  await attempt(SERVED, catalog, {}, { registryName: 'io.example/other' });
  expect(stored(catalog).observation.observed.package).toEqual({
    mcpName: 'io.example/served',
    registryName: 'io.example/other',
    attested: null,
  });
});

test('without an SPDX field the licence text in the tarball is the evidence', async () => {
  await localRegistry({ license: 'SEE LICENSE IN LICENSE' });
  const catalog = temporaryFolder();
  await attempt(SERVED, catalog);
  expect(stored(catalog).server).toContain('spdx: MIT\n  evidence: LICENSE in the tarball');
});

test('files that the server insists on lie in the folder it is started in', async () => {
  await localRegistry();
  const catalog = temporaryFolder();
  await attempt({ ...SERVED, files: { 'given.txt': 'a: 1' } }, catalog);
  expect(stored(catalog).observation.result.tools[0]).toMatchObject({ given: 'a: 1' });
});

test('such a file cannot lie anywhere else', () => {
  const { files } = ServerEntry.shape.source.shape;
  expect(files.safeParse({ 'given.txt': '' }).success).toBe(true);
  for (const name of ['../x', '/x', '.npmrc', 'a/b', ''])
    expect(files.safeParse({ [name]: '' }).success).toBe(false);
});

test('a dependency that cannot be had may be replaced', async () => {
  await localRegistry({ dependencies: { '@example/gone': '^9.0.0' } });
  const refused = await attempt(SERVED, temporaryFolder());
  expect(refused.findings[0]).toMatchObject({ code: 'npm-install' });
  const overrides = { '@example/gone': 'npm:@example/served@1.2.3' };
  const { ingested } = await attempt({ ...SERVED, overrides }, temporaryFolder());
  expect(ingested?.tools).toBe(1);
});

test('a package with several programs asks which one', async () => {
  await localRegistry({ bin: { one: 'server.mjs', two: 'server.mjs' } });
  const { findings } = await attempt(SERVED, temporaryFolder());
  expect(findings[0]).toMatchObject({ code: 'which-bin', hint: 'Name one with --bin NAME.' });
  expect(findings[0]?.message).toContain('one, two');
  const chosen = await attempt({ ...SERVED, bin: 'two' }, temporaryFolder());
  expect(chosen.ingested?.tools).toBe(1);
});

test('a program outside the package is refused', async () => {
  await localRegistry({ bin: { served: '../../../../../../../bin/true' } });
  const { findings } = await attempt(SERVED, temporaryFolder());
  expect(findings[0]).toMatchObject({ severity: 'error', code: expect.stringMatching(/no-bin|which-bin/) });
});

test('the time limit holds for the installation as well', async () => {
  await silentRegistry();
  const { findings } = await attempt(SERVED, temporaryFolder(), { limits: limitsWithin(1_500) });
  expect(findings[0]).toMatchObject({ code: 'npm-timeout' });
  expect(findings[0]?.message).toContain('@example/served@1.2.3 after 1.5 seconds');
});

test('a version that does not exist is a clear error', async () => {
  await localRegistry();
  const { findings } = await attempt({ ...SERVED, version: '9.9.9' }, temporaryFolder());
  expect(findings[0]).toMatchObject({ code: 'npm-install' });
});

test.each([
  'left-pad',
  'left-pad@latest',
  'left-pad@^1.0.0',
  '../evil@1.0.0',
  '--prefix=/@1.0.0',
  'a@1.0.0;rm',
  '@scope@1.0.0',
  '',
])('%j is no PACKAGE@VERSION', (text) => {
  expect(() => packageSpec(text)).toThrow(Stopped);
});

test('a scoped package with a prerelease is one', () => {
  expect(packageSpec('@a/b.c@1.0.0-beta.1')).toEqual({ name: '@a/b.c', version: '1.0.0-beta.1' });
});
