import { expect, test, vi } from 'vitest';
import { embeddedClassifier } from '../../scripts/load-rules.ts';
import { policyText } from '../../src/core/policy/policy-text.ts';
import { validatePolicy } from '../../src/core/policy/validate.ts';
import { policyFor } from '../../src/core/recommend/policies.ts';
import { readCatalogue } from '../../src/ingest/catalogue.ts';
import { adviseServer } from '../../src/pipeline/policy-records.ts';

vi.setConfig({ testTimeout: 120_000 });

const IDS = readCatalogue('catalog').sources.map(({ id }) => id);

test('there are servers to look at', () => {
  expect(IDS.length).toBeGreaterThan(20);
});

test.each(IDS)('the policies recommended for %s and each of its tools have no problems', (id) => {
  const { server } = adviseServer('catalog', id, embeddedClassifier(), 'interactive');
  const advice = (server?.tools ?? []).map((tool) => tool.advice);
  const tools = advice.map(({ tool }) => tool);
  const told = [advice, ...advice.map((one) => [one])].flatMap((some) => {
    const { policy, problems } = validatePolicy(policyText(policyFor(some)), { tools });
    return policy === null || problems.length > 0 ? [problems] : [];
  });
  expect(told).toEqual([]);
});
