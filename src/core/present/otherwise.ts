import { judge } from '../classify/judge.ts';
import type { Emission, Span, Verdict } from '../classify/verdict.ts';
import type { Held } from '../explain/held.ts';
import { type Trace, traceOf } from '../explain/trace.ts';
import { EFFECTS, type Effect, type EffectRow, FACTS, type Fact, riskWord } from '../taxonomy.ts';
import type { Definition } from '../tool/definition.ts';
import { quotesOf, rankOf } from './evidence.ts';
import type { Shown } from './page-model.ts';
import { count, list, quoted } from './phrase.ts';
import { shown } from './shown.ts';

/** Sentences of each kind; more would bury the first. */
const MOST = 4;

/**
 * What would have changed the verdict, and what spoke against it: the words without which it would be another one,
 * the fact that would select another row, and rules that an exception of theirs kept out (`held`).
 */
export function otherwiseOf(definition: Definition, verdict: Verdict, held: readonly Held[]): Shown[] {
  const trace = traceOf(verdict, [...held]);
  return [
    ...trace.otherwise
      .filter(({ without }) => !bringsBack(without, verdict, held))
      .slice(0, MOST)
      .map((loss) => lossOf(loss, definition, verdict)),
    ...carriedTwice(trace, verdict),
    ...verdict.effects.flatMap((effect) => otherRowOf(effect, verdict)),
    ...held.flatMap((reason) => heldOf(reason, definition, verdict)).slice(0, MOST),
  ].map(shown);
}

/** Whether the words of an effect also keep a rule out: without them that rule would fire, and the outcome be another. */
function bringsBack(without: string, { reasons }: Verdict, held: readonly Held[]): boolean {
  const own = reasons.filter(({ emits }) => idOf(emits) === without).flatMap(({ spans }) => spans);
  return held.some(
    ({ emits, exception }) =>
      'effect' in emits && exception.some((one) => own.some((other) => overlaps(one, other))),
  );
}

function overlaps(one: Span, other: Span): boolean {
  return one.field === other.field && one.start < other.end && other.start < one.end;
}

/** Effects of one category and level: each would do by itself. */
function carriedTwice({ otherwise }: Trace, { effects, category, risk }: Verdict): string[] {
  if (otherwise.length > 0 || effects.length < 2) return [];
  return [
    `Its effects ${list(effects)} each carry the verdict: without any one of them it would still be ${outcome(category, risk)}.`,
  ];
}

function lossOf(
  { without, category, risk }: Trace['otherwise'][number],
  definition: Definition,
  { reasons }: Verdict,
): string {
  const found = reasons.filter(({ emits }) => idOf(emits) === without);
  const seen = wordsOf(
    found.flatMap(({ spans }) => spans),
    definition,
  );
  const what = `${without in EFFECTS ? 'effect' : 'fact'} ${without}`;
  const lost = seen === '' ? `the ${what}` : `${seen} (${what})`;
  return `Without ${lost} it would be ${outcome(category, risk)}.`;
}

/** "“create” and “refund” in the name and “Refunds” in the description": two places, two words each, and how many more. */
function wordsOf(spans: readonly Span[], definition: Definition): string {
  const ranked = spans.toSorted((one, other) => rankOf(one.field) - rankOf(other.field));
  const places = [...Map.groupBy(quotesOf(definition, ranked), ({ where }) => where)];
  const named = places.slice(0, 2).map(([where, quotes]) => {
    const place = /^(?:a|the) /.test(where) ? where : `the ${where}`;
    return `${list(quotes.slice(0, 2).map(({ text }) => quoted(text, 60)))} in ${place}`;
  });
  const more = places.length - named.length;
  return list(more > 0 ? [...named, count(more, 'more place')] : named);
}

function otherRowOf(effect: Effect, { effects, facts, category, risk }: Verdict): string[] {
  const { variant }: EffectRow = EFFECTS[effect];
  const fact = variant?.fact as Fact | undefined;
  if (fact === undefined || facts.includes(fact)) return [];
  const other = judge(effects, [...facts, fact]);
  if (other.risk === risk && other.category === category) return [];
  return [`If its text also ${FACTS[fact]}, it would be ${outcome(other.category, other.risk)}.`];
}

/** Counter-evidence: what a rule saw, and what it would have made of the verdict; none where it would change nothing. */
function heldOf(
  { rule, emits, spans, exception }: Held,
  definition: Definition,
  { effects, facts, category, risk }: Verdict,
): string[] {
  if (!('effect' in emits)) return [];
  const other = judge([...effects, emits.effect], facts);
  if (other.category === category && other.risk === risk) return [];
  const seen = wordsOf(spans, definition);
  const against = wordsOf(exception, definition);
  return [
    `The rule ${rule} ${seen === '' ? 'fits' : `saw ${seen}`}, but its exception fits too${against === '' ? '' : `: ${against}`}. Without that it would add ${emits.effect}, which would make it ${outcome(other.category, other.risk)}.`,
  ];
}

function idOf(emits: Emission): string {
  return Object.values(emits)[0] ?? '';
}

function outcome(category: Verdict['category'], risk: Verdict['risk']): string {
  return risk === null ? 'Unclassified and unrated' : `${category}, ${riskWord(risk)} risk`;
}
