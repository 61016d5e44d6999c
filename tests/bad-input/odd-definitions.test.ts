import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../../src/core/tool/json.ts';
import { type PresentedServer, presentServer } from '../../src/pipeline/present-server.ts';
import { loadClassifier } from '../../src/pipeline/rulebook.ts';
import { readSources } from '../../src/pipeline/sources.ts';
import { surveyServers } from '../../src/pipeline/survey.ts';

const folder = mkdtempSync(join(tmpdir(), 'toolwarden-odd-'));
const presented = new Map<string, PresentedServer>();

/** An object schema of 88 KB: many properties, each with a long description and an enum. */
function largeSchema(): JsonObject {
  const properties: JsonObject = {};
  for (let index = 0; JSON.stringify(properties).length < 88_000; index++) {
    properties[`field_${index}`] = {
      type: 'string',
      description: 'Sets the field. '.repeat(20),
      enum: ['delete', 'keep'],
    };
  }
  return { type: 'object', properties };
}

function tooDeepSchema(): string {
  return `${'{"properties":{"a":'.repeat(5000)}{}${'}}'.repeat(5000)}`;
}

beforeAll(async () => {
  cpSync('tests/fixtures/hostile-catalog', folder, { recursive: true });
  const file = join(folder, 'servers/odd-schemas/tools.json');
  const { default: observation } = await import(
    '../fixtures/hostile-catalog/servers/odd-schemas/tools.json',
    { with: { type: 'json' } }
  );
  const tools: unknown[] = [
    ...observation.result.tools,
    { name: 'large', description: 'Updates fields.', inputSchema: largeSchema() },
  ];
  writeFileSync(file, JSON.stringify({ ...observation, result: { tools } }));
  const { sources, findings } = await readSources([folder], folder);
  const { classifier } = loadClassifier('catalog');
  if (classifier === null) throw new Error('the rules of the catalogue do not load');
  const survey = surveyServers(sources, classifier, () => {});
  expect([...findings, ...survey.findings]).toEqual([]);
  for (const server of survey.servers)
    presented.set(
      server.entry.id,
      presentServer(server, survey, () => []),
    );
});

afterAll(() => rmSync(folder, { recursive: true }));

function pageOf(name: string): PresentedServer['tools'][number]['page'] {
  const tool = presented.get('odd-schemas')?.tools.find(({ page }) => page.name === name);
  if (tool === undefined) throw new Error(`no page for ${name}`);
  return tool.page;
}

const codesOf = (name: string): string[] => pageOf(name).findings.map((finding) => finding.code);
const jsonOf = (name: string): unknown =>
  JSON.parse(
    pageOf(name)
      .definition.json.map((segment) => segment.text)
      .join(''),
  );

test('a missing description or schema is a finding on the page, with what to write', () => {
  expect(codesOf('nothing_else')).toEqual(expect.arrayContaining(['description-missing', 'schema-missing']));
  expect(codesOf('no_description')).toContain('description-missing');
  expect(codesOf('no_schema')).toContain('schema-missing');
  for (const { hint } of pageOf('nothing_else').findings) expect(hint).not.toBe('');
});

test('a schema that refers to itself ends', () => {
  expect(pageOf('ref_loop').parameters.length).toBeGreaterThan(0);
  expect(pageOf('ref_loop').parameters.length).toBeLessThanOrEqual(60);
});

test('thirty levels are shown whole', () => {
  expect(JSON.stringify(jsonOf('thirty_levels'))).toContain('level30');
});

test('a schema of 88 KB is shown whole, its table cut and said to be', () => {
  expect(JSON.stringify(jsonOf('large')).length).toBeGreaterThan(88_000);
  expect(pageOf('large').parameters.length).toBeLessThanOrEqual(60);
  expect(pageOf('large').definition.notes.join(' ')).toContain('60 of');
});

test('wrong types within a definition break nothing', () => {
  for (const name of [
    'wrong_types',
    'null_everything',
    'boolean_schema',
    'odd_properties',
    'unresolved_ref',
  ]) {
    expect(pageOf(name).answer, name).not.toBe('');
  }
});

test('nesting without end is refused with the tool it stands in', async () => {
  const file = join(folder, 'servers/odd-schemas/tools.json');
  writeFileSync(
    file,
    `{"observed":{},"result":{"tools":[{"name":"a"},{"name":"b","inputSchema":${tooDeepSchema()}}]}}`,
  );
  const { sources } = await readSources([folder], folder);
  const read = sources.find((source) => source.id === 'odd-schemas')?.read();
  expect(read?.server).toBeNull();
  expect(read?.findings[0]).toMatchObject({ code: 'too-deep', path: '/result/tools/1' });
});
