import { readFileSync } from 'node:fs';
import type { Finding } from '../core/finding.ts';
import { isObject, type JsonValue } from '../core/tool/json.ts';
import { entriesOf, FORMS, type ToolEntry, type Trouble } from '../core/tool/tool-list.ts';
import { linesOf } from './definition-lines.ts';
import { readJson } from './json.ts';
import { type PlainFile, plainFile, STDIN } from './plain-file.ts';
import { problem } from './problem.ts';
import { readYaml } from './yaml.ts';

/** A checked input: everything in it can be used. Lines are read again when asked for, never all held. */
export interface ToolInput {
  entries(): AsyncGenerator<ToolEntry>;
  close(): void;
}

/** A document on several lines must be held whole; anything larger is read as lines. */
const LARGEST_DOCUMENT = 256 * 1024 * 1024;

/**
 * Reads tools from a file, plain or gzip, or from standard input (`-`): JSON Lines of `{"id"?, "server", "tool"}`,
 * or a `tools/list` result in any of its wrappings. `server` names the server where the input does not.
 * The whole input is checked first; null with every problem at its line when anything in it cannot be used.
 */
export async function openToolInput(
  path: string,
  server: string | null,
): Promise<{ input: ToolInput | null; findings: Finding[] }> {
  const { plain, findings } = await plainFile(path);
  if (plain === null) return { input: null, findings };
  const label = path === STDIN ? 'standard input' : path;
  try {
    const document = await documentOf(plain);
    const read =
      document === null ? await lineInput(plain, label, server) : wholeInput(document, label, server);
    if (read.input === null) plain.close();
    return read;
  } catch (error) {
    plain.close();
    const reason = error instanceof Error ? error.message : String(error);
    return { input: null, findings: [problem('unreadable-file', `${reason}.`, FORMS, { file: label })] };
  }
}

/** The text of a document that spreads over lines; null when each line is a value of its own. */
async function documentOf(plain: PlainFile): Promise<string | null> {
  let isFirst = true;
  for await (const { text } of linesOf(plain.file, null)) {
    const line = withoutMark(text);
    if (line.trim() === '') continue;
    const value = readJson(line, '').value;
    if (isFirst && value !== undefined) return null;
    if (isFirst && plain.bytes > LARGEST_DOCUMENT) return null;
    // The first line is broken: by the layout of a document, or among lines that are whole.
    if (!isFirst && isObject(value) && 'tool' in value) return null;
    isFirst = false;
  }
  return isFirst ? null : withoutMark(readFileSync(plain.file, 'utf8'));
}

function wholeInput(
  text: string,
  file: string,
  server: string | null,
): { input: ToolInput | null; findings: Finding[] } {
  const { value, findings } = readJson(text, file);
  if (value === undefined) return { input: null, findings };
  const { entries, troubles } = entriesOf(value, server);
  const source = troubles.length === 0 ? null : readYaml(text, file).source;
  const found = troubles.map((trouble) => at(trouble, file, source?.lineOf(trouble.path) ?? 1));
  if (found.length > 0) return { input: null, findings: found };
  return {
    input: {
      async *entries() {
        yield* entries;
      },
      close: () => undefined,
    },
    findings: [],
  };
}

async function lineInput(
  plain: PlainFile,
  file: string,
  server: string | null,
): Promise<{ input: ToolInput | null; findings: Finding[] }> {
  const findings: Finding[] = [];
  let lines = 0;
  for await (const { value, line, syntax } of valuesOf(plain, file)) {
    lines++;
    findings.push(...syntax);
    if (value !== undefined)
      findings.push(...entriesOf(value, server).troubles.map((trouble) => at(trouble, file, line)));
  }
  if (lines === 0) findings.push(problem('no-tools', 'The input is empty.', FORMS, { file, line: 1 }));
  if (findings.length > 0) return { input: null, findings };
  return {
    input: {
      async *entries() {
        for await (const { value } of valuesOf(plain, file))
          if (value !== undefined) yield* entriesOf(value, server).entries;
      },
      close: plain.close,
    },
    findings,
  };
}

async function* valuesOf(
  plain: PlainFile,
  file: string,
): AsyncGenerator<{ value: JsonValue | undefined; line: number; syntax: Finding[] }> {
  for await (const { text, place } of linesOf(plain.file, null)) {
    const line = place.line === 1 ? withoutMark(text) : text;
    if (line.trim() === '') continue;
    const { value, findings } = readJson(line, file, place.line);
    yield { value, line: place.line, syntax: findings };
  }
}

function at(trouble: Trouble, file: string, line: number): Finding {
  return { ...trouble, severity: 'error', file, line };
}

/** Some editors begin a file with a byte order mark, which JSON does not know. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
