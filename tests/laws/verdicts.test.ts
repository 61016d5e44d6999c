import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { judge } from '../../src/core/classify/judge.ts';
import type { Verdict } from '../../src/core/classify/verdict.ts';
import { EFFECT_IDS, FACT_IDS, heightOf, strengthOf } from '../../src/core/taxonomy.ts';
import type { Definition } from '../../src/core/tool/definition.ts';
import { isObject, type JsonValue } from '../../src/core/tool/json.ts';
import { classificationOf } from '../../src/pipeline/classification.ts';
import {
  annotations,
  classifier,
  classifierOf,
  definition,
  embedded,
  lexicons,
  rules,
} from './definitions.ts';

// Thousands of definitions on a busy machine: the limit only ends what hangs.
vi.setConfig({ testTimeout: 120_000 });

/** A verdict without the order in which parameters were met. */
function conclusion(verdict: Verdict) {
  const reasons = verdict.reasons.map(({ rule, spans }) => ({
    rule,
    spans: spans.map(({ field, start, end }) => `${field} ${start} ${end}`).toSorted(),
  }));
  return { ...verdict, reasons };
}

test('another effect never lowers the level or weakens the category', () => {
  const effect = fc.constantFrom(...EFFECT_IDS);
  fc.assert(
    fc.property(fc.array(effect, { minLength: 1 }), effect, fc.subarray(FACT_IDS), (some, more, facts) => {
      const [before, after] = [judge(some, facts), judge([...some, more], facts)];
      if (before.category === 'Unclassified' || after.category === 'Unclassified') return false;
      return (
        heightOf(after.risk) >= heightOf(before.risk) &&
        strengthOf(after.category) >= strengthOf(before.category)
      );
    }),
  );
});

test('without an effect a tool is unclassified and unrated, never Low', () => {
  fc.assert(
    fc.property(fc.subarray(FACT_IDS), (facts) => {
      expect(judge([], facts)).toEqual({ category: 'Unclassified', risk: null, effects: [] });
    }),
  );
});

/** Unrated tools are advised on like High ones, so a claim that rates one Low lowers it. */
function isLowered(plain: Verdict, claimed: Verdict): boolean {
  if (plain.risk === null) return claimed.risk === 'Low' || claimed.risk === 'Medium';
  return heightOf(claimed.risk) < heightOf(plain.risk);
}

function withClaims(tool: Definition, claims: JsonValue): Definition {
  return { ...tool, annotations: claims } as Definition;
}

test("an author's claims never lower a verdict", () => {
  const isFine = (tool: Definition, claims: JsonValue): boolean => {
    const { annotations: _, ...plain } = tool;
    const before = classifier.classify(plain as Definition, 'observed');
    return !isLowered(before, classifier.classify(withClaims(tool, claims), 'observed'));
  };
  fc.assert(fc.property(definition, annotations, (tool, claims) => isFine(tool, claims as JsonValue)));
  const claims = { readOnlyHint: true, destructiveHint: false, openWorldHint: false };
  expect(embedded.filter((tool) => !isFine(tool, claims)).map(({ name }) => name)).toEqual([]);
});

test('the order of rules and lexicons does not matter', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(rules, { minLength: rules.length }),
      fc.shuffledSubarray(lexicons, { minLength: lexicons.length }),
      (someRules, someLexicons) => {
        const other = classifierOf(someRules, someLexicons);
        for (const tool of embedded.slice(0, 200))
          expect(other.classify(tool, 'observed')).toEqual(classifier.classify(tool, 'observed'));
      },
    ),
    { numRuns: 5 },
  );
});

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child)]),
  );
}

test('the order of keys and the white space of JSON do not matter', () => {
  const check = (tool: Definition): void => {
    const wanted = conclusion(classifier.classify(tool, 'observed'));
    expect(conclusion(classifier.classify(reversed(tool) as Definition, 'observed'))).toEqual(wanted);
    const spaced = JSON.parse(JSON.stringify(tool, null, '\t ')) as Definition;
    expect(conclusion(classifier.classify(spaced, 'observed'))).toEqual(wanted);
  };
  fc.assert(fc.property(definition, check));
  for (const tool of embedded) check(tool);
});

test('the same definition gets the same verdict on any server, in any order', () => {
  const [forth, back] = [embedded, embedded.toReversed()].map((tools) =>
    tools.map((tool) => classifier.classify(tool, 'observed')),
  );
  expect(back?.toReversed()).toEqual(forth);
  fc.assert(
    fc.property(definition, fc.string(), fc.string(), (tool, one, other) => {
      const [first, second] = [one, other].map((server) =>
        classificationOf({ id: 1, server, tool }, classifier),
      );
      expect({ ...first, server: null }).toEqual({ ...second, server: null });
    }),
  );
});
