/** The known name that a misspelt one most likely means, or null. Case and separators do not count. */
export function nearest(name: string, known: readonly string[]): string | null {
  const plain = plainName(name);
  const reach = Math.max(1, Math.floor(Math.min(plain.length, 30) / 3));
  let best: string | null = null;
  let least = reach + 1;
  for (const candidate of known) {
    const far = distance(plain, plainName(candidate), least);
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

function plainName(name: string): string {
  return name
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Letters to change, add, drop or swap with their neighbour (optimal string alignment); `limit` when as many or more. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(rows, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(rows, i - 2, j - 2) + 1 : limit;
      row.push(Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? limit) + 1, changed, swapped));
    }
    rows.push(row);
  }
  return Math.min(at(rows, a.length, b.length), limit);
}

/** Beyond the table nothing can be had for less than everything. */
function at(rows: readonly number[][], i: number, j: number): number {
  return rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
}
