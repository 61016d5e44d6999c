import type { Decision } from '../recommend/decision-table.ts';
import type { Combination, ToolRef } from './combination.ts';

/**
 * What a policy leaves of a combination. open: calls of every leg pass. asked: only with calls that a person
 * approves. closed: the policy denies or hides every tool of some leg.
 */
export type Standing = 'open' | 'asked' | 'closed';

/** `decisionOf`: the decision for a tool; `allow` where the policy lets some of its calls pass by their arguments. */
export function standingOf({ legs }: Combination, decisionOf: (tool: ToolRef) => Decision): Standing {
  const least = legs.map(({ tools }) => {
    const decisions = new Set(tools.map(decisionOf));
    return decisions.has('allow') ? 'open' : decisions.has('ask') ? 'asked' : 'closed';
  });
  return least.includes('closed') ? 'closed' : least.includes('asked') ? 'asked' : 'open';
}
