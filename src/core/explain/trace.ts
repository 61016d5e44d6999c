import { judge } from '../classify/judge.ts';
import type { Verdict } from '../classify/verdict.ts';
import {
  EFFECTS,
  type Effect,
  type EffectRow,
  type Fact,
  type Risk,
  rowOf,
  type VerdictCategory,
} from '../taxonomy.ts';
import type { Held } from './held.ts';

/** A row of the effect table that a verdict selected. */
interface TraceRow {
  effect: Effect;
  category: VerdictCategory;
  risk: Risk;
  does: string;
  /** Numbers of the reasons that found the effect, from 1. */
  reasons: number[];
  setsCategory: boolean;
  setsRisk: boolean;
}

/** A fact, and the effect whose other row it selects; null when it selects none and is only shown. */
interface TraceFact {
  fact: Fact;
  selects: Effect | null;
}

/** What the verdict would be without one effect or fact. */
interface Otherwise {
  without: Effect | Fact;
  category: VerdictCategory;
  risk: Risk | null;
}

export interface Trace {
  rows: TraceRow[];
  facts: TraceFact[];
  otherwise: Otherwise[];
  /** Rules that matched but for an exception of theirs. */
  held: Held[];
}

/** How a verdict came about, from the effect table alone. `held` are reasons that exceptions kept out. */
export function traceOf(verdict: Verdict, held: Held[]): Trace {
  const { effects, facts } = verdict;
  return {
    rows: effects.map((effect, index) => rowFor(effect, index, verdict)),
    facts: facts.map((fact) => ({
      fact,
      selects: effects.find((effect) => variantFact(effect) === fact) ?? null,
    })),
    otherwise: otherwiseOf(effects, facts, verdict),
    held,
  };
}

function rowFor(effect: Effect, index: number, { facts, reasons, risk }: Verdict): TraceRow {
  const row = rowOf(effect, facts);
  const numbers = reasons.flatMap(({ emits }, number) =>
    'effect' in emits && emits.effect === effect ? [number + 1] : [],
  );
  return { effect, ...row, reasons: numbers, setsCategory: index === 0, setsRisk: row.risk === risk };
}

function variantFact(effect: Effect): string | null {
  const row: EffectRow = EFFECTS[effect];
  return row.variant?.fact ?? null;
}

/** Only losses that change category or level: the rest decides nothing. */
function otherwiseOf(effects: readonly Effect[], facts: readonly Fact[], verdict: Verdict): Otherwise[] {
  const without = [
    ...effects.map((effect) => ({
      without: effect,
      ...judge(
        effects.filter((other) => other !== effect),
        facts,
      ),
    })),
    ...facts.map((fact) => ({
      without: fact,
      ...judge(
        effects,
        facts.filter((other) => other !== fact),
      ),
    })),
  ];
  return without
    .filter(({ category, risk }) => category !== verdict.category || risk !== verdict.risk)
    .map(({ without: lost, category, risk }) => ({ without: lost, category, risk }));
}
