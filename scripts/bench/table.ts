/** One measured figure: what was run, what came out, what was aimed at. */
export interface Figure {
  what: string;
  result: string;
  aim: string;
}

/** Prints figures in columns on stdout. */
export function printFigures(heading: string, figures: readonly Figure[]): void {
  const rows = [{ what: 'what was run', result: 'result', aim: 'aim' }, ...figures];
  const width = (key: keyof Figure): number => Math.max(...rows.map((row) => row[key].length));
  const lines = rows.map(
    (row) => `${row.what.padEnd(width('what'))}  ${row.result.padEnd(width('result'))}  ${row.aim}`,
  );
  process.stdout.write(`\n${heading}\n${lines.join('\n')}\n`);
}
