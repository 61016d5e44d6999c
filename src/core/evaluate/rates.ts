/** Right and wrong answers about one class: found, claimed wrongly, missed. */
export interface Tally {
  hits: number;
  false: number;
  missed: number;
}

/** Lowest and highest value that the counts allow, at 95%. */
export type Interval = [number, number];

export interface Rates {
  precision: number;
  recall: number;
  f1: number;
  /** How many labels are of this class. */
  support: number;
  /** 95% intervals of the three. */
  intervals: { precision: Interval; recall: Interval; f1: Interval };
}

/** Precision, recall and their harmonic mean; a class that nobody claimed or labelled has 0. */
export function ratesOf(tally: Tally): Rates {
  const { hits } = tally;
  const claimed = hits + tally.false;
  const labelled = hits + tally.missed;
  // F1 is 2j / (1 + j) of j = hits / (hits + false + missed), a share that a Wilson interval is defined for.
  const [low, high] = wilson(hits, hits + tally.false + tally.missed);
  return {
    precision: share(hits, claimed),
    recall: share(hits, labelled),
    f1: share(2 * hits, claimed + labelled),
    support: labelled,
    intervals: {
      precision: wilson(hits, claimed),
      recall: wilson(hits, labelled),
      f1: [share(2 * low, 1 + low), share(2 * high, 1 + high)],
    },
  };
}

/** A share of a whole to four decimals; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

/** The 97.5% point of the normal distribution. */
const Z = 1.959964;

/** The Wilson score interval of a share, at 95%; of nothing everything is possible. Source: Wilson, 1927. */
export function wilson(part: number, whole: number): Interval {
  if (whole === 0) return [0, 1];
  const p = part / whole;
  const square = (Z * Z) / whole;
  const middle = p + square / 2;
  const reach = Math.sqrt(square * (p * (1 - p) + square / 4));
  const low = Math.max(0, share(middle - reach, 1 + square));
  return [low, Math.min(1, share(middle + reach, 1 + square))];
}
