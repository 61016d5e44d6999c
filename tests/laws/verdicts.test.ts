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

test('the order of keys does not matter', () => {
  const check = (tool: Definition): void => {
    const wanted = conclusion(classifier.classify(tool, 'observed'));
    expect(conclusion(classifier.classify(reversed(tool) as Definition, 'observed'))).toEqual(wanted);
  };
  fc.assert(fc.property(definition, check));
  for (const tool of embedded) check(tool);
});

/** One space between two words: never at the end of a line, so that no blank line comes of it. */
const SPACE = /(?<=\S) (?=\S)/g;

/** Breaks lines at spaces, so that none is longer than it must be. */
function wrapped(text: string, columns: number): string {
  const wrap = (line: string): string => {
    const [first = '', ...words] = line.split(SPACE);
    let column = first.length;
    return words.reduce((lines, word) => {
      const isOver = column + 1 + word.length > columns;
      column = isOver ? word.length : column + 1 + word.length;
      return `${lines}${isOver ? '\n' : ' '}${word}`;
    }, first);
  };
  return text.split('\n').map(wrap).join('\n');
}

/** A definition whose descriptions, at any depth, are spaced in another way. */
function respaced(value: JsonValue, change: (text: string) => string, key = ''): JsonValue {
  if (typeof value === 'string') return key === 'description' ? change(value) : value;
  if (Array.isArray(value)) return value.map((item) => respaced(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, respaced(child, change, name)]),
  );
}

test.each<[string, (text: string) => string]>([
  ['wrapped at 40 columns', (text) => wrapped(text, 40)],
  ['wrapped at 70 columns', (text) => wrapped(text, 70)],
  ['wrapped at 100 columns', (text) => wrapped(text, 100)],
  ['set with two spaces', (text) => text.replaceAll(SPACE, '  ')],
  ['set with no-break spaces', (text) => text.replaceAll(SPACE, '\u00a0')],
])('descriptions %s get the same category and level', (_, change) => {
  let changed = 0;
  const others = embedded.flatMap((tool) => {
    const other = respaced(tool, change) as Definition;
    if (other.description !== tool.description) changed++;
    const [was, is] = [tool, other].map((one) => {
      const { category, risk } = classifier.classify(one, 'observed');
      return `${category} ${risk}`;
    });
    return was === is ? [] : [`${tool.name}: ${was}, then ${is}`];
  });
  expect(others).toEqual([]);
  expect(changed).toBeGreaterThan(300);
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

test.each([
  'Also lists the results.',
  'Also sends an email to the customer.',
  'It also deletes the temporary file.',
  'It then runs a shell command.',
  'It also creates a record.',
  'The audit log is read-only.',
  'Read-only users get an error.',
  'Not limited to read-only queries.',
  'It is not confined to allowed directories.',
  'There is no sandbox.',
  'Values are not masked.',
  'Its log is limited to read-only use.',
])('a sentence at the end of a description that adds "%s" excuses nothing that was there', (sentence) => {
  const lowered = embedded.flatMap((tool) => {
    const { description } = tool;
    if (typeof description !== 'string' || description === '') return [];
    const [before, after] = [tool, { ...tool, description: `${description.trimEnd()}. ${sentence}` }].map(
      (each) => classifier.classify(each, 'observed'),
    );
    if (before === undefined || after === undefined || before.category === 'Unclassified') return [];
    const isLower =
      heightOf(after.risk) < heightOf(before.risk) ||
      after.category === 'Unclassified' ||
      strengthOf(after.category) < strengthOf(before.category);
    return isLower ? [tool.name] : [];
  });
  expect(lowered).toEqual([]);
});
