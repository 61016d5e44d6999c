import { judge } from '../classify/judge.ts';
import type { Verdict } from '../classify/verdict.ts';
import type { Finding } from '../finding.ts';
import { riskWord } from '../taxonomy.ts';
import type { Definition } from '../tool/definition.ts';
import { isObject, type JsonValue } from '../tool/json.ts';
import { apply } from './apply.ts';
import type { Ruling } from './ruling.ts';

/** An error about a ruling, without its place: only the reader of the file knows it. */
export type Trouble = Pick<Finding, 'code' | 'path' | 'message' | 'hint'>;

/** What is wrong with a ruling for this definition, of which the rules concluded `verdict`. Every trouble is an error. */
export function troublesOf(ruling: Ruling, definition: Definition, verdict: Verdict): Trouble[] {
  return [...tableTroubles(ruling, verdict), ...idleTroubles(ruling, verdict), ...quotes(ruling, definition)];
}

/** The newest observation of the catalogue stands for today, so that a build needs no clock. */
export function expiryTroubles({ expires }: Ruling, newest: string): Trouble[] {
  if (expires >= newest) return [];
  const message = `The ruling expired on ${expires}; the newest observation of the catalogue is of ${newest}.`;
  const hint =
    'Read the definition again: remove the ruling, or give it a new date and expiry if it still holds.';
  return [{ code: 'ruling-expired', path: '/expires', message, hint }];
}

/** A person may say what a call does; what that weighs is decided by the effect table alone. */
function tableTroubles({ verdict: ruled }: Ruling, verdict: Verdict): Trouble[] {
  const { category, risk } = judge(ruled.effects, ruled.facts ?? verdict.facts);
  if (category === ruled.category && risk === ruled.risk) return [];
  const stated = `${ruled.category}, ${riskWord(ruled.risk)}`;
  const message = `The ruling states ${stated}; its effects make ${category}, ${riskWord(risk)}.`;
  const hint = 'Name other effects or facts, or the category and risk that the effect table makes of them.';
  return [{ code: 'ruling-off-table', path: '/verdict', message, hint }];
}

/**
 * A ruling is there for category, risk, or an effect, fact or flag that the rules miss or see wrongly. One that repeats
 * category and risk and leaves effects out says nothing against them: it would only hide what the rules found.
 */
function idleTroubles(ruling: Ruling, verdict: Verdict): Trouble[] {
  const { category, risk, effects, flags } = apply(verdict, ruling);
  const stated = ruling.verdict;
  const isSame =
    category === verdict.category &&
    risk === verdict.risk &&
    isWithin(effects, verdict.effects) &&
    isWithin(flags, verdict.flags) &&
    (stated.flags === undefined || isWithin(verdict.flags, flags)) &&
    (stated.facts === undefined ||
      (isWithin(stated.facts, verdict.facts) && isWithin(verdict.facts, stated.facts)));
  if (!isSame) return [];
  const message = `The rules conclude ${category}, ${riskWord(risk)} by themselves: the ruling changes nothing.`;
  const hint = 'Remove the file; where the rules see too much, state the flags or facts that remain.';
  return [{ code: 'idle-ruling', path: '/verdict', message, hint }];
}

function isWithin<Id extends string>(some: readonly Id[], all: readonly Id[]): boolean {
  return some.every((id) => all.includes(id));
}

/** Evidence is quoted, not told: what is no address must stand in the definition. */
function quotes({ evidence }: Ruling, definition: Definition): Trouble[] {
  const isThere = (words: string): boolean =>
    words.startsWith('https://') || holds(definition as unknown as JsonValue, words);
  return evidence.flatMap((words, index) => {
    if (isThere(words)) return [];
    const message = `The definition does not hold the words "${words}".`;
    const hint = 'Quote the definition letter for letter, or give an https address.';
    return [{ code: 'ruling-evidence', path: `/evidence/${index}`, message, hint }];
  });
}

function holds(value: JsonValue, words: string): boolean {
  if (typeof value === 'string') return value.includes(words);
  if (Array.isArray(value)) return value.some((item) => holds(item, words));
  if (!isObject(value)) return false;
  return Object.keys(value).some((key) => key.includes(words) || holds(value[key] ?? null, words));
}
