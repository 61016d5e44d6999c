/** What a part of an expression demands of any text that it is found in. */
interface Demand {
  /** False when no text has it. */
  possible: boolean;
  /** True when it takes at least one character. */
  takes: boolean;
  /** True when it can only begin where the text begins, or only end where the text ends. */
  first: boolean;
  last: boolean;
}

const NOTHING: Demand = { possible: true, takes: false, first: false, last: false };
const CHARACTER: Demand = { ...NOTHING, takes: true };
const NEVER: Demand = { ...CHARACTER, possible: false };

/** Two classes that leave nothing between them: `[^\s\S]` and the like. */
const EMPTY_CLASS = /^\[\^(?:\\([dswDSW])\\([dswDSW])|\\x00-\\x\{10FFFF\})\]$/;

/**
 * True for an expression that surely matches no text: something before its beginning (`a^b`), after its end (`$a`), or
 * a class without a member. Expects one that compiles. What it cannot read it takes for one that may match.
 */
export function neverMatches(pattern: string): boolean {
  // With m, a line begins and ends within the text; a quotation may hold any of the signs.
  if (/\(\?[a-zA-Z]*m|\\Q/.test(pattern)) return false;
  const reader = { rest: pattern };
  const { possible } = alternatives(reader);
  return reader.rest === '' && !possible;
}

interface Reader {
  rest: string;
}

function taken(reader: Reader, pattern: RegExp): string | null {
  const found = pattern.exec(reader.rest)?.[0];
  if (found === undefined) return null;
  reader.rest = reader.rest.slice(found.length);
  return found;
}

function alternatives(reader: Reader): Demand {
  const all = [sequence(reader)];
  while (taken(reader, /^\|/) !== null) all.push(sequence(reader));
  const some = all.filter(({ possible }) => possible);
  if (some.length === 0) return NEVER;
  const has = (key: 'takes' | 'first' | 'last'): boolean => some.every((one) => one[key]);
  return { possible: true, takes: has('takes'), first: has('first'), last: has('last') };
}

function sequence(reader: Reader): Demand {
  let whole = NOTHING;
  while (reader.rest !== '' && !/^[|)]/.test(reader.rest)) whole = followed(whole, repeated(reader));
  return whole;
}

function followed(one: Demand, next: Demand): Demand {
  return {
    possible: one.possible && next.possible && !(one.takes && next.first) && !(one.last && next.takes),
    takes: one.takes || next.takes,
    first: one.first || next.first,
    last: one.last || next.last,
  };
}

function repeated(reader: Reader): Demand {
  let demand = single(reader);
  for (;;) {
    const times = taken(reader, /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/);
    if (times === null) return demand;
    const least = times.startsWith('{') ? Number.parseInt(times.slice(1), 10) : times.startsWith('+') ? 1 : 0;
    if (least === 0) demand = NOTHING;
    else if (least > 1) demand = followed(demand, demand);
  }
}

function single(reader: Reader): Demand {
  if (taken(reader, /^\(\?[a-zA-Z-]*\)/) !== null) return NOTHING;
  if (taken(reader, /^\((?:\?(?:P?<\w+>|[a-zA-Z-]*:))?/) !== null) {
    const inside = alternatives(reader);
    taken(reader, /^\)/);
    return inside;
  }
  if (taken(reader, /^(?:\^|\\A)/) !== null) return { ...NOTHING, first: true };
  if (taken(reader, /^(?:\$|\\z)/) !== null) return { ...NOTHING, last: true };
  if (taken(reader, /^\\[bB]/) !== null) return NOTHING;
  const listed = taken(reader, /^\[\^?\]?(?:\[:\^?\w+:\]|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\.|[^\\\]])*\]/);
  if (listed !== null) return hasMember(listed) ? CHARACTER : NEVER;
  return taken(reader, /^(?:\\[pPx]\{[^}]*\}|\\x[\da-fA-F]{2}|\\.|[^\\])/s) === null
    ? broken(reader)
    : CHARACTER;
}

function hasMember(listed: string): boolean {
  const [whole, one, other] = EMPTY_CLASS.exec(listed) ?? [];
  if (whole === undefined || one === undefined || other === undefined) return whole === undefined;
  return one === other || one.toLowerCase() !== other.toLowerCase();
}

/** Ends the reading: nothing is said of what follows. */
function broken(reader: Reader): Demand {
  reader.rest = '';
  return NOTHING;
}
