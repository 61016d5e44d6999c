import type { Finding } from '../finding.ts';
import { isObject, type JsonObject, type JsonValue, pointer } from '../tool/json.ts';
import { readDocument } from './document.ts';
import { problemAt } from './problem.ts';

/** How a client starts or reaches a server. May hold secrets: nothing of it goes to a page as it stands. */
export type Launch =
  | { kind: 'stdio'; command: string; args: string[]; env: Record<string, string>; cwd: string | null }
  | { kind: 'http'; url: string; headers: Record<string, string> };

/** One server of a client's configuration. */
export interface ConfiguredServer {
  /** The user's own name for it. */
  key: string;
  path: string;
  line: number;
  /** True where the configuration switches it off. */
  isOff: boolean;
  /** Settings that it has and by which a client leaves some of its tools out; of what they hold nothing is read. */
  toolLists: string[];
  launch: Launch;
}

/** Where clients keep their servers: Claude, Cursor, Gemini and most others; VS Code; Codex; Zed; opencode. */
const GROUPS = [
  ['mcpServers'],
  ['servers'],
  ['mcp', 'servers'],
  ['mcp_servers'],
  ['context_servers'],
  ['mcp'],
];

/** Codex; Gemini; Roo Code and others. */
const TOOL_LISTS = ['enabled_tools', 'disabled_tools', 'includeTools', 'excludeTools', 'disabledTools'];

const HINT =
  'Write {"mcpServers": {"name": {"command": …, "args": […]}}} or {"mcpServers": {"name": {"url": "https://…"}}}, as in the file of your client.';

/**
 * The servers of a client's configuration: JSON with or without comments, or TOML. Everything wrong with it comes back
 * at once, each with its line; beside findings stand only the servers that can be read. No finding quotes a value.
 */
export function readConfiguration(text: string): { servers: ConfiguredServer[]; findings: Finding[] } {
  const { document, findings } = readDocument(text);
  if (document === null) return { servers: [], findings };
  return serversOf(document.value, document.lineOf);
}

/** True for a value in which some client would look for servers. */
export function isConfiguration(value: JsonValue): boolean {
  return groupsIn(value).length > 0;
}

/** The servers of a configuration that is read already; see {@link readConfiguration}. */
export function serversOf(
  value: JsonValue,
  lineOf: (path: string) => number,
): { servers: ConfiguredServer[]; findings: Finding[] } {
  const entries = groupsIn(value).flatMap(({ group, at }) =>
    Object.entries(group).map(([key, server]) => ({ key, server, path: pointer(at, key) })),
  );
  if (entries.length === 0) {
    const message = 'The configuration names no server.';
    return { servers: [], findings: [problemAt('no-servers', 1, '', message, HINT)] };
  }
  const findings: Finding[] = [];
  const servers = entries.flatMap(({ key, server, path }): ConfiguredServer[] => {
    const line = lineOf(path);
    const launch = launchOf(server);
    if (typeof launch !== 'string')
      return [{ key, path, line, isOff: isOff(server), toolLists: toolListsOf(server), launch }];
    findings.push(problemAt('bad-server', line, path, `"${key}" ${launch}`, HINT));
    return [];
  });
  return { servers, findings };
}

/** Every object that holds servers; Claude Code keeps those of a project below its folder. */
function groupsIn(value: JsonValue): { group: JsonObject; at: string }[] {
  if (!isObject(value)) return [];
  const found = GROUPS.flatMap((steps) => {
    const group = steps.reduce<JsonValue | undefined>(
      (inner, step) => (isObject(inner) ? own(inner, step) : undefined),
      value,
    );
    const at = steps.reduce((path, step) => pointer(path, step), '');
    return isObject(group) && Object.keys(group).length > 0 ? [{ group, at }] : [];
  });
  // Other programs keep other settings under "mcp".
  const outer = found.filter(({ at, group }) => at !== '/mcp' || Object.values(group).some(isServer));
  return [...outer, ...projectsIn(value), ...(outer.length === 0 ? bareGroup(value) : [])];
}

function projectsIn(value: JsonObject): { group: JsonObject; at: string }[] {
  const projects = own(value, 'projects');
  if (!isObject(projects)) return [];
  return Object.entries(projects).flatMap(([folder, project]) => {
    const group = isObject(project) ? own(project, 'mcpServers') : undefined;
    const at = pointer(pointer('/projects', folder), 'mcpServers');
    return isObject(group) && Object.keys(group).length > 0 ? [{ group, at }] : [];
  });
}

/** The inside of a group, pasted without it. */
function bareGroup(value: JsonObject): { group: JsonObject; at: string }[] {
  const servers = Object.values(value);
  return servers.length > 0 && servers.every(isServer) ? [{ group: value, at: '' }] : [];
}

function isServer(value: JsonValue): boolean {
  return typeof launchOf(value) !== 'string';
}

function own(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isOff(server: JsonValue): boolean {
  return isObject(server) && (server['disabled'] === true || server['enabled'] === false);
}

function toolListsOf(server: JsonValue): string[] {
  return isObject(server) ? TOOL_LISTS.filter((name) => Object.hasOwn(server, name)) : [];
}

/** A sentence that begins with the name of the server where it cannot be used. */
function launchOf(server: JsonValue): Launch | string {
  if (!isObject(server)) return 'is no object.';
  const nested = server['command'];
  const { command, args } = isObject(nested)
    ? { command: nested['path'], args: nested['args'] }
    : { command: nested, args: server['args'] };
  const url = [server['httpUrl'], server['url'], server['serverUrl']].find((one) => one !== undefined);
  if (command !== undefined) return stdioOf(command, args, server);
  if (url === undefined) return 'has neither a command nor a url.';
  if (typeof url !== 'string' || !/^https?:\/\/[^\s/?#]/i.test(url))
    return 'has a url that is no http or https address.';
  const headers = textsOf(server['headers'] ?? server['http_headers'] ?? {});
  return headers === null ? 'has headers that are no texts.' : { kind: 'http', url, headers };
}

function stdioOf(
  command: JsonValue | undefined,
  args: JsonValue | undefined,
  server: JsonObject,
): Launch | string {
  const words = Array.isArray(command) ? command : [command ?? null, ...(Array.isArray(args) ? args : [])];
  const [first, ...rest] = words;
  if (typeof first !== 'string' || first === '') return 'has a command that is no text.';
  if (args !== undefined && !Array.isArray(args)) return 'has args that are no list.';
  if (!rest.every((word) => typeof word === 'string')) return 'has args that are not all texts.';
  const env = textsOf(server['env'] ?? server['environment'] ?? {});
  if (env === null) return 'has an env that does not give each name a text.';
  const { cwd } = server;
  return { kind: 'stdio', command: first, args: rest, env, cwd: typeof cwd === 'string' ? cwd : null };
}

/** Numbers and switches stand for their texts, as clients take them. */
function textsOf(value: JsonValue): Record<string, string> | null {
  if (!isObject(value)) return null;
  const entries = Object.entries(value);
  const isPlain = ([, one]: [string, JsonValue]): boolean => one !== null && typeof one !== 'object';
  return entries.every(isPlain) ? Object.fromEntries(entries.map(([key, one]) => [key, String(one)])) : null;
}
