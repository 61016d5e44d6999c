import type { Classifier } from '../classify/classifier.ts';
import type { Reason, Span, Verdict } from '../classify/verdict.ts';
import type { Definition, Provenance } from '../tool/definition.ts';

/** A rule that would have fired but for an exception of its own, with the words that the exception matched. */
export interface Held extends Reason {
  exception: Span[];
}

/** The rules compiled anew: without their exceptions, and their exceptions as rules of the same ids. */
export interface Eager {
  rules: Classifier;
  exceptions: Classifier;
}

/** Rules that exceptions kept out of a verdict; most verdicts have none. `eager` comes from the rules of the verdict. */
export function heldReasons(
  eager: Eager | null,
  definition: Definition,
  provenance: Provenance,
  verdict: Verdict,
): Held[] {
  if (eager === null) return [];
  const fired = new Set(verdict.reasons.map(({ rule }) => rule));
  const all = eager.rules.classify(definition, provenance).reasons;
  const held = all.filter(({ rule }) => !fired.has(rule));
  if (held.length === 0) return [];
  const fits = eager.exceptions.classify(definition, provenance).reasons;
  return held.map((reason) => ({
    ...reason,
    exception: fits.find(({ rule }) => rule === reason.rule)?.spans ?? [],
  }));
}
