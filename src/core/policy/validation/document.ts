import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { type JsonValue, pointer } from '../../tool/json.ts';
import { type Report, reportOn } from './problem.ts';
import { explainSyntax } from './syntax.ts';

/** Longer texts are refused unread; the largest server catalogued needs a hundredth of it. */
const MAX_TEXT = 4_000_000;
/** A policy nests seven deep; values to compare with may nest further. */
const MAX_DEPTH = 64;

/**
 * A text read as JSON, each problem of its syntax reported with what to write instead. `value` is undefined where too
 * little was understood to go on; where a comment or a comma is the trouble, the rest is still checked. Never throws.
 */
export function readDocument(text: string): { value: JsonValue | undefined; report: Report } {
  const refused = refusal(text);
  if (refused !== null) return refused;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const places = new Map<string, { value: number; key: number | null }>();
  const twice: { at: string; key: string }[] = [];
  const value = root === undefined ? undefined : valueIn(root, '', places, twice);
  const report = reportOn(text, places);
  const isMendable = explainSyntax(text, errors, report);
  for (const { at, key } of twice) {
    const message = `The key ${JSON.stringify(key)} stands here twice, and only the last one would count.`;
    report.errorAtKey(
      'duplicate-key',
      at,
      message,
      'Write the key once, with everything that belongs to it.',
    );
  }
  if (errors.length === 0 && !parses(text)) {
    report.errorAtOffset('json-syntax', 0, 'This is not valid JSON.', 'Write one JSON object.');
  }
  return { value: isMendable ? value : undefined, report };
}

function refusal(text: string): { value: undefined; report: Report } | null {
  const report = reportOn(text, new Map());
  const refuse = (code: string, offset: number, message: string, instead: string) => {
    report.errorAtOffset(code, offset, message, instead);
    return { value: undefined, report };
  };
  const smallest = 'The smallest policy is {"version": "1", "default": "deny"}.';
  if (text.trim() === '') return refuse('empty-text', 0, 'There is no policy here.', smallest);
  if (text.startsWith('\uFEFF')) {
    return refuse(
      'byte-order-mark',
      0,
      'The text begins with a byte order mark.',
      'Save it as UTF-8 without one.',
    );
  }
  if (text.length > MAX_TEXT) {
    const message = `The text has ${text.length} characters; a policy may have ${MAX_TEXT}.`;
    return refuse('too-large', 0, message, 'Write one policy for each server.');
  }
  if (/^\s*(?:#|---|[a-z_]+:\s)/.test(text)) {
    const message = 'This is YAML, as Intercept reads it; policy.json, version 1, is JSON.';
    return refuse('yaml', 0, message, `Write JSON. ${smallest}`);
  }
  const deep = firstTooDeep(text);
  if (deep === null) return null;
  return refuse(
    'too-deep',
    deep,
    `Brackets nest more than ${MAX_DEPTH} deep here.`,
    'A policy nests seven deep.',
  );
}

/** Offset of the bracket that nests too deep: the parser is recursive and must not meet it. */
function firstTooDeep(text: string): number | null {
  let depth = 0;
  for (const found of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    const token = found[0];
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > MAX_DEPTH) return found.index;
  }
  return null;
}

/** The value of a tree, keys as own properties whatever their name; fills in where each part begins. */
function valueIn(
  node: Node,
  at: string,
  places: Map<string, { value: number; key: number | null }>,
  twice: { at: string; key: string }[],
  key: number | null = null,
): JsonValue {
  places.set(at, { value: node.offset, key });
  const children = node.children ?? [];
  if (node.type === 'array') {
    return children.map((child, index) => valueIn(child, pointer(at, index), places, twice));
  }
  if (node.type !== 'object') return (node.value ?? null) as JsonValue;
  const names = new Set<string>();
  const entries = children.map((property): [string, JsonValue] => {
    const [name, value] = property.children ?? [];
    const text = String(name?.value);
    const inner = pointer(at, text);
    if (names.has(text)) twice.push({ at: inner, key: text });
    names.add(text);
    if (value !== undefined) return [text, valueIn(value, inner, places, twice, property.offset)];
    places.set(inner, { value: property.offset, key: property.offset });
    return [text, null];
  });
  return Object.fromEntries(entries);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
