import type { Label } from './label.ts';
import { labelId, type PassLabel } from './pass.ts';

/**
 * The labels that verdicts are scored against: pass A; where pass B gives another category, the row is arguable
 * and B's category is right too. B holds the same tools in the same order.
 */
export function goldOf(passA: readonly PassLabel[], passB: readonly PassLabel[]): Label[] {
  return passA.map((a, index) => {
    const other = passB[index]?.category ?? a.category;
    const { category, alt, confidence, risk, flags } = a;
    const base = { id: labelId(a), category, risk, flags };
    return other === category
      ? { ...base, alt, confidence }
      : { ...base, alt: other, confidence: 'arguable' };
  });
}
