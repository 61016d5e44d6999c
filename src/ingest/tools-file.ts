import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isObject, type JsonValue } from '../core/tool/json.ts';
import { readJson } from './json.ts';
import type { Limits } from './limits.ts';
import { checked, type Listed } from './list-tools.ts';
import { problem, Stopped } from './problem.ts';

/** Reads a `tools/list` result, the JSON-RPC response around it, or a list of tools. Throws {@link Stopped}. */
export function readToolsFile(path: string, limits: Limits): Listed {
  const { value, findings } = readJson(textOf(path), path);
  if (findings.length > 0) throw new Stopped(findings);
  const result = isObject(value) && isObject(value['result']) ? value['result'] : value;
  const tools = isObject(result) ? result['tools'] : result;
  if (Array.isArray(tools)) return listed(checked(tools, limits, path));
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
  const rows = textOf(path)
    .split('\n')
    .flatMap((text, index) =>
      text.trim() === '' ? [] : [{ line: index + 1, ...readJson(text, path, index + 1) }],
    );
  const findings = rows.flatMap((row) => row.findings);
  if (findings.length > 0) throw new Stopped(findings);
  const tools = rows.map(({ value }) => ({ server: serverOf(value), tool: toolOf(value) }));
  const servers = [...new Set(tools.flatMap((row) => row.server ?? []))];
  if (server === undefined && servers.length > 1) {
    const hint = `Choose one with --server NAME, e.g. --server ${servers[0]}.`;
    throw new Stopped([
      problem('many-servers', `The file holds tools of ${servers.length} servers.`, hint, { file: path }),
    ]);
  }
  const chosen = tools.filter((row) => server === undefined || row.server === server).map((row) => row.tool);
  if (chosen.length > 0)
    return { ...listed(checked(chosen, limits, path)), serverName: server ?? servers[0] ?? null };
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

function listed(tools: Listed['tools']): Listed {
  return { tools, protocolVersion: null, serverName: null, serverVersion: null };
}

/** The text of a file that a person named; gzip is recognised by its first two bytes. Throws {@link Stopped}. */
export function textOf(path: string): string {
  if (!existsSync(path)) {
    throw new Stopped([problem('no-file', 'This file does not exist.', 'Check the path.', { file: path })]);
  }
  try {
    const bytes = readFileSync(path);
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    const message = `This file cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    throw new Stopped([problem('no-file', message, 'Check the path and its permissions.', { file: path })]);
  }
}
