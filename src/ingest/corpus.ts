import { closeSync, openSync } from 'node:fs';
import { z } from 'zod';
import type { ServerEntry } from '../core/catalogue/entry.ts';
import type { Finding } from '../core/finding.ts';
import type { Definition } from '../core/tool/definition.ts';
import { isObject } from '../core/tool/json.ts';
import { serverIds } from './corpus-ids.ts';
import { type LinePlace, linesOf, readLines } from './definition-lines.ts';
import type { ServerInput, ServerSource } from './server-source.ts';

/** One line of a file of definitions: the input of `classify`, with what else is known about the server. */
const CorpusLine = z.looseObject({
  server: z.string().min(1),
  serverTitle: z.string().nullish(),
  package: z.string().nullish(),
  version: z.string().nullish(),
  repo: z.string().nullish(),
  via: z.string().nullish(),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullish(),
  serverLicense: z.string().nullish(),
  tool: z.looseObject({ name: z.string() }),
});
type CorpusLine = z.infer<typeof CorpusLine>;

/** Shown where a line of a corpus gives no date: dates come from the data, never from the clock. */
const UNDATED = 'an unknown date';

/**
 * The servers of a JSON Lines file of definitions, grouped by their `server` field and given ids made from it.
 * A compressed file is unpacked into `spool`, so that each server can be read back without holding the rest.
 */
export async function readCorpus(
  file: string,
  spool: string,
): Promise<{ sources: ServerSource[]; findings: Finding[] }> {
  const plain = file.endsWith('.gz') ? spool : file;
  const copy = plain === spool ? openSync(spool, 'w') : null;
  const places = new Map<string, LinePlace[]>();
  const findings: Finding[] = [];
  try {
    for await (const { text, place } of linesOf(file, copy)) {
      if (text.trim() === '') continue;
      const read = readLine(text, file, place.line);
      if ('finding' in read) findings.push(read.finding);
      else placesOf(places, read.line.server).push(place);
    }
  } catch (error) {
    findings.push(unreadable(file, error));
  } finally {
    if (copy !== null) closeSync(copy);
  }
  if (places.size === 0 && findings.length === 0) findings.push(emptyFile(file));
  const ids = serverIds([...places.keys()]);
  const sources = [...places].map(([server, lines]) =>
    sourceOf(server, ids.get(server) ?? server, file, plain, lines),
  );
  return { sources: sources.sort((a, b) => (a.id < b.id ? -1 : 1)), findings };
}

function placesOf(places: Map<string, LinePlace[]>, server: string): LinePlace[] {
  const known = places.get(server);
  if (known !== undefined) return known;
  const fresh: LinePlace[] = [];
  places.set(server, fresh);
  return fresh;
}

function sourceOf(
  server: string,
  id: string,
  file: string,
  plain: string,
  places: LinePlace[],
): ServerSource {
  const read = () => ({
    server: serverInput(server, id, readLines(plain, places), (tool) => ({
      file,
      line: places[tool]?.line ?? 1,
    })),
    findings: [],
  });
  return { id, formerly: [], file: `${file}:${places[0]?.line ?? 1}`, read };
}

function readLine(text: string, file: string, line: number): { line: CorpusLine } | { finding: Finding } {
  const wrong = (code: string, path: string, message: string): { finding: Finding } => ({
    finding: { code, severity: 'error', file, line, path, message, hint: HINT },
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return wrong('json-syntax', '', `This line is not valid JSON: ${(error as Error).message}.`);
  }
  const parsed = CorpusLine.safeParse(value);
  if (parsed.success) return { line: parsed.data };
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map((step) => `/${String(step)}`).join('');
  const isToolList = isObject(value) && 'tools' in value;
  return wrong(
    'schema',
    path,
    isToolList ? 'This is a tools/list answer, not a line of definitions.' : `${issue?.message}.`,
  );
}

const HINT =
  'Write one JSON object a line: {"server": "name", "tool": {"name": …, "description": …, "inputSchema": {…}}}.';

function serverInput(
  server: string,
  id: string,
  texts: readonly string[],
  placeOf: ServerInput['placeOf'],
): ServerInput {
  const lines = texts.map((text) => JSON.parse(text) as CorpusLine);
  const [first] = lines;
  const observed = {
    version: first?.version ?? null,
    integrity: null,
    date: first?.date ?? UNDATED,
    protocolVersion: null,
    how: first?.via ?? 'a file of definitions',
  };
  const definitions = lines.map((line) => line.tool as Definition);
  const entry = entryOf(server, id, first, definitions.length);
  return { entry, observed, provenance: 'observed', definitions, history: [], prose: null, placeOf };
}

function entryOf(server: string, id: string, line: CorpusLine | undefined, tools: number): ServerEntry {
  const title = cut(line?.serverTitle || server, 80);
  const repository = /^[\w.-]+\/[\w.-]+$/.test(line?.repo ?? '')
    ? `https://github.com/${line?.repo}`
    : undefined;
  return {
    id,
    title,
    vendor: cut(server.startsWith('@') ? (server.split('/')[0] ?? server) : 'Publisher not stated', 80),
    official: false,
    summary: `${tools} ${tools === 1 ? 'definition' : 'definitions'} from a file; nothing more is known about ${title}.`,
    ...(repository === undefined ? {} : { repository }),
    ...(line?.serverLicense ? { license: { spdx: line.serverLicense, evidence: 'stated in the file' } } : {}),
    source: {
      kind: 'jsonl',
      ...(line?.package ? { package: line.package } : {}),
      ...(line?.version ? { version: line.version } : {}),
    },
  };
}

/** Cuts between code points, so that no half of a pair is left. */
function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : [...text]
        .slice(0, most - 1)
        .join('')
        .concat('…');
}

function unreadable(file: string, error: unknown): Finding {
  const message = `The file cannot be read: ${(error as Error).message}.`;
  const hint = 'Name a JSON Lines file of definitions (optionally ending in .gz), or a catalogue folder.';
  return { code: 'unreadable-file', severity: 'error', file, line: null, path: '', message, hint };
}

function emptyFile(file: string): Finding {
  return {
    code: 'empty-catalogue',
    severity: 'error',
    file,
    line: null,
    path: '',
    message: 'The file holds no definitions.',
    hint: HINT,
  };
}
