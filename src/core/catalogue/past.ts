import type { HistoryLine, Observation } from './entry.ts';

/** One observation that differs from the one before it; names of tools in the order of the observation. */
export interface ServerChange {
  /** Place of the observation in the history, from 1: permanent, since the history is append-only. */
  place: number;
  date: string;
  version: string | null;
  /** True for the first observation: nothing "appeared" before anybody looked. */
  first: boolean;
  appeared: string[];
  changed: string[];
  left: string[];
}

/** A definition that was served once, under the last date on which it was seen. */
interface FormerDefinition {
  tool: string;
  hash: string;
  date: string;
  version: string | null;
}

/** What the history of a server tells about it, without the observations themselves. */
export interface ServerPast {
  /** Oldest first. */
  changes: ServerChange[];
  /** By tool: the date since which it is as it is, or since which it is gone. */
  since: Map<string, string>;
  /** Definitions that are served no more. */
  former: FormerDefinition[];
  /** Tools that were listed once, in the order in which they left. */
  gone: string[];
}

/**
 * Reduces the observations of a server, oldest first, to what changed. A server without a history has the one
 * observation that it was catalogued by, where its date is known.
 */
export function pastOf(
  history: readonly HistoryLine[],
  observed: Pick<Observation['observed'], 'date' | 'version'>,
  hashes: ReadonlyMap<string, string>,
): ServerPast {
  const past: ServerPast = { changes: [], since: new Map(), former: [], gone: [] };
  const lines = history.length > 0 ? history : firstLine(observed, hashes);
  let before = new Map<string, string>();
  for (const [index, { date, version, tools }] of lines.entries()) {
    const after = new Map(Object.entries(tools));
    note(past, { place: index + 1, date, version, first: index === 0 }, before, after);
    before = after;
  }
  past.former = formerOf(lines, new Set(hashes.values()));
  past.gone = past.changes.flatMap(({ left }) => left).filter((tool) => !before.has(tool));
  past.gone = [...new Set(past.gone)];
  return past;
}

function firstLine(
  { date, version }: Pick<Observation['observed'], 'date' | 'version'>,
  hashes: ReadonlyMap<string, string>,
): HistoryLine[] {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? [{ date, version, tools: Object.fromEntries(hashes) }] : [];
}

function note(
  past: ServerPast,
  when: Pick<ServerChange, 'place' | 'date' | 'version' | 'first'>,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): void {
  const names = [...after.keys()];
  const appeared = names.filter((name) => !before.has(name));
  const changed = names.filter((name) => before.has(name) && before.get(name) !== after.get(name));
  const left = [...before.keys()].filter((name) => !after.has(name));
  for (const name of [...appeared, ...changed, ...left]) past.since.set(name, when.date);
  if (appeared.length + changed.length + left.length > 0)
    past.changes.push({ ...when, appeared, changed, left });
}

/** Each definition once, by tool and hash; those that the server still serves under any name are not former. */
function formerOf(lines: readonly HistoryLine[], current: ReadonlySet<string>): FormerDefinition[] {
  const former = new Map<string, FormerDefinition>();
  for (const { date, version, tools } of lines) {
    for (const [tool, hash] of Object.entries(tools)) {
      if (!current.has(hash)) former.set(`${hash} ${tool}`, { tool, hash, date, version });
    }
  }
  return [...former.values()];
}
