import { expect, test, vi } from 'vitest';
import { policyText } from '../../src/core/policy/policy-text.ts';
import { policyFor } from '../../src/core/recommend/policies.ts';
import { renderAll, TARGETS } from '../../src/core/targets/targets.ts';
import { readCatalogue } from '../../src/ingest/catalogue.ts';
import { adviseServer } from '../../src/pipeline/policy-records.ts';
import { loadClassifier } from '../../src/pipeline/rulebook.ts';
import { parsed } from './parse.ts';

vi.setConfig({ testTimeout: 120_000 });

const { classifier } = loadClassifier('catalog');
const SERVERS = readCatalogue('catalog').sources.map(({ id }) => id);

function advised(id: string): NonNullable<ReturnType<typeof adviseServer>['server']> {
  if (classifier === null) throw new Error('the rules cannot be used');
  const { server } = adviseServer('catalog', id, classifier, 'interactive');
  if (server === null) throw new Error(id);
  return server;
}

test.each(SERVERS)('%s is rendered for every target, the same twice, and every file can be parsed', (id) => {
  const { tools } = advised(id);
  const records = tools.map(({ record }) => record);
  const server = { key: id, allToolNames: records.map(({ tool }) => tool) };
  const renderings = renderAll(server, records, false);
  expect(renderAll(server, records, false)).toEqual(renderings);
  expect(renderings).toHaveLength(TARGETS.length);
  for (const { files, perTool, notes } of renderings) {
    expect([files.length > 0, notes]).toEqual([true, notes]);
    expect(perTool).toHaveLength(records.length);
    for (const file of files) if (file.language !== 'shell') parsed(file);
  }
});

test.each(SERVERS)('the policy.json of %s is the one on its page, and that of each tool too', (id) => {
  const { tools } = advised(id);
  const records = tools.map(({ record }) => record);
  const server = { key: id, allToolNames: records.map(({ tool }) => tool) };
  const textOf = (some: typeof records, only: boolean): string | undefined =>
    TARGETS[0]?.render(server, some, { only }).files[0]?.text;
  expect(textOf(records, false)).toBe(policyText(policyFor(tools.map(({ advice }) => advice))));
  for (const { record, advice } of tools)
    expect(textOf([record], true)).toBe(policyText(policyFor([advice])));
});
