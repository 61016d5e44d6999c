import type { Act, Range, Strip } from './act.ts';
import { type Grammar, hitAt, longest, verbsAt } from './grammar.ts';
import { headOf } from './objects.ts';
import type { Hit } from './vocabulary.ts';

interface Candidate {
  at: number;
  to: number;
  verbs: Hit[];
  noun: boolean;
}

/**
 * The acts a name tells: usually one verb, found at any position (`delete_file`, `d1_database_delete`,
 * `tf_apply`), and those joined to it by "and" or "or". The description settles which of several it is.
 */
export function nameActs(name: Strip, told: readonly Act[], grammar: Grammar): Act[] {
  const candidates = candidatesOf(name, grammar);
  const chosen = choose(candidates, name, told, grammar);
  if (chosen === undefined) return [];
  const joined = candidates.filter(
    (candidate) => candidate.at > chosen.to && isJoined(name, chosen.to, candidate.at),
  );
  return [chosen, ...joined].map((candidate) => actOf(candidate, name, grammar, [chosen, ...joined]));
}

/** Only base forms are verbs in a name: "listing", "orders" and "deleted" are not. */
function candidatesOf(name: Strip, grammar: Grammar): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < name.words.length; at++) {
    const verbs = verbsAt(name, at, grammar).filter((hit) => isBase(name, at, hit));
    if (verbs.length > 0)
      found.push({
        at,
        to: at + longest(verbs),
        verbs,
        noun: verbs.every((hit) => hit.noun) && !opensWithTo(name, at),
      });
  }
  return found;
}

/** "reply_to_thread", "post_to_channel": what opens a name before "to" is what the call does. */
function opensWithTo(name: Strip, at: number): boolean {
  return at === 0 && name.words[1]?.text === 'to' && name.words.length > 2;
}

function isBase(name: Strip, at: number, hit: Hit): boolean {
  if (hit.length === 1 && name.words[at]?.text === hit.base) return true;
  const text = name.words
    .slice(at, at + hit.length)
    .map((word) => word.text)
    .join(' ');
  return text === hit.base || (name.words[at]?.text.charCodeAt(0) ?? 0) > 127;
}

function choose(
  candidates: Candidate[],
  name: Strip,
  told: readonly Act[],
  grammar: Grammar,
): Candidate | undefined {
  const [first] = candidates;
  if (first === undefined) return undefined;
  const last = candidates.at(-1) ?? first;
  const isLight = hitAt(name, first.at, grammar.lightVerbs) !== undefined;
  const next = candidates.find((candidate) => candidate.at === first.to);
  if (isLight && next !== undefined) return next;
  if (
    last !== first &&
    last.at > first.to &&
    name.words[last.at]?.text === 'get' &&
    last.to === name.words.length
  )
    return last;
  if (first.at === 0 && !first.noun && !isOutvoted(first, last, name, told)) return first;
  const bases = new Set(told.flatMap((act) => act.verbs.map((hit) => hit.base)));
  const agreed = candidates.find((candidate) => candidate.verbs.some((hit) => bases.has(hit.base)));
  if (agreed !== undefined) return agreed;
  if (last.to === name.words.length && !last.noun) return last;
  const clear = candidates.find((candidate) => !candidate.noun);
  if (clear !== undefined) return clear;
  if (first.at === 0) return first;
  return last.to === name.words.length || told.length === 0 ? last : undefined;
}

/** A name may open with a noun that looks like a verb: "deploy_app_logs_get: shows …" gets. */
function isOutvoted(first: Candidate, last: Candidate, name: Strip, told: readonly Act[]): boolean {
  if (last === first || last.noun || last.to !== name.words.length) return false;
  const senses = new Set(told[0]?.verbs.map((hit) => hit.lexicon) ?? []);
  const agrees = (candidate: Candidate): boolean => candidate.verbs.some((hit) => senses.has(hit.lexicon));
  return agrees(last) && !agrees(first);
}

function isJoined(name: Strip, from: number, to: number): boolean {
  const word = name.words[to - 1]?.text;
  return to - 1 >= from && (word === 'and' || word === 'or' || word === 'n');
}

function actOf(candidate: Candidate, name: Strip, grammar: Grammar, all: readonly Candidate[]): Act {
  const end = name.words.length;
  const lastVerb = all.at(-1) ?? candidate;
  const behind: Range = { strip: name, from: lastVerb.to, to: end };
  const before: Range = { strip: name, from: 0, to: all[0]?.at ?? candidate.at };
  const object = behind.from < behind.to ? behind : before;
  return {
    source: 'name',
    verb: { strip: name, from: candidate.at, to: candidate.to },
    verbs: candidate.verbs,
    later: false,
    noun: candidate.noun,
    object: object.from < object.to ? [object] : [],
    head: headOf(object, grammar),
    scope: [before, behind].filter((range) => range.from < range.to),
  };
}
