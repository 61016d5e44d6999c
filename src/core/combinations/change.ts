import { type Combination, keyOf, type ToolRef } from './combination.ts';
import { LEG_IDS, type LegId } from './legs.ts';

/** Tools to take away, so that none of some combinations is left. */
export interface Change {
  /** By leg, then riskiest first. */
  tools: ToolRef[];
  /** The legs that nothing carries any more. */
  legs: LegId[];
  /** Why these: a sentence. */
  because: string;
}

/**
 * The smallest change that breaks every one of some combinations; null where there are none. A combination is broken
 * when no tool carries one of its legs any more, so every change that breaks all is the tools of some legs, and the
 * legs are so few that each choice of them is tried: there is no smaller change. Among equals fewer legs are given
 * up, and of those the earlier ones of {@link LEG_IDS}.
 */
export function smallestChange(combinations: readonly Combination[]): Change | null {
  const carriers = new Map(combinations.flatMap((one) => one.legs.map((carried) => [carried.leg, carried])));
  const legs = LEG_IDS.filter((leg) => carriers.has(leg));
  const needs = combinations.map((one) => new Set(one.legs.map(({ leg }) => leg)));
  const [best] = choicesOf(legs)
    .filter((chosen) => needs.every((need) => chosen.some((leg) => need.has(leg))))
    .map((chosen) => ({ chosen, tools: toolsOf(chosen, carriers) }))
    .toSorted((a, b) => a.tools.length - b.tools.length || a.chosen.length - b.chosen.length);
  if (best === undefined || combinations.length === 0) return null;
  return { tools: best.tools, legs: best.chosen, because: becauseOf(best.chosen, legs, carriers) };
}

/** Every choice of legs, those that give up earlier legs first. */
function choicesOf(legs: readonly LegId[]): LegId[][] {
  const [first, ...rest] = legs;
  if (first === undefined) return [[]];
  const others = choicesOf(rest);
  return [...others.map((choice) => [first, ...choice]), ...others];
}

type Carriers = ReadonlyMap<LegId, Combination['legs'][number]>;

function toolsOf(legs: readonly LegId[], carriers: Carriers): ToolRef[] {
  const tools = legs.flatMap((leg) => carriers.get(leg)?.tools ?? []);
  return [...new Map(tools.map((tool) => [keyOf(tool), tool])).values()];
}

function becauseOf(chosen: readonly LegId[], all: readonly LegId[], carriers: Carriers): string {
  const say = (leg: LegId): string => carriers.get(leg)?.does ?? '';
  const kept = all.filter((leg) => !chosen.includes(leg));
  const against = kept.length === 0 ? '' : `, while ${listed(kept.map(say))}`;
  return `Fewest tools to take away: ${listed(chosen.map(say))}${against}.`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
