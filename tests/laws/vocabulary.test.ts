import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flagsOf } from '../../src/core/classify/judge.ts';
import {
  EFFECT_IDS,
  EFFECTS,
  type EffectRow,
  FACT_IDS,
  FLAG_IDS,
  SIGNAL_IDS,
} from '../../src/core/taxonomy.ts';
import { rules } from './definitions.ts';

const emitted = new Set(rules.flatMap(({ emits }) => Object.values(emits)));

test('every effect and signal is found by some rule', () => {
  const unfound = [...EFFECT_IDS, ...SIGNAL_IDS].filter((id) => !emitted.has(id));
  expect(unfound).toEqual([]);
});

test('every flag is found by a rule or follows from an effect', () => {
  const implied = new Set<string>(flagsOf(EFFECT_IDS, []));
  expect(FLAG_IDS.filter((flag) => !emitted.has(flag) && !implied.has(flag))).toEqual([]);
});

test('the other row of an effect hangs on a fact of the list', () => {
  const rows: EffectRow[] = EFFECT_IDS.map((effect) => EFFECTS[effect]);
  const hung = rows.flatMap(({ variant }) => (variant === undefined ? [] : [variant.fact]));
  expect(hung.filter((fact) => !(FACT_IDS as string[]).includes(fact))).toEqual([]);
});

const TAXONOMY = '../shared/design/taxonomy.md';

test('the effect table is that of the design', () => {
  if (!existsSync(TAXONOMY)) {
    process.stderr.write(`${TAXONOMY} is not there: the effect table was not compared with it.\n`);
    return;
  }
  const rows = readFileSync(TAXONOMY, 'utf8').matchAll(/^\| `([a-z-]+)` \| (\w+) \| (\w+) \|/gm);
  expect([...rows].map(([, effect, category, risk]) => [effect, category, risk])).toEqual(
    EFFECT_IDS.map((effect) => [effect, EFFECTS[effect].category, EFFECTS[effect].risk]),
  );
});
