import { labelId, type PassLabel } from './pass.ts';
import { share } from './rates.ts';

/** How far two passes give the same answer: raw share, and Cohen's kappa, which takes away what chance would give. */
export interface Agreement {
  share: number;
  kappa: number;
}

interface Disagreement {
  id: string;
  a: Pick<PassLabel, 'category' | 'risk'>;
  b: Pick<PassLabel, 'category' | 'risk'>;
}

export interface PassAgreement {
  n: number;
  category: Agreement;
  risk: Agreement;
  disagreements: Disagreement[];
}

/** Agreement of two passes over the same tools in the same order, and every tool on which they differ. */
export function agreementOf(passA: readonly PassLabel[], passB: readonly PassLabel[]): PassAgreement {
  const pairs = passA.flatMap((a, index) => {
    const b = passB[index];
    return b === undefined ? [] : [{ a, b }];
  });
  return {
    n: pairs.length,
    category: agreement(pairs.map(({ a, b }) => [a.category, b.category])),
    risk: agreement(pairs.map(({ a, b }) => [a.risk, b.risk])),
    disagreements: pairs
      .filter(({ a, b }) => a.category !== b.category || a.risk !== b.risk)
      .map(({ a, b }) => ({ id: labelId(a), a: answerOf(a), b: answerOf(b) })),
  };
}

function answerOf({ category, risk }: PassLabel): Disagreement['a'] {
  return { category, risk };
}

/** Kappa is (observed - expected) / (1 - expected); 1 where chance alone would already agree on everything. */
export function agreement(answers: readonly (readonly [string, string])[]): Agreement {
  const n = answers.length;
  const same = answers.filter(([a, b]) => a === b).length;
  const words = new Set(answers.flat());
  let expected = 0;
  for (const word of words) {
    const inA = answers.filter(([a]) => a === word).length;
    const inB = answers.filter(([, b]) => b === word).length;
    expected += (inA * inB) / (n * n);
  }
  const kappa = n === 0 ? 0 : expected >= 1 ? 1 : (same / n - expected) / (1 - expected);
  return { share: share(same, n), kappa: Math.round(kappa * 10_000) / 10_000 };
}
