import { comparing, type Direction, nextDirection } from './sorting.ts';

/** Makes the columns of every sortable table buttons. Without it a table stands in the order it was written in. */
for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) makeSortable(table);

function makeSortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  for (const [column, head] of heads.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const numeric = table.tBodies[0]?.rows[0]?.cells[column]?.dataset['key'] !== undefined;
      const direction = nextDirection(head.ariaSort, numeric);
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', direction);
      sortRows(table, column, direction);
    });
  }
}

function sortRows(table: HTMLTableElement, column: number, direction: Direction): void {
  const body = table.tBodies[0];
  if (body === undefined) return;
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[column]) }));
  rows.sort((a, b) => comparing(a.key, b.key, direction));
  body.append(...rows.map(({ row }) => row));
}

/** A number where the cell gives one, else its text. */
function keyOf(cell: HTMLTableCellElement | undefined): number | string {
  const key = cell?.dataset['key'];
  return key === undefined ? (cell?.textContent ?? '').trim().toLowerCase() : Number(key);
}
