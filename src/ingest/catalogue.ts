import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HistoryLine, ServerEntry } from '../core/catalogue/entry.ts';
import type { Finding } from '../core/finding.ts';
import { readNotes } from './notes.ts';
import { readObservation } from './observation.ts';
import { schemaFindings } from './schema-findings.ts';
import type { ServerSource } from './server-source.ts';
import { readYaml } from './yaml.ts';

/**
 * The servers below `DIR/servers`, by id. Entries are read when asked for, so a catalogue of any size fits.
 * A folder without a readable `server.yaml` is a finding, and so is a catalogue without servers.
 */
export function readCatalogue(dir: string): { sources: ServerSource[]; findings: Finding[] } {
  const root = join(dir, 'servers');
  const names = existsSync(root) ? folderNames(root) : [];
  if (names.length === 0) return { sources: [], findings: [emptyCatalogue(dir)] };
  return { sources: names.map((name) => sourceOf(join(root, name), name)), findings: [] };
}

function folderNames(root: string): string[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((found) => found.isDirectory());
  return folders.map((found) => found.name).sort((a, b) => (a < b ? -1 : 1));
}

function emptyCatalogue(dir: string): Finding {
  const message = `The catalogue "${dir}" has no servers.`;
  const hint = 'Add one with `toolwarden ingest`, or name a folder that contains servers/<id>/server.yaml.';
  return { code: 'empty-catalogue', severity: 'error', file: dir, line: null, path: '', message, hint };
}

function sourceOf(folder: string, name: string): ServerSource {
  const read = readEntry(folder, name);
  return {
    id: read.entry?.id ?? name,
    formerly: read.entry?.formerly ?? [],
    file: join(folder, 'server.yaml'),
    read: () => readServer(folder, read),
  };
}

interface EntryRead {
  entry: ServerEntry | null;
  findings: Finding[];
}

export function readEntry(folder: string, name: string): EntryRead {
  const file = join(folder, 'server.yaml');
  if (!existsSync(file)) return { entry: null, findings: [missingFile(file)] };
  const { source, findings } = readYaml(readFileSync(file, 'utf8'), file);
  if (source === null) return { entry: null, findings };
  const parsed = ServerEntry.safeParse(source.value);
  if (!parsed.success) {
    return { entry: null, findings: schemaFindings(parsed.error, source, Object.keys(ServerEntry.shape)) };
  }
  if (parsed.data.id === name) return { entry: parsed.data, findings: [] };
  const message = `The id "${parsed.data.id}" differs from the name of its folder "${name}".`;
  const hint = `Write \`id: ${name}\`, or rename the folder; ids are permanent, so keep a published one under "formerly".`;
  const mismatch: Finding = {
    code: 'id-folder',
    severity: 'error',
    file,
    line: source.lineOf('/id'),
    path: '/id',
    message,
    hint,
  };
  return { entry: parsed.data, findings: [mismatch] };
}

function readServer(folder: string, read: EntryRead): ReturnType<ServerSource['read']> {
  const { entry } = read;
  const file = join(folder, 'tools.json');
  const tools = existsSync(file)
    ? readObservation(readFileSync(file, 'utf8'), file)
    : { found: null, findings: [missingFile(file)] };
  const past = readHistory(join(folder, 'history.jsonl'));
  const notes = readNotes(join(folder, 'notes.md'), basename(folder));
  const findings = [...read.findings, ...tools.findings, ...past.findings, ...notes.findings];
  if (entry === null || tools.found === null || findings.some((finding) => finding.severity === 'error')) {
    return { server: null, findings };
  }
  const provenance = entry.source.kind === 'listing' ? 'listed' : 'observed';
  return { server: { entry, provenance, ...tools.found, history: past.lines, prose: notes.prose }, findings };
}

function missingFile(file: string): Finding {
  const message = 'This file is missing.';
  const hint =
    'A server folder needs server.yaml (written by people) and tools.json (written by `toolwarden ingest`).';
  return { code: 'missing-file', severity: 'error', file, line: null, path: '', message, hint };
}

export function readHistory(file: string): { lines: HistoryLine[]; findings: Finding[] } {
  if (!existsSync(file)) return { lines: [], findings: [] };
  const lines: HistoryLine[] = [];
  const findings: Finding[] = [];
  for (const [index, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (text.trim() === '') continue;
    const parsed = parseLine(text);
    if (parsed !== null) lines.push(parsed);
    else findings.push(badHistory(file, index + 1));
  }
  return { lines, findings };
}

function parseLine(text: string): HistoryLine | null {
  try {
    return HistoryLine.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function badHistory(file: string, line: number): Finding {
  const message = 'This line is not an observation: {"date", "version", "tools": {name: "sha256:…"}}.';
  const hint =
    'The history is append-only: restore the line from version control; `toolwarden ingest` adds lines.';
  return { code: 'history-line', severity: 'error', file, line, path: '', message, hint };
}
