export type Direction = 'ascending' | 'descending';

/** The direction after a click: figures begin with the greatest, words with the first, and a second click turns. */
export function nextDirection(current: string | null, numeric: boolean): Direction {
  if (current === 'ascending') return 'descending';
  if (current === 'descending') return 'ascending';
  return numeric ? 'descending' : 'ascending';
}

/** Orders keys of one column: numbers as numbers, texts by code unit. Equal keys keep their order. */
export function comparing(a: number | string, b: number | string, direction: Direction): number {
  const order = a < b ? -1 : a > b ? 1 : 0;
  return direction === 'ascending' ? order : -order;
}
