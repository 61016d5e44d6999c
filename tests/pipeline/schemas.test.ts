import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SiteFiles } from '../../src/pipeline/site-files.ts';
import { writeSchemas } from '../../src/pipeline/write-schemas.ts';
import { folderWith } from '../commands/run.ts';

test('the schema of a policy stands at an address of its own, and every answer of a command has one', () => {
  const folder = folderWith({});
  writeSchemas(new SiteFiles(folder));
  const policy = readFileSync(join(folder, 'schemas/policy.v1.json'), 'utf8');
  expect(JSON.parse(policy)).toMatchObject({ title: 'policy.json, version 1', additionalProperties: false });
  expect(readFileSync(join(folder, 'api/v1/schemas/policy.json'), 'utf8')).toBe(policy);
  const names = readdirSync(join(folder, 'api/v1/schemas'));
  for (const name of ['policy-check', 'policy-decision', 'policy-difference'])
    expect(names).toContain(`${name}.json`);
});
