import type { Act, Range, Strip } from './act.ts';
import type { Reading, ReadParameter } from './reading.ts';
import { meets, type Resolve, rarest, requirements } from './requirements.ts';
import type { ActCondition, Condition, ParameterCondition } from './rule.ts';
import { type Sought, statedIn } from './statements.ts';
import type { Span } from './verdict.ts';

/** Looks for something in a reading; the spans that show it, or null. An empty list is a match with nothing to quote. */
type Matcher = (reading: Reading) => Span[] | null;

export interface Compiled {
  match: Matcher;
  /** Lexicons one of which must be present for a match; null when presence decides nothing. */
  triggers: number[] | null;
}

/** The acts that a condition looks at: all of them, or for an exception those that lead. */
type ActsOf = (reading: Reading) => readonly Act[];
const allActs: ActsOf = ({ acts }) => acts;
export const leadingActs: ActsOf = ({ leading }) => leading;

export function compileCondition(condition: Condition, resolve: Resolve, actsOf: ActsOf = allActs): Compiled {
  if (condition.all !== undefined)
    return compileAll(
      condition.all.map((part) => compileCondition(part, resolve, actsOf)),
      resolve,
    );
  if (condition.any !== undefined)
    return compileAny(condition.any.map((part) => compileCondition(part, resolve, actsOf)));
  if (condition.act !== undefined) return compileAct(condition.act, resolve, actsOf);
  if (condition.parameter !== undefined) return compileParameter(condition.parameter, resolve);
  if (condition.name !== undefined)
    return compileStrips(wordsOf(resolve(condition.name, 'noun')), (reading) => [reading.name]);
  if (condition.text !== undefined)
    return compileStrips(wordsOf(resolve(condition.text, 'none')), (reading) => reading.texts);
  if (condition.says !== undefined)
    return compileStrips(statedIn(condition.says, resolve), (reading) => reading.texts);
  if (condition.claim !== undefined) return compileClaim(condition.claim);
  return { match: (reading) => (reading.acts.length === 0 ? [] : null), triggers: null };
}

function compileAll(parts: Compiled[], resolve: Resolve): Compiled {
  const size = (triggers: readonly number[]): number =>
    triggers.reduce((sum, lexicon) => sum + resolve.sizeOf(lexicon), 0);
  const choices = parts.flatMap((part) => (part.triggers === null ? [] : [part.triggers]));
  const triggers = choices.toSorted((one, other) => size(one) - size(other))[0] ?? null;
  const match: Matcher = (reading) => {
    const spans: Span[] = [];
    for (const part of parts) {
      const found = part.match(reading);
      if (found === null) return null;
      spans.push(...found);
    }
    return spans;
  };
  return { match, triggers };
}

function compileAny(parts: Compiled[]): Compiled {
  const triggers = parts.every((part) => part.triggers !== null)
    ? parts.flatMap((part) => part.triggers ?? [])
    : null;
  const match: Matcher = (reading) => {
    let spans: Span[] | null = null;
    for (const part of parts) {
      const found = part.match(reading);
      if (found !== null) spans = [...(spans ?? []), ...found];
    }
    return spans;
  };
  return { match, triggers };
}

function wordsOf(lexicon: number): Sought {
  return { lexicon, find: (strip) => inRange(wholeOf(strip), lexicon) };
}

function compileStrips(
  { lexicon, find }: Sought,
  stripsOf: (reading: Reading) => readonly Strip[],
): Compiled {
  const match: Matcher = (reading) => {
    for (const strip of stripsOf(reading)) {
      const found = find(strip);
      if (found !== null) return [found];
    }
    return null;
  };
  return { match, triggers: [lexicon] };
}

function compileAct(condition: ActCondition, resolve: Resolve, actsOf: ActsOf): Compiled {
  const { source } = condition;
  const { checks, triggers, require } = requirements<Act>(resolve);
  require(condition.verb, 'verb', (lexicon) => (act) =>
    act.verbs.some((hit) => hit.lexicon === lexicon) ? spanOf(act.verb) : null);
  require(condition.object, 'noun', (lexicon) => (act) => inRanges(act.object, lexicon));
  require(condition.scope, 'noun', (lexicon) => (act) => inRanges(act.scope, lexicon));
  require(condition.head, 'noun', (lexicon) => (act) =>
    act.head === null ? null : endsAt(act.head, lexicon));
  const except = condition.except === undefined ? null : resolve(condition.except, 'noun');
  const matchAct = (act: Act): Span[] | null => {
    if (source !== undefined && !source.includes(act.source)) return null;
    const spans = meets(act, checks);
    if (spans === null || except === null) return spans;
    return holds(act.object, except) || holds(act.scope, except) ? null : spans;
  };
  return {
    match: (reading) => allOf(actsOf(reading), matchAct),
    triggers: rarest(triggers, resolve),
  };
}

/** Every subject that matches adds its spans: the name and the text are separate evidence. */
function allOf<Subject>(
  subjects: readonly Subject[],
  matchOne: (subject: Subject) => Span[] | null,
): Span[] | null {
  let spans: Span[] | null = null;
  for (const subject of subjects) {
    const found = matchOne(subject);
    if (found !== null) spans = spans === null ? found : [...spans, ...found];
  }
  return spans;
}

function compileParameter(condition: ParameterCondition, resolve: Resolve): Compiled {
  const { checks, triggers, require } = requirements<ReadParameter>(resolve);
  require(condition.name, 'noun', (lexicon) => (read) => inRange(wholeOf(read.name), lexicon));
  require(condition.whole, 'none', (lexicon) => (read) => wholeName(read.name, lexicon));
  require(condition.text, 'none', (lexicon) => (read) =>
    read.text === null ? null : inRange(wholeOf(read.text), lexicon));
  require(condition.value, 'none', (lexicon) => (read) => inRanges(read.values.map(wholeOf), lexicon));
  const except = condition.except === undefined ? null : resolve(condition.except, 'noun');
  const types = condition.type === undefined ? null : new Set(condition.type);
  const matchOne = (read: ReadParameter): Span[] | null => {
    if (types !== null && !read.parameter.type.split(' | ').some((type) => types.has(type))) return null;
    if (except !== null && inRange(wholeOf(read.name), except) !== null) return null;
    const spans = meets(read, checks);
    return spans?.length === 0 ? [spanOf(wholeOf(read.name))] : spans;
  };
  return {
    match: (reading) => allOf(reading.parameters, matchOne),
    triggers: rarest(triggers, resolve),
  };
}

function wholeOf(strip: Strip): Range {
  return { strip, from: 0, to: strip.words.length };
}

function wholeName(strip: Strip, lexicon: number): Span | null {
  const hit = strip.at[0]?.find((entry) => entry.lexicon === lexicon && entry.length === strip.words.length);
  return hit === undefined ? null : spanOf({ strip, from: 0, to: hit.length });
}

function compileClaim(claim: NonNullable<Condition['claim']>): Compiled {
  const wanted = Object.entries(claim);
  const match: Matcher = (reading) =>
    wanted.every(([hint, value]) => reading.claims[hint] === value) ? [] : null;
  return { match, triggers: null };
}

function inRanges(ranges: readonly Range[], lexicon: number): Span | null {
  for (const range of ranges) {
    const found = inRange(range, lexicon);
    if (found !== null) return found;
  }
  return null;
}

function holds(ranges: readonly Range[], lexicon: number): boolean {
  return inRanges(ranges, lexicon) !== null;
}

function inRange({ strip, from, to }: Range, lexicon: number): Span | null {
  for (let index = from; index < to; index++) {
    for (const hit of strip.at[index] ?? []) {
      if (hit.lexicon === lexicon && index + hit.length <= to)
        return spanOf({ strip, from: index, to: index + hit.length });
    }
  }
  return null;
}

/** A phrase may begin before the head, but must end with it ("shared drive"). */
function endsAt({ strip, to }: Range, lexicon: number): Span | null {
  for (let index = Math.max(0, to - LONGEST_PHRASE); index < to; index++) {
    for (const hit of strip.at[index] ?? []) {
      if (hit.lexicon === lexicon && index + hit.length === to) return spanOf({ strip, from: index, to });
    }
  }
  return null;
}

const LONGEST_PHRASE = 5;

function spanOf({ strip, from, to }: Range): Span {
  return { field: strip.field, start: strip.words[from]?.start ?? 0, end: strip.words[to - 1]?.end ?? 0 };
}
