import type { LedgerChange } from './ledger-changes.ts';

/** Tools named one by one; of more, the counts tell. */
const MOST = 200;

/**
 * What a change of rules reaches, as lines for a person: how many verdicts of how many servers, the kinds of change
 * by number, the rules that come and go with them, and each changed verdict. No lines where no verdict changes.
 */
export function blastRadius(changes: readonly LedgerChange[]): string[] {
  const verdicts = changes.filter(isOfVerdict);
  const quiet = changes.length - verdicts.length;
  if (changes.length === 0) return [];
  const servers = new Set(changes.map(({ server }) => server)).size;
  return [
    `${count(verdicts.length, 'verdict')} would change, and ${quiet} more in confidence or rules alone, on ${count(servers, 'server')}.`,
    ...counted('Kinds of change', tallyOf(verdicts.map(kindOf))),
    ...counted('Rules behind them', tallyOf(verdicts.flatMap(rulesOf))),
    ...(verdicts.length === 0 ? [] : ['Verdicts:', ...verdicts.slice(0, MOST).map(lineOf)]),
    ...(verdicts.length > MOST ? [`  and ${verdicts.length - MOST} more`] : []),
  ];
}

/** Category or level differ, or the tool is new or gone. */
function isOfVerdict({ before, after }: LedgerChange): boolean {
  return before?.category !== after?.category || before?.risk !== after?.risk;
}

function kindOf({ before, after }: LedgerChange): string {
  return `${verdict(before)} → ${verdict(after)}`;
}

function verdict(row: LedgerChange['before']): string {
  if (row === null) return 'not there';
  return row.risk === '' ? 'a line that is no row' : `${row.category}, ${row.risk}`;
}

function rulesOf({ gained, lost }: LedgerChange): string[] {
  return [...gained.map((rule) => `+${rule}`), ...lost.map((rule) => `-${rule}`)];
}

function lineOf(change: LedgerChange): string {
  const rules = rulesOf(change);
  const why = rules.length === 0 ? 'the same rules: facts or the effect table' : rules.join(' ');
  return `  ${change.server}/${change.tool}: ${kindOf(change)} (${why})`;
}

/** Most frequent first, then by name in code units. */
function tallyOf(names: readonly string[]): [string, number][] {
  const tally = new Map<string, number>();
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
  return [...tally].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function counted(title: string, tally: readonly [string, number][]): string[] {
  return tally.length === 0 ? [] : [`${title}:`, ...tally.map(([name, number]) => `  ${number} ${name}`)];
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
