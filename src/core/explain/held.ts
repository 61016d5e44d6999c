import type { Classifier } from '../classify/classifier.ts';
import type { Reason, Verdict } from '../classify/verdict.ts';
import type { Definition, Provenance } from '../tool/definition.ts';

/** Rules that would have fired but for an exception of theirs. `eager` is compiled from the same rules without exceptions. */
export function heldReasons(
  eager: Classifier | null,
  definition: Definition,
  provenance: Provenance,
  verdict: Verdict,
): Reason[] {
  if (eager === null) return [];
  const fired = new Set(verdict.reasons.map(({ rule }) => rule));
  return eager.classify(definition, provenance).reasons.filter(({ rule }) => !fired.has(rule));
}
