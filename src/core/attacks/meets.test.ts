import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EFFECT_IDS, FACT_IDS, FLAG_IDS, SIGNAL_IDS } from '../taxonomy.ts';
import { ATOMS, holds, type Traits } from './atoms.ts';
import { becauseOf, isMetBy, partsPlayed } from './meets.ts';
import type { AttackPattern } from './pattern.ts';

type Shape = Pick<AttackPattern, 'scope' | 'when'>;
const NOTHING: Traits = { effects: [], flags: [], signals: [], facts: [] };

const traits: fc.Arbitrary<Traits> = fc.record({
  effects: fc.subarray(EFFECT_IDS),
  flags: fc.subarray(FLAG_IDS),
  signals: fc.subarray(SIGNAL_IDS),
  facts: fc.subarray(FACT_IDS),
});
const atoms = fc.subarray([...ATOMS], { maxLength: 4 });

function union(one: Traits, other: Traits): Traits {
  return {
    effects: [...new Set([...one.effects, ...other.effects])],
    flags: [...new Set([...one.flags, ...other.flags])],
    signals: [...new Set([...one.signals, ...other.signals])],
    facts: [...new Set([...one.facts, ...other.facts])],
  };
}

test('a tool that gains effects, flags, signals or facts loses no match that asks for no absence', () => {
  fc.assert(
    fc.property(traits, traits, atoms, atoms, (had, gained, all, any) => {
      const shape: Shape = { scope: 'tool', when: { all, any } };
      return !isMetBy(shape, had) || isMetBy(shape, union(had, gained));
    }),
  );
});

test('a predicate is met exactly by what has all, at least one of any, and none of none', () => {
  fc.assert(
    fc.property(traits, atoms, atoms, atoms, (had, all, any, none) => {
      const wanted =
        all.length + any.length > 0 &&
        all.every((atom) => holds(atom, had)) &&
        (any.length === 0 || any.some((atom) => holds(atom, had))) &&
        none.every((atom) => !holds(atom, had));
      const shape: Shape = { scope: 'tool', when: { all, any, none } };
      return isMetBy(shape, had) === wanted && (becauseOf(shape, had) !== null) === wanted;
    }),
  );
});

test('what asks for nothing, or for nothing but absence, is met by nothing', () => {
  expect(isMetBy({ scope: 'tool', when: {} }, NOTHING)).toBe(false);
  expect(isMetBy({ scope: 'tool', when: { none: ['flag:money'] } }, NOTHING)).toBe(false);
});

test('an unknown atom holds nowhere, and a category or level is one', () => {
  fc.assert(fc.property(traits, (had) => !holds('category:Financial', had) && !holds('risk:Critical', had)));
});

test('because tells what is asked for and of any only what is there, a fact choosing the words of its effect', () => {
  const shape: Shape = {
    scope: 'tool',
    when: { all: ['effect:reveal-secret'], any: ['signal:path', 'signal:url'], none: ['flag:money'] },
  };
  const had: Traits = {
    ...NOTHING,
    effects: ['reveal-secret'],
    signals: ['url'],
    facts: ['working-credential'],
  };
  expect(becauseOf(shape, had)).toEqual(['reveals a working long-lived credential', 'takes a URL']);
  expect(becauseOf(shape, { ...had, flags: ['money'] })).toBeNull();
});

test('words joined by with hold together or not at all, and because tells each of them', () => {
  const term = 'effect:fetch-any with signal:url';
  const shape: Shape = { scope: 'tool', when: { any: ['flag:outbound', term] } };
  const fetcher: Traits = { ...NOTHING, effects: ['fetch-any'], signals: ['url'] };
  expect(becauseOf(shape, fetcher)).toEqual(['fetches web content that the caller chooses', 'takes a URL']);
  expect(isMetBy(shape, { ...fetcher, signals: [] })).toBe(false);
  expect(isMetBy(shape, { ...fetcher, effects: [] })).toBe(false);
  expect(holds(`${term} with flag:nothing`, fetcher)).toBe(false);
});

test('a pattern of several tools is met by whoever plays a part, and explained on no tool page', () => {
  const shape: Shape = {
    scope: 'stack',
    when: {
      parts: [
        { as: 'reads', all: ['flag:private'] },
        { as: 'sends', all: ['flag:outbound'] },
      ],
    },
  };
  const sender: Traits = { ...NOTHING, flags: ['outbound'] };
  expect(partsPlayed(shape, sender).map(({ as }) => as)).toEqual(['sends']);
  expect([isMetBy(shape, sender), isMetBy(shape, NOTHING), becauseOf(shape, sender)]).toEqual([
    true,
    false,
    null,
  ]);
});

test('what holds for every tool needs no words, and only in one tool', () => {
  const when = { everyTool: 'Every definition can change.' };
  expect(becauseOf({ scope: 'tool', when }, NOTHING)).toEqual([]);
  expect(becauseOf({ scope: 'server', when }, NOTHING)).toBeNull();
});
