import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type HistoryLine, type Observation, ServerEntry } from '../core/catalogue/entry.ts';
import type { Finding } from '../core/finding.ts';
import type { Definition } from '../core/tool/definition.ts';
import { definitionHash } from '../core/tool/hash.ts';
import type { JsonObject, JsonValue } from '../core/tool/json.ts';
import { readEntry, readHistory } from './catalogue.ts';
import { readObservation } from './observation.ts';
import { problem, Stopped } from './problem.ts';
import { storedJson } from './stored-json.ts';
import { writeYaml } from './yaml.ts';

/** What a catalogue knows of one server; null where nothing was written yet. */
export interface KnownEntry {
  folder: string;
  /** Where a new entry is made before it appears; outside `servers`, so that a build never sees half of one. */
  beside: string;
  server: ServerEntry | null;
  definitions: Definition[] | null;
  history: HistoryLine[];
}

/** Reads `DIR/servers/ID`. Throws {@link Stopped} with every problem in it, and when the id is not an id. */
export function knownEntry(catalogDir: string, id: string): KnownEntry {
  if (!ServerEntry.shape.id.safeParse(id).success) {
    const hint = 'Write an id of lower-case letters, digits and single hyphens, e.g. --id brave-search.';
    throw new Stopped([problem('bad-id', `"${id}" cannot be the id of a server.`, hint)]);
  }
  const folder = join(catalogDir, 'servers', id);
  const file = join(folder, 'tools.json');
  const server = existsSync(join(folder, 'server.yaml'))
    ? readEntry(folder, id)
    : { entry: null, findings: [] };
  const tools = existsSync(file)
    ? readObservation(readFileSync(file, 'utf8'), file)
    : { found: null, findings: [] };
  const past = readHistory(join(folder, 'history.jsonl'));
  const findings = [...server.findings, ...tools.findings, ...past.findings];
  if (findings.length > 0) throw new Stopped(findings);
  return {
    folder,
    beside: join(catalogDir, `.${id}.new`),
    server: server.entry,
    definitions: tools.found?.definitions ?? null,
    history: past.lines,
  };
}

/** An observation reduced to the hash of each tool. */
function historyLine({ observed, result }: Observation): HistoryLine {
  const tools = result.tools.map((tool) => [tool.name, definitionHash(tool as Definition)]);
  return { date: observed.date, version: observed.version, tools: Object.fromEntries(tools) };
}

/**
 * Stores an observation. A new entry appears by one rename; in a known one each file is replaced by one rename,
 * the history last, so that whatever interrupts it leaves whole files. `server` is written only for a new entry.
 * Throws {@link Stopped} when the disk refuses.
 */
export function writeEntry(known: KnownEntry, server: ServerEntry, observation: Observation): void {
  try {
    write(known, server, observation);
  } catch (error) {
    const message = `The entry could not be written: ${error instanceof Error ? error.message : String(error)}.`;
    const hint = 'Check that the catalogue is a folder you may write to.';
    throw new Stopped([problem('unwritable', message, hint, { file: known.folder })]);
  }
}

function write(known: KnownEntry, server: ServerEntry, observation: Observation): void {
  const isNew = !existsSync(known.folder);
  const target = isNew ? known.beside : known.folder;
  const line = historyLine(observation);
  const history = repeats(known.history, line) ? known.history : [...known.history, line];
  const files: [string, string][] = [
    ...(known.server === null ? [['server.yaml', writeYaml(server)] as [string, string]] : []),
    ['tools.json', storedJson(observation as unknown as JsonValue)],
    ['history.jsonl', history.map((entry) => `${JSON.stringify(entry)}\n`).join('')],
  ];
  if (isNew) rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(target, `${name}.new`), text);
  for (const [name] of files) renameSync(join(target, `${name}.new`), join(target, name));
  if (!isNew) return;
  mkdirSync(dirname(known.folder), { recursive: true });
  renameSync(target, known.folder);
}

/** History is append-only, and time runs one way in it. */
export function checkDate(known: KnownEntry, date: string): Finding[] {
  const last = known.history.at(-1);
  if (last === undefined || date >= last.date) return [];
  const message = `The date ${date} lies before the last observation, ${last.date}.`;
  return [
    problem('date-order', message, `Give --date ${last.date} or later.`, {
      file: join(known.folder, 'history.jsonl'),
    }),
  ];
}

function repeats(history: readonly HistoryLine[], line: HistoryLine): boolean {
  const last = history.at(-1);
  return (
    last !== undefined &&
    storedJson(last as unknown as JsonObject) === storedJson(line as unknown as JsonObject)
  );
}
