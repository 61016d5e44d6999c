import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { textAt } from '../../src/core/present/evidence.ts';
import { recommend } from '../../src/core/recommend/advice.ts';
import { Classification } from '../../src/core/schemas/classification.ts';
import type { Definition } from '../../src/core/tool/definition.ts';
import type { JsonValue } from '../../src/core/tool/json.ts';
import { readParameters } from '../../src/core/tool/parameters.ts';
import { classificationOf } from '../../src/pipeline/classification.ts';
import { classifier, corpus, definition, embedded, wildDefinition } from './definitions.ts';

// Thousands of definitions on a busy machine: the limit only ends what hangs.
vi.setConfig({ testTimeout: 120_000 });

/** Spans that point outside their string or at nothing, as a person would look for them. */
function straySpans(tool: Definition): string[] {
  return classifier
    .classify(tool, 'observed')
    .reasons.flatMap(({ rule, spans }) =>
      spans
        .filter(({ field, start, end }) => !(start >= 0 && start < end && end <= textAt(tool, field).length))
        .map(({ field, start, end }) => `${tool.name}: ${rule} at ${field} ${start}-${end}`),
    );
}

test('whatever has a name is classified, hashed and advised on, in the published shape', () => {
  fc.assert(
    fc.property(wildDefinition, (tool) => {
      const record = classificationOf({ id: null, server: null, tool }, classifier);
      expect(Classification.safeParse(record).error?.issues).toBeUndefined();
      recommend(tool, classifier.classify(tool, 'listed'), readParameters(tool));
      expect(straySpans(tool)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

function nested(levels: number): JsonValue {
  let schema: JsonValue = { type: 'string' };
  for (let level = 0; level < levels; level++)
    schema = { type: 'object', properties: { a: schema }, anyOf: [{ items: {} }, { type: 'array' }] };
  return schema;
}

const LOOP = {
  properties: { a: { $ref: '#/properties/b' }, b: { anyOf: [{ $ref: '#/properties/a' }, { $ref: '#' }] } },
  allOf: [{ $ref: '#/allOf/0' }],
  $ref: '#/properties',
};

test.each([
  ['a loop of references', LOOP],
  ['thirty levels', nested(30)],
  ['a list in place of a schema', []],
  ['a text in place of a schema', 'object'],
  ['lists in place of properties', { properties: ['a'], required: 'a' }],
])('%s does no harm', (_, inputSchema) => {
  const tool = { name: 'delete_file', description: 'Deletes a file.', inputSchema } as Definition;
  expect(classificationOf({ id: null, server: null, tool }, classifier).category).toBe('Destructive');
});

test('every span lies inside the text it points at', () => {
  fc.assert(fc.property(definition, (tool) => straySpans(tool).length === 0));
  expect(embedded.flatMap(straySpans)).toEqual([]);
  expect((corpus() ?? []).flatMap(straySpans)).toEqual([]);
});
