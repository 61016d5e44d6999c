import type { HistoryLine } from '../catalogue/entry.ts';
import type { HistoryRow } from './tool-page-model.ts';

const MOST = 20;

/**
 * What happened to one tool over the observations of its server, newest first: when it was first seen, when its
 * definition changed, when it went missing and came back. Observations that changed nothing add no row.
 */
export function historyOf(name: string, lines: readonly HistoryLine[]): HistoryRow[] {
  const rows: HistoryRow[] = [];
  let before: string | undefined;
  let isKnown = false;
  for (const { date, version, tools } of lines) {
    const hash = Object.hasOwn(tools, name) ? tools[name] : undefined;
    if (hash !== before)
      rows.push({ date, version, hash: hash ?? '', change: changeOf(hash, before, isKnown) });
    isKnown ||= hash !== undefined;
    before = hash;
  }
  return rows.toReversed().slice(0, MOST);
}

function changeOf(hash: string | undefined, before: string | undefined, isKnown: boolean): string {
  if (hash === undefined) return 'The server no longer lists the tool.';
  if (before !== undefined) return 'The definition changed.';
  return isKnown ? 'The server lists the tool again.' : 'First observed.';
}
