import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { parse as parseToml, TomlError } from 'smol-toml';
import type { Finding } from '../finding.ts';
import { type JsonValue, pointer } from '../tool/json.ts';
import { jsonProblem } from './json-problem.ts';
import { problemAt } from './problem.ts';

/** A pasted text as a value that can still say on which line each of its parts stands. */
interface Document {
  value: JsonValue;
  /** 1-based line of the value at a JSON Pointer, or of what it should stand in. */
  lineOf(path: string): number;
}

/** Longer texts are refused unread. */
const LONGEST = 8_000_000;
/** The parser is recursive and must not meet what nests deeper. */
const DEEPEST = 220;

/**
 * Reads JSON with comments and trailing commas, or TOML where the text does not look like JSON. Every problem comes
 * back with its line; no message repeats a value, because values of a configuration can be secrets. Never throws.
 */
export function readDocument(text: string): { document: Document | null; findings: Finding[] } {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const refused = refusal(plain);
  if (refused !== null) return { document: null, findings: [refused] };
  return /^\s*(?:[{[]\s*(?:["{}\]/]|$)|\/[/*])/.test(plain) || !/^[^"'#\n]*[=[]/m.test(plain)
    ? readJson(plain)
    : readToml(plain);
}

function refusal(text: string): Finding | null {
  const hint =
    'Paste the configuration of a client, such as {"mcpServers": {…}} or [mcp_servers.name], or what tools/list returned.';
  if (text.trim() === '') return problemAt('empty-text', 1, '', 'There is nothing here to read.', hint);
  if (text.length > LONGEST) {
    const message = `The text has ${text.length} characters; ${LONGEST} can be read.`;
    return problemAt('too-large', 1, '', message, 'Paste the part about MCP servers alone.');
  }
  const deep = firstTooDeep(text);
  if (deep === null) return null;
  const message = `Brackets nest more than ${DEEPEST} deep here.`;
  return problemAt('too-deep', lineAt(text, deep), '', message, 'Leave out what nests so deep.');
}

/** Offset of the bracket that nests too deep. */
function firstTooDeep(text: string): number | null {
  let depth = 0;
  for (const found of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|[[\]{}]/g)) {
    const [token] = found;
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > DEEPEST) return found.index;
  }
  return null;
}

function readJson(text: string): ReturnType<typeof readDocument> {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: false, allowTrailingComma: true });
  const [first] = errors;
  // Errors that follow from the first would only confuse.
  if (first !== undefined || root === undefined)
    return { document: null, findings: [jsonProblem(first, lineAt(text, first?.offset ?? 0))] };
  const lineOf = (path: string): number => lineAt(text, nodeAt(root, stepsOf(path)).offset);
  const findings: Finding[] = [];
  const value = valueIn(root, '', (path, offset) => {
    const message = 'This key stands here twice, and programs differ in which of the two they use.';
    findings.push(problemAt('repeated-key', lineAt(text, offset), path, message, 'Keep one of them.'));
  });
  return findings.length > 0 ? { document: null, findings } : { document: { value, lineOf }, findings };
}

/** The node at a path, or the last one on the way to it. */
function nodeAt(root: Node, steps: readonly string[]): Node {
  for (let length = steps.length; length > 0; length--) {
    const node = findNodeAtLocation(root, steps.slice(0, length).map(stepIn(root, steps)));
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent : node;
  }
  return root;
}

/** In a list a step is a number. */
function stepIn(root: Node, steps: readonly string[]) {
  return (step: string, index: number): string | number => {
    let node: Node | undefined = root;
    for (const before of steps.slice(0, index)) {
      if (node === undefined) return step;
      node = findNodeAtLocation(node, [node.type === 'array' ? Number(before) : before]);
    }
    return node?.type === 'array' ? Number(step) : step;
  };
}

function stepsOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value of a tree, keys as own properties whatever their name. */
function valueIn(node: Node, at: string, twice: (path: string, offset: number) => void): JsonValue {
  const children = node.children ?? [];
  if (node.type === 'array') return children.map((child, index) => valueIn(child, pointer(at, index), twice));
  if (node.type !== 'object') return (node.value ?? null) as JsonValue;
  const names = new Set<string>();
  return Object.fromEntries(
    children.map((property): [string, JsonValue] => {
      const [key, value] = property.children ?? [];
      const name = String(key?.value);
      const path = pointer(at, name);
      if (names.has(name)) twice(path, property.offset);
      names.add(name);
      return [name, value === undefined ? null : valueIn(value, path, twice)];
    }),
  );
}

function readToml(text: string): ReturnType<typeof readDocument> {
  try {
    const value = parseToml(text) as JsonValue;
    return { document: { value, lineOf: (path) => tomlLine(text, stepsOf(path)) }, findings: [] };
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    const message = 'This is not valid TOML at this line.';
    const hint =
      'Write [mcp_servers.name] and below it command = "…" and args = ["…"]; texts stand in quotation marks, and a key stands once.';
    return { document: null, findings: [problemAt('toml-syntax', line, '', message, hint)] };
  }
}

/** The line of the table that a path leads into; the first where it has none of its own. */
function tomlLine(text: string, [group = '', name = '']: readonly string[]): number {
  const lines = text.split('\n').map((line) => line.replaceAll(/["'\s]/g, ''));
  const at = lines.findIndex((line) => line.startsWith(`[${group}.${name.replaceAll(/["'\s]/g, '')}`));
  return at < 0 ? 1 : at + 1;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
