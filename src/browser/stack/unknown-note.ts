import { shownLine } from '../../core/present/shown.ts';
import { make } from '../element.ts';

/** Says of unknown servers what could not be done with them; nothing where all are known. `head` stands before their names. */
export function unknownNote(unknown: readonly string[], head: string, meaning: string): HTMLElement[] {
  if (unknown.length === 0) return [];
  const names = unknown.map((key) => shownLine(key)).join(', ');
  return [make('p', 'warning', make('strong', '', `${head}: ${names}.`), ` ${meaning}`)];
}
