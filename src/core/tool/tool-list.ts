import type { Finding } from '../finding.ts';
import type { Definition } from './definition.ts';
import { deeperThan, MOST_LEVELS } from './depth.ts';
import { isObject, type JsonObject, type JsonValue } from './json.ts';

/** One tool of an input, with what the input says about it. */
export interface ToolEntry {
  id: string | number | null;
  /** Null when neither the input nor the caller names one. */
  server: string | null;
  tool: Definition;
}

/** A problem within one JSON value; the reader of the file adds file and line. */
export type Trouble = Pick<Finding, 'code' | 'path' | 'message' | 'hint'>;

export const FORMS =
  'Write one {"server": "name", "tool": {"name": …, "description": …, "inputSchema": {…}}} a line, or {"tools": […]}, the JSON-RPC response around it, or a list of tools.';

/**
 * The tools of one JSON value: a line of definitions, a `tools/list` result, the JSON-RPC response around one, or
 * a list of tools. Everything wrong with it comes back at once; entries hold only what can be used.
 */
export function entriesOf(
  value: JsonValue,
  server: string | null,
): { entries: ToolEntry[]; troubles: Trouble[] } {
  const deep = deeperThan(value, MOST_LEVELS);
  if (deep !== null) {
    const message = `The value nests more than ${MOST_LEVELS} levels.`;
    return {
      entries: [],
      troubles: [{ code: 'too-deep', path: deep, message, hint: 'Flatten the schema.' }],
    };
  }
  if (isObject(value) && 'tool' in value) return lineEntry(value, server);
  const listed = listOf(value);
  if (listed === null) return { entries: [], troubles: [noList(value)] };
  const entries: ToolEntry[] = [];
  const troubles: Trouble[] = [];
  for (const [index, tool] of listed.tools.entries()) {
    const found = toolTroubles(tool, `${listed.at}/${index}`);
    if (found.length === 0) entries.push({ id: null, server, tool: tool as Definition });
    else troubles.push(...found);
  }
  return { entries, troubles };
}

function lineEntry(line: JsonObject, fallback: string | null): { entries: ToolEntry[]; troubles: Trouble[] } {
  const { id = null, server: named = null, package: from = null, tool = null } = line;
  const troubles = toolTroubles(tool, '/tool');
  if (id !== null && typeof id !== 'string' && typeof id !== 'number')
    troubles.push(wrong('/id', '"id" is neither text nor a number.', 'Write "id": "t1", or leave it out.'));
  if (from !== null && typeof from !== 'string')
    troubles.push(wrong('/package', '"package" is not text.', 'Write "package": "name", or leave it out.'));
  const hint = 'Write "server": "name", or name the server of all lines with --server NAME.';
  if (named === null && fallback === null) troubles.push(wrong('/server', 'The line names no server.', hint));
  else if (named !== null && (typeof named !== 'string' || named === ''))
    troubles.push(wrong('/server', '"server" is not the name of a server.', hint));
  if (troubles.length > 0) return { entries: [], troubles };
  const server = (named as string | null) ?? fallback;
  return { entries: [{ id: id as ToolEntry['id'], server, tool: tool as Definition }], troubles };
}

function toolTroubles(tool: JsonValue, at: string): Trouble[] {
  const hint = 'Write an object as tools/list returns it: {"name": …, "description": …, "inputSchema": {…}}.';
  if (!isObject(tool)) return [wrong(at, 'The tool is not an object.', hint)];
  const { name } = tool;
  if (typeof name === 'string') return [];
  const message = name === undefined ? 'The tool has no name.' : 'The name of the tool is not text.';
  return [wrong(`${at}/name`, message, 'Write "name": "the name that a client calls".')];
}

function listOf(value: JsonValue): { tools: JsonValue[]; at: string } | null {
  if (Array.isArray(value)) return { tools: value, at: '' };
  if (!isObject(value)) return null;
  if (Array.isArray(value['tools'])) return { tools: value['tools'], at: '/tools' };
  const { result } = value;
  return isObject(result) && Array.isArray(result['tools'])
    ? { tools: result['tools'], at: '/result/tools' }
    : null;
}

function noList(value: JsonValue): Trouble {
  const isError = isObject(value) && isObject(value['error']) && 'jsonrpc' in value;
  const message = isError
    ? 'This is the JSON-RPC answer of a call that failed.'
    : 'This holds neither a tool nor a list of tools.';
  return { code: 'no-tools', path: '', message, hint: FORMS };
}

function wrong(path: string, message: string, hint: string): Trouble {
  return { code: 'schema', path, message, hint };
}
