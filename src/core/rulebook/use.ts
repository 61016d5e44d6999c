import type { Rule } from '../classify/rule.ts';
import type { Verdict } from '../classify/verdict.ts';

/** A rule that the tools of a catalogue give no reason to keep as it is. */
export interface Idle {
  rule: string;
  /** The rule with the same emission that fires on the same tools; null for a rule that fires nowhere. */
  twin: string | null;
}

/**
 * Rules that fire on no tool, and rules that fire on exactly the tools of another rule with the same emission.
 * A rule that says it is rare is neither: the catalogue has too few of its tools to tell.
 */
export function idleRules(rules: readonly Rule[], verdicts: Iterable<Verdict>): Idle[] {
  const firings = new Map<string, number[]>(rules.map(({ id }) => [id, []]));
  let tool = 0;
  for (const { reasons } of verdicts) {
    for (const { rule } of reasons) firings.get(rule)?.push(tool);
    tool++;
  }
  const seen = new Map<string, string>();
  return rules.flatMap(({ id, emits, rare }): Idle[] => {
    const tools = firings.get(id) ?? [];
    if (rare) return [];
    if (tools.length === 0) return [{ rule: id, twin: null }];
    const key = `${JSON.stringify(emits)} ${tools.join(',')}`;
    const twin = seen.get(key);
    seen.set(key, twin ?? id);
    return twin === undefined ? [] : [{ rule: id, twin }];
  });
}
