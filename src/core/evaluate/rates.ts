/** Right and wrong answers about one class: found, claimed wrongly, missed. */
export interface Tally {
  hits: number;
  false: number;
  missed: number;
}

export interface Rates {
  precision: number;
  recall: number;
  f1: number;
  /** How many labels are of this class. */
  support: number;
}

/** Precision, recall and their harmonic mean; a class that nobody claimed or labelled has 0. */
export function ratesOf(tally: Tally): Rates {
  const precision = share(tally.hits, tally.hits + tally.false);
  const recall = share(tally.hits, tally.hits + tally.missed);
  return {
    precision,
    recall,
    f1: share(2 * tally.hits, 2 * tally.hits + tally.false + tally.missed),
    support: tally.hits + tally.missed,
  };
}

/** A share of a whole to four decimals; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}
