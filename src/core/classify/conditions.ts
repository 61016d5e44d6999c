import type { Act, Range, Strip } from './act.ts';
import type { Reading, ReadParameter } from './reading.ts';
import type { ActCondition, Condition, ParameterCondition, Words } from './rule.ts';
import type { Span } from './verdict.ts';

/** Looks for something in a reading; the spans that show it, or null. An empty list is a match with nothing to quote. */
export type Matcher = (reading: Reading) => Span[] | null;

export interface Compiled {
  match: Matcher;
  /** Lexicons one of which must be present for a match; null when presence decides nothing. */
  triggers: number[] | null;
}

/** Turns the words of a condition into the number of a lexicon; reports an unknown id and answers -1. */
export type Resolve = (words: Words, inflect: 'verb' | 'noun' | 'none') => number;

export function compileCondition(condition: Condition, resolve: Resolve): Compiled {
  if (condition.all !== undefined)
    return compileAll(condition.all.map((part) => compileCondition(part, resolve)));
  if (condition.any !== undefined)
    return compileAny(condition.any.map((part) => compileCondition(part, resolve)));
  if (condition.act !== undefined) return compileAct(condition.act, resolve);
  if (condition.parameter !== undefined) return compileParameter(condition.parameter, resolve);
  if (condition.name !== undefined)
    return compileStrips(resolve(condition.name, 'noun'), (reading) => [reading.name]);
  if (condition.text !== undefined)
    return compileStrips(resolve(condition.text, 'none'), (reading) => reading.texts);
  if (condition.claim !== undefined) return compileClaim(condition.claim);
  return { match: (reading) => (reading.acts.length === 0 ? [] : null), triggers: null };
}

function compileAll(parts: Compiled[]): Compiled {
  const triggers = parts.find((part) => part.triggers !== null)?.triggers ?? null;
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

function compileStrips(lexicon: number, stripsOf: (reading: Reading) => readonly Strip[]): Compiled {
  const match: Matcher = (reading) => {
    for (const strip of stripsOf(reading)) {
      const found = inRange({ strip, from: 0, to: strip.words.length }, lexicon);
      if (found !== null) return [found];
    }
    return null;
  };
  return { match, triggers: [lexicon] };
}

function compileAct(condition: ActCondition, resolve: Resolve): Compiled {
  const verb = condition.verb === undefined ? null : resolve(condition.verb, 'verb');
  const object = condition.object === undefined ? null : resolve(condition.object, 'noun');
  const head = condition.head === undefined ? null : resolve(condition.head, 'noun');
  const scope = condition.scope === undefined ? null : resolve(condition.scope, 'noun');
  const except = condition.except === undefined ? null : resolve(condition.except, 'noun');
  const { source } = condition;
  const matchAct = (act: Act): Span[] | null => {
    if (source !== undefined && !source.includes(act.source)) return null;
    const spans: Span[] = [];
    if (verb !== null) {
      if (!act.verbs.some((hit) => hit.lexicon === verb)) return null;
      spans.push(spanOf(act.verb));
    }
    if (except !== null && inRanges([...act.object, ...act.scope], except) !== null) return null;
    for (const [lexicon, ranges] of [
      [object, act.object],
      [scope, act.scope],
    ] as const) {
      if (lexicon === null) continue;
      const found = inRanges(ranges, lexicon);
      if (found === null) return null;
      spans.push(found);
    }
    if (head === null) return spans;
    const found = act.head === null ? null : endsAt(act.head, head);
    return found === null ? null : [...spans, found];
  };
  const trigger = verb ?? object ?? head ?? scope;
  return {
    match: (reading) => firstOf(reading.acts, matchAct),
    triggers: trigger === null ? null : [trigger],
  };
}

/** All acts that match add their spans: the name and the text are separate evidence. */
function firstOf(acts: readonly Act[], matchAct: (act: Act) => Span[] | null): Span[] | null {
  let spans: Span[] | null = null;
  for (const act of acts) {
    const found = matchAct(act);
    if (found !== null) spans = spans === null ? found : [...spans, ...found];
  }
  return spans;
}

function compileParameter(condition: ParameterCondition, resolve: Resolve): Compiled {
  const name = condition.name === undefined ? null : resolve(condition.name, 'noun');
  const whole = condition.whole === undefined ? null : resolve(condition.whole, 'none');
  const text = condition.text === undefined ? null : resolve(condition.text, 'none');
  const value = condition.value === undefined ? null : resolve(condition.value, 'none');
  const except = condition.except === undefined ? null : resolve(condition.except, 'noun');
  const types = condition.type === undefined ? null : new Set(condition.type);
  const matchOne = (read: ReadParameter): Span[] | null => {
    if (types !== null && !read.parameter.type.split(' | ').some((type) => types.has(type))) return null;
    const all: Range = { strip: read.name, from: 0, to: read.name.words.length };
    if (except !== null && inRange(all, except) !== null) return null;
    const spans: Span[] = [];
    if (name !== null && !add(spans, inRange(all, name))) return null;
    if (whole !== null && !add(spans, wholeName(read.name, whole))) return null;
    if (
      text !== null &&
      !add(
        spans,
        read.text === null ? null : inRange({ strip: read.text, from: 0, to: read.text.words.length }, text),
      )
    )
      return null;
    if (
      value !== null &&
      !add(
        spans,
        inRanges(
          read.values.map((strip) => ({ strip, from: 0, to: strip.words.length })),
          value,
        ),
      )
    )
      return null;
    return spans.length > 0 ? spans : [spanOf(all)];
  };
  const match: Matcher = (reading) => {
    let spans: Span[] | null = null;
    for (const read of reading.parameters) {
      const found = matchOne(read);
      if (found !== null) spans = spans === null ? found : [...spans, ...found];
    }
    return spans;
  };
  const trigger = name ?? whole ?? text ?? value;
  return { match, triggers: trigger === null ? null : [trigger] };
}

function add(spans: Span[], found: Span | null): boolean {
  if (found === null) return false;
  spans.push(found);
  return true;
}

function wholeName(strip: Strip, lexicon: number): Span | null {
  const hit = strip.hits.find(
    (entry) => entry.lexicon === lexicon && entry.from === 0 && entry.to === strip.words.length,
  );
  return hit === undefined ? null : spanOf({ strip, from: hit.from, to: hit.to });
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

function inRange(range: Range, lexicon: number): Span | null {
  for (const hit of range.strip.hits) {
    if (hit.lexicon === lexicon && hit.from >= range.from && hit.to <= range.to)
      return spanOf({ strip: range.strip, from: hit.from, to: hit.to });
  }
  return null;
}

/** A phrase may begin before the head, but must end with it ("shared drive"). */
function endsAt(head: Range, lexicon: number): Span | null {
  for (const hit of head.strip.hits) {
    if (hit.lexicon === lexicon && hit.to === head.to)
      return spanOf({ strip: head.strip, from: hit.from, to: hit.to });
  }
  return null;
}

function spanOf({ strip, from, to }: Range): Span {
  return { field: strip.field, start: strip.words[from]?.start ?? 0, end: strip.words[to - 1]?.end ?? 0 };
}
