/** Rows as aligned columns for a terminal; cells hold no hidden characters (see `shown`). */
export function columns(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(oneLine));
  const widths = head.map((_, index) => widthOf(lines, index));
  return lines
    .map(
      (row) =>
        `${row
          .map((cell, index) => cell + padding(cell, widths[index]))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function widthOf(lines: readonly (readonly string[])[], index: number): number {
  return lines.reduce((widest, row) => Math.max(widest, [...(row[index] ?? '')].length), 0);
}

function padding(cell: string, width = 0): string {
  return ' '.repeat(Math.max(0, width - [...cell].length));
}

function oneLine(cell: string): string {
  return cell.replaceAll(/\s+/g, ' ');
}
