import { type Change, smallestChange } from '../../combinations/change.ts';
import { type Collision, collisionsIn, type Shadowing, shadowingIn } from '../../combinations/collisions.ts';
import { type Combination, combinationsIn, keyOf, type ToolRef } from '../../combinations/combination.ts';
import { type Standing, standingOf } from '../../combinations/standing.ts';
import type { Decision } from '../../recommend/decision-table.ts';
import { CATEGORIES, RISKS, riskWord } from '../../taxonomy.ts';
import type { SummarisedTool } from './summary.ts';

/** A server of a stack under the user's own name for it. */
export interface StackServer {
  key: string;
  /** Null where nobody knows what it offers. */
  tools: readonly SummarisedTool[] | null;
}

interface Tally {
  label: string;
  tools: number;
}

/** What the servers of a stack can do, each and together; servers without known tools are told apart, never counted. */
export interface Surface {
  servers: number;
  /** Keys of the servers whose tools nobody knows. */
  unknown: string[];
  tools: number;
  /** Highest first, "Unrated" last. */
  risks: Tally[];
  categories: Tally[];
  decisions: Record<Decision, number>;
  /** `uncounted`: tools whose tokens nobody counted. */
  tokens: { sum: number; uncounted: number };
  /** Worst first, with what the recommended policy leaves of each. */
  combinations: { combination: Combination; standing: Standing }[];
  /** The fewest tools without which no combination is left, whatever the policy. */
  change: Change | null;
  /** The same among the tools that the recommended policy lets through, asked about or not. */
  further: Change | null;
  collisions: Collision[];
  shadowings: Shadowing[];
}

/** Pure and total. */
export function surfaceOf(servers: readonly StackServer[]): Surface {
  const known = servers.flatMap(({ key, tools }) => (tools === null ? [] : [{ key, tools }]));
  const all = known.flatMap(({ key, tools }) =>
    tools.map((tool) => ({ ...tool, server: key, tool: tool.name })),
  );
  const decisions = new Map(all.map((tool) => [keyOf(tool), tool.partly ? 'allow' : tool.decision]));
  const decisionOf = (tool: ToolRef): Decision => decisions.get(keyOf(tool)) ?? 'allow';
  const combinations = combinationsIn(all);
  const passing = all.filter((tool) => ['allow', 'ask'].includes(decisionOf(tool)));
  const named = known.map(({ key, tools }) => ({ server: key, tools }));
  const count = (holds: (tool: SummarisedTool) => boolean): number => all.filter(holds).length;
  return {
    servers: servers.length,
    unknown: servers.filter(({ tools }) => tools === null).map(({ key }) => key),
    tools: all.length,
    risks: [...RISKS.toReversed(), null].map((risk) => ({
      label: riskWord(risk),
      tools: count((tool) => tool.risk === risk),
    })),
    categories: [...CATEGORIES.toReversed(), 'Unclassified' as const].map((category) => ({
      label: category,
      tools: count((tool) => tool.category === category),
    })),
    decisions: {
      allow: count(({ decision }) => decision === 'allow'),
      ask: count(({ decision }) => decision === 'ask'),
      deny: count(({ decision }) => decision === 'deny'),
      hide: count(({ decision }) => decision === 'hide'),
    },
    tokens: {
      sum: all.reduce((sum, { tokens }) => sum + (tokens ?? 0), 0),
      uncounted: count(({ tokens }) => tokens === null),
    },
    combinations: combinations.map((combination) => ({
      combination,
      standing: standingOf(combination, decisionOf),
    })),
    change: smallestChange(combinations),
    further: smallestChange(combinationsIn(passing)),
    collisions: collisionsIn(named),
    shadowings: shadowingIn(named),
  };
}
