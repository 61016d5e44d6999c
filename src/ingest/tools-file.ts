import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Finding } from '../core/finding.ts';
import { isObject, type JsonValue } from '../core/tool/json.ts';
import { alteredByParsing, notUtf8 } from './altered.ts';
import { readJson } from './json.ts';
import type { Limits } from './limits.ts';
import { checked, type Listed } from './list-tools.ts';
import { problem, Stopped } from './problem.ts';

/** Reads a `tools/list` result, the JSON-RPC response around it, or a list of tools. Throws {@link Stopped}. */
export function readToolsFile(path: string, limits: Limits): Listed {
  const { text, altered } = readText(path);
  const { value, findings } = readJson(text, path);
  if (findings.length > 0) throw new Stopped(findings);
  const result = isObject(value) && isObject(value['result']) ? value['result'] : value;
  const tools = isObject(result) ? result['tools'] : result;
  if (Array.isArray(tools)) {
    const more = alteredByParsing(text).map((finding) => ({ ...finding, file: path }));
    return listed(checked(tools, limits, path), [...altered, ...more]);
  }
  const hint = 'Write {"tools": […]}, the JSON-RPC response around it, or a list of tools.';
  throw new Stopped([
    problem('no-tool-list', 'This file has no list of tools.', hint, { file: path, line: 1 }),
  ]);
}

/**
 * Reads JSON Lines of `{"server", "tool"}` or of bare tools. When the lines name several servers, `server` says which
 * one is meant. Throws {@link Stopped}.
 */
export function readToolLines(path: string, server: string | undefined, limits: Limits): Listed {
  const { text: whole, altered } = readText(path);
  const rows = whole
    .split('\n')
    .flatMap((text, index) =>
      text.trim() === '' ? [] : [{ line: index + 1, text, ...readJson(text, path, index + 1) }],
    );
  const findings = rows.flatMap((row) => row.findings);
  if (findings.length > 0) throw new Stopped(findings);
  const tools = rows.map(({ value, line, text }) => ({
    server: serverOf(value),
    tool: toolOf(value),
    altered: () => alteredByParsing(text).map((finding) => ({ ...finding, file: path, line })),
  }));
  const servers = [...new Set(tools.flatMap((row) => row.server ?? []))];
  if (server === undefined && servers.length > 1) {
    const hint = `Choose one with --server NAME, e.g. --server ${servers[0]}.`;
    throw new Stopped([
      problem('many-servers', `The file holds tools of ${servers.length} servers.`, hint, { file: path }),
    ]);
  }
  const chosen = tools.filter((row) => server === undefined || row.server === server);
  if (chosen.length > 0) {
    const definitions = checked(
      chosen.map((row) => row.tool),
      limits,
      path,
    );
    const more = chosen.flatMap((row) => row.altered());
    return { ...listed(definitions, [...altered, ...more]), serverName: server ?? servers[0] ?? null };
  }
  const hint = 'Write one {"server": …, "tool": {…}} a line.';
  throw new Stopped([
    problem('no-tool-list', 'The file holds no tool of that server.', hint, { file: path, line: 1 }),
  ]);
}

function serverOf(value: JsonValue | undefined): string | null {
  return isObject(value) && typeof value['server'] === 'string' ? value['server'] : null;
}

function toolOf(value: JsonValue | undefined): JsonValue | undefined {
  return isObject(value) && isObject(value['tool']) ? value['tool'] : value;
}

function listed(tools: Listed['tools'], altered: Finding[]): Listed {
  return { tools, protocolVersion: null, serverName: null, serverVersion: null, altered };
}

/** A text, and a warning when its bytes do not give it exactly. Throws {@link Stopped}. */
function readText(path: string): { text: string; altered: Finding[] } {
  const bytes = bytesOf(path);
  const altered = isUtf8(bytes) ? [] : [{ ...notUtf8('The file'), file: path }];
  return { text: bytes.toString('utf8'), altered };
}

/** The text of a file that a person named; gzip is recognised by its first two bytes. Throws {@link Stopped}. */
export function textOf(path: string): string {
  return bytesOf(path).toString('utf8');
}

function bytesOf(path: string): Buffer {
  if (!existsSync(path)) {
    throw new Stopped([problem('no-file', 'This file does not exist.', 'Check the path.', { file: path })]);
  }
  try {
    const bytes = readFileSync(path);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  } catch (error) {
    const message = `This file cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    throw new Stopped([problem('no-file', message, 'Check the path and its permissions.', { file: path })]);
  }
}
