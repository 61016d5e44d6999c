import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type Classifier, compileRules } from '../../src/core/classify/classifier.ts';
import type { Lexicon, Rule } from '../../src/core/classify/rule.ts';
import type { Definition } from '../../src/core/tool/definition.ts';
import type { JsonValue } from '../../src/core/tool/json.ts';
import { readCatalogue } from '../../src/ingest/catalogue.ts';
import { readRulebook } from '../../src/ingest/rules.ts';

const files = readRulebook('catalog').files;
export const rules: Rule[] = files.rules.map(({ rule }) => rule);
export const lexicons: Lexicon[] = files.lexicons;

export function classifierOf(someRules: readonly Rule[], someLexicons: readonly Lexicon[]): Classifier {
  const { classifier } = compileRules(someRules, someLexicons);
  if (classifier === null) throw new Error('the rules do not compile');
  return classifier;
}

export const classifier = classifierOf(rules, lexicons);

/** Every definition of the embedded catalogue. */
export const embedded: Definition[] = readCatalogue('catalog').sources.flatMap(
  (source) => source.read().server?.definitions ?? [],
);

const CORPUS = '../shared/corpus/tools.jsonl.gz';

/** The measuring corpus, where there is one beside the checkout; else null, and the test that asks says so. */
export function corpus(): Definition[] | null {
  if (!existsSync(CORPUS)) {
    process.stderr.write(`${CORPUS} is not there: only the embedded catalogue was looked at.\n`);
    return null;
  }
  const lines = gunzipSync(readFileSync(CORPUS)).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => (JSON.parse(line) as { tool: Definition }).tool);
}

/** Words that rules look for, so that made-up definitions say something. */
const word = fc.constantFrom(...new Set(lexicons.flatMap(({ words }) => words)));
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const name = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((list) => list.join('_').replaceAll(' ', '_'));
const property = fc.record(
  {
    type: fc.constantFrom('string', 'integer', 'boolean', 'array', 'object'),
    description: words,
    enum: fc.array(word, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

/** Definitions in the words of the lexicons, without annotations. */
export const definition: fc.Arbitrary<Definition> = fc
  .record(
    {
      name,
      title: words,
      description: words.map((text) => `${text}.`),
      inputSchema: fc.record({ properties: fc.dictionary(name, property, { maxKeys: 4 }) }),
    },
    { requiredKeys: ['name'] },
  )
  .map((value) => value as unknown as Definition);

export const annotations = fc.record(
  {
    readOnlyHint: fc.boolean(),
    destructiveHint: fc.boolean(),
    idempotentHint: fc.boolean(),
    openWorldHint: fc.boolean(),
    title: words,
  },
  { requiredKeys: [] },
);

/** JSON of any shape, with the keys that a reader of definitions looks for at any depth. */
const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom<JsonValue>(null, true, 1e308, '', '#/', '#/properties/a', '\ud800', '__proto__'),
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom(
        'properties',
        'items',
        'allOf',
        'anyOf',
        '$ref',
        'enum',
        'const',
        'type',
        'required',
        'description',
        'default',
        'a',
        '__proto__',
        'toString',
      ),
      tie('tree'),
      { maxKeys: 5 },
    ),
  ),
}));

/** Anything that has a name and is called a tool. */
export const wildDefinition: fc.Arbitrary<Definition> = fc
  .record(
    {
      name: fc.oneof(name, fc.string({ unit: 'binary' })),
      title: tree,
      description: tree,
      inputSchema: tree,
      outputSchema: tree,
      annotations: tree,
      arguments: tree,
      _meta: tree,
    },
    { requiredKeys: ['name'] },
  )
  .map((value) => value as unknown as Definition);
