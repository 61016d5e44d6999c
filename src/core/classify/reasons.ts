import { type Effect, FACT_IDS, type Fact, type Flag, SIGNAL_IDS, type Signal } from '../taxonomy.ts';
import type { Reason, Span } from './verdict.ts';

/** Each span once, by field and place, whatever the order in which properties stand. */
export function uniqueSpans(spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans];
  const seen = new Map<string, Span>();
  for (const span of spans) seen.set(`${span.field}\n${span.start}\n${span.end}`, span);
  return [...seen.values()].sort(compareSpans);
}

function compareSpans(one: Span, other: Span): number {
  if (one.field !== other.field) return one.field < other.field ? -1 : 1;
  return one.start - other.start || one.end - other.end;
}

export function isOfEffect({ emits }: Reason): boolean {
  return 'effect' in emits;
}

/** A rule that fired on several actions is one reason with all its spans; ordered by rule. */
export function mergeReasons(reasons: readonly Reason[]): Reason[] {
  const merged = new Map<string, Reason>();
  for (const reason of reasons) {
    const known = merged.get(reason.rule);
    const spans = known === undefined ? reason.spans : uniqueSpans([...known.spans, ...reason.spans]);
    merged.set(reason.rule, { ...reason, spans });
  }
  return [...merged.values()].sort((one, other) => (one.rule < other.rule ? -1 : 1));
}

/** What rules emitted, each once; facts and signals in the order of the taxonomy. */
export function emissionsOf(reasons: readonly Reason[]): {
  effects: Effect[];
  facts: Fact[];
  flags: Flag[];
  signals: Signal[];
} {
  const effects: Effect[] = [];
  const facts: Fact[] = [];
  const flags: Flag[] = [];
  const signals: Signal[] = [];
  for (const { emits } of reasons) {
    if ('effect' in emits) effects.push(emits.effect);
    else if ('fact' in emits) facts.push(emits.fact);
    else if ('flag' in emits) flags.push(emits.flag);
    else signals.push(emits.signal);
  }
  return {
    effects,
    facts: facts.length === 0 ? facts : FACT_IDS.filter((fact) => facts.includes(fact)),
    flags,
    signals: signals.length === 0 ? signals : SIGNAL_IDS.filter((signal) => signals.includes(signal)),
  };
}
