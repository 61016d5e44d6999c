import { Client, ProtocolError, type Transport } from '@modelcontextprotocol/client';
import type { Finding } from '../core/finding.ts';
import type { Definition } from '../core/tool/definition.ts';
import { deeperThan, MOST_LEVELS } from '../core/tool/depth.ts';
import { isObject, type JsonObject } from '../core/tool/json.ts';
import type { Limits } from './limits.ts';
import { problem, Stopped } from './problem.ts';
import { RawAnswers } from './raw-answers.ts';

/** What a server answered, before anything is stored. */
export interface Listed {
  tools: Definition[];
  protocolVersion: string | null;
  serverName: string | null;
  serverVersion: string | null;
  /** What could not be kept as it came: warnings. */
  altered: Finding[];
}

type Era = 'legacy' | 'auto';

/**
 * Connects, negotiates a protocol version and reads every page of `tools/list` as raw JSON. `open` gives a fresh
 * transport: a server that refuses the `initialize` handshake gets a second one that starts with `server/discover`
 * (revision 2026-07-28). Throws {@link Stopped}.
 */
export async function listTools(open: () => Transport, limits: Limits): Promise<Listed> {
  try {
    return await converse(open(), limits, 'legacy');
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return await converse(open(), limits, 'auto');
  }
}

async function converse(inner: Transport, limits: Limits, mode: Era): Promise<Listed> {
  const transport = new RawAnswers(inner);
  const client = new Client({ name: 'toolwarden', version: '0.1.0' }, { versionNegotiation: { mode } });
  try {
    await client.connect(transport, { timeout: limits.timeoutMs });
    const tools = await everyPage(client, transport, limits);
    const info = client.getServerVersion();
    return {
      tools,
      protocolVersion: client.getNegotiatedProtocolVersion() ?? null,
      serverName: typeof info?.name === 'string' ? info.name : null,
      serverVersion: typeof info?.version === 'string' ? info.version : null,
      altered: [],
    };
  } finally {
    await transport.close();
  }
}

async function everyPage(client: Client, transport: RawAnswers, limits: Limits): Promise<Definition[]> {
  const values: unknown[] = [];
  const cursors = new Set<string>();
  let params: JsonObject = {};
  for (let page = 1; ; page++) {
    await client.request({ method: 'tools/list', params }, { timeout: limits.timeoutMs });
    const answer = transport.take() ?? {};
    if (!Array.isArray(answer['tools'])) throw new Stopped([noList()]);
    values.push(...answer['tools']);
    if (values.length > limits.tools) throw new Stopped([tooMany('tools', limits.tools)]);
    const next = answer['nextCursor'];
    if (next === undefined || next === null) return checked(values, limits);
    if (typeof next !== 'string') throw new Stopped([badCursor()]);
    if (cursors.has(next)) throw new Stopped([cursorLoop(next, page)]);
    if (page >= limits.pages) throw new Stopped([tooMany('pages', limits.pages)]);
    cursors.add(next);
    params = { cursor: next };
  }
}

/**
 * Tools as they may be stored: objects with a name of their own. Anything else is an error, every one reported.
 * `file` is where they were read, when they come from a file.
 */
export function checked(
  values: readonly unknown[],
  limits: Limits,
  file: string | null = null,
): Definition[] {
  const names = new Map<string, number>();
  const findings = values.flatMap((value, index) => {
    const where = { file, path: `/tools/${index}` };
    if (!isObject(value) || typeof value['name'] !== 'string' || value['name'] === '') {
      return [
        problem(
          'tool-without-name',
          `Tool ${index + 1} has no name.`,
          'Give every tool a name that is text.',
          where,
        ),
      ];
    }
    const name = value['name'];
    if (deeperThan(value, MOST_LEVELS) !== null) return [tooDeep(name, where)];
    const size = JSON.stringify(value).length;
    const before = names.get(name);
    names.set(name, index);
    return [
      ...(before === undefined ? [] : [repeated(name, before, where)]),
      ...(size > limits.toolSize ? [tooLarge(name, size, limits, where)] : []),
    ];
  });
  if (findings.length > 0) throw new Stopped(findings);
  return values as Definition[];
}

function repeated(name: string, before: number, where: { file: string | null; path: string }) {
  return problem(
    'duplicate-tool-name',
    `The tool name "${name}" is used twice; tool ${before + 1} has it as well.`,
    'A name must be unique on its server; ask the author, or ingest an older version.',
    where,
  );
}

function tooDeep(name: string, where: { file: string | null; path: string }) {
  return problem(
    'tool-too-deep',
    `The definition of "${name.slice(0, 100)}" nests more than ${MOST_LEVELS} levels.`,
    'Ask the author to flatten its schema.',
    where,
  );
}

function tooLarge(name: string, size: number, limits: Limits, where: { file: string | null; path: string }) {
  return problem(
    'tool-too-large',
    `The definition of "${name.slice(0, 100)}" is ${size} characters long; the limit is ${limits.toolSize}.`,
    'Definitions of that size cannot be read by a person or a model; ask the author to shorten it.',
    where,
  );
}

function noList() {
  return problem(
    'no-tool-list',
    'The answer to tools/list has no list of tools.',
    'Check that this server offers tools.',
  );
}

function badCursor() {
  return problem('bad-cursor', 'The server gave a cursor that is not text.', 'Report this to its author.');
}

function cursorLoop(cursor: string, page: number) {
  return problem(
    'cursor-loop',
    `Page ${page} of tools/list points back with the cursor "${cursor.slice(0, 100)}", which was used before.`,
    'The list would never end, so nothing was stored; report this to the author of the server.',
  );
}

function tooMany(what: string, limit: number) {
  return problem(
    'too-many',
    `The server lists more than ${limit} ${what}.`,
    'A list this long is not stored; start the server with fewer tool sets.',
  );
}
