/** Slips of the pen that a word of this many letters may have. */
export function mostSlips(word: string): number {
  return word.length < 3 ? 0 : word.length < 6 ? 1 : 2;
}

/**
 * How many letters must be added, dropped, replaced or swapped with their neighbour to turn one word into the other;
 * anything over `most` counts as `most + 1`. Quadratic in the words, and stops early.
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cell(a, b, i, j, row, above, before));
    if (Math.min(...row) > most) return most + 1;
    [before, above] = [above, row];
  }
  return Math.min(above[b.length] ?? most + 1, most + 1);
}

function cell(
  a: string,
  b: string,
  i: number,
  j: number,
  row: readonly number[],
  above: readonly number[],
  before: readonly number[],
): number {
  const same = a[i - 1] === b[j - 1];
  const best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best;
}

/** Known words that may have been meant: fewest slips first, then those that more tools have. */
export function nearWords(
  typed: string,
  known: readonly (readonly [word: string, tools: number])[],
): string[] {
  const most = mostSlips(typed);
  const near = known
    .map(([word, tools]) => ({ word, tools, slips: slips(typed, word, most) }))
    .filter((one) => one.slips > 0 && one.slips <= most);
  near.sort((a, b) => a.slips - b.slips || b.tools - a.tools || (a.word < b.word ? -1 : 1));
  return near.map(({ word }) => word);
}
