import type { PolicyRecord } from '../../src/core/targets/record.ts';
import { readCatalogue } from '../../src/ingest/catalogue.ts';
import { adviseServer } from '../../src/pipeline/policy-records.ts';
import { loadClassifier } from '../../src/pipeline/rulebook.ts';

/** Every server of the embedded catalogue, with the records that its pages are rendered from. */
export function adviseCatalogue(): { id: string; records: PolicyRecord[] }[] {
  const { classifier } = loadClassifier('catalog');
  if (classifier === null) throw new Error('the rules cannot be used');
  return readCatalogue('catalog').sources.map(({ id }) => {
    const { server } = adviseServer('catalog', id, classifier, 'interactive');
    if (server === null) throw new Error(id);
    return { id, records: server.tools.map(({ record }) => record) };
  });
}
