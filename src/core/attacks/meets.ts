import { atomsOf, atomWords, holds, type Traits } from './atoms.ts';
import type { AttackPattern, Part, Predicate } from './pattern.ts';

/** Whether a verdict meets a predicate; a predicate that asks for nothing is met by nothing. */
function fits({ all = [], any = [], none = [] }: Predicate, traits: Traits): boolean {
  if (all.length + any.length === 0) return false;
  return (
    all.every((term) => holds(term, traits)) &&
    (any.length === 0 || any.some((term) => holds(term, traits))) &&
    !none.some((term) => holds(term, traits))
  );
}

/** The atoms by which a predicate is met, in the order written; null where it is not met. */
function atomsThatFit(predicate: Predicate, traits: Traits): string[] | null {
  if (!fits(predicate, traits)) return null;
  const { all = [], any = [] } = predicate;
  return [...new Set([...all, ...any.filter((term) => holds(term, traits))].flatMap(atomsOf))];
}

/**
 * Why a tool meets a pattern of scope `tool`: phrases that complete "because it …", in the words of the taxonomy. Empty
 * where every tool meets it, null where this one does not, and for every pattern that takes several tools. The
 * category and the level of the verdict are not looked at.
 */
export function becauseOf(
  { scope, when }: Pick<AttackPattern, 'scope' | 'when'>,
  traits: Traits,
): string[] | null {
  if (scope !== 'tool' || when.parts !== undefined) return null;
  if (when.everyTool !== undefined) return [];
  return atomsThatFit(when, traits)?.map((atom) => atomWords(atom, traits.facts)) ?? null;
}

/** The parts of a pattern of several tools that a tool can play; empty for every other pattern. */
export function partsPlayed({ when }: Pick<AttackPattern, 'when'>, traits: Traits): Part[] {
  return (when.parts ?? []).filter((part) => fits(part, traits));
}

/** Whether a tool counts among those that meet a pattern: alone, or by playing a part in it. */
export function isMetBy(pattern: Pick<AttackPattern, 'scope' | 'when'>, traits: Traits): boolean {
  if (pattern.when.parts !== undefined) return partsPlayed(pattern, traits).length > 0;
  return pattern.when.everyTool !== undefined || fits(pattern.when, traits);
}

/** How many conditions a predicate has: the more of them, the more a match says about the tool. */
export function precisionOf({
  when: { all = [], any = [], none = [] },
}: Pick<AttackPattern, 'when'>): number {
  return all.length + (any.length > 0 ? 1 : 0) + (none.length > 0 ? 1 : 0);
}
