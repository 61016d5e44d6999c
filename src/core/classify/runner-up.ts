import { EFFECTS, type VerdictCategory } from '../taxonomy.ts';
import { type Judgement, runnerUpOf } from './judge.ts';
import type { Reading } from './reading.ts';

/** The category that came second and why it lost; null when nothing spoke for another one. */
export function runnerUp(
  judgement: Judgement,
  reading: Reading,
): { category: VerdictCategory; why: string } | null {
  const second = runnerUpOf(judgement.effects, judgement.category);
  if (second !== null) {
    const effect = judgement.effects.find((candidate) => EFFECTS[candidate].category === second);
    const does = effect === undefined ? 'does less' : EFFECTS[effect].does;
    return { category: second, why: `It also ${does}, but ${judgement.category} outranks ${second}.` };
  }
  if (judgement.category !== 'Read' && reading.claims['readOnlyHint'] === true) {
    return {
      category: 'Read',
      why: 'The author claims the tool is read-only; a claim never lowers a verdict.',
    };
  }
  return null;
}
