import type { Verdict } from '../classify/verdict.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Definition, Provenance } from './definition.ts';
import { hiddenPieces, isPlain } from './hidden.ts';
import { isObject, type JsonValue, pointer } from './json.ts';

/** A problem of one tool's definition, at a JSON Pointer into the tool object. */
function finding(severity: Severity, code: string, path: string, message: string, hint: string): Finding {
  return { code, severity, file: null, line: null, path, message, hint };
}

/**
 * Everything wrong with a definition that a reader of the verdict must know: incomplete, cut off, missing
 * parts, hidden characters, a name outside the rules of the specification, claims that contradict the verdict.
 * `file` and `line` are left null: the caller knows where the definition came from.
 */
export function definitionFindings(
  definition: Definition,
  provenance: Provenance,
  verdict: Verdict,
): Finding[] {
  return [
    ...incomplete(definition, provenance),
    ...nameFindings(definition.name),
    ...(isAllPlain(definition) ? [] : hiddenFindings(definition, '')),
    ...contradictions(definition, verdict),
  ];
}

/** Names that one list gives more than once: a client can reach at most one of the tools. */
export function duplicateFindings(names: readonly string[]): Finding[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([name, count]) =>
      finding(
        'error',
        'duplicate-tool-name',
        '',
        `The name "${name}" stands for ${count} tools.`,
        'Give each tool of a server its own name; clients reach only one of them.',
      ),
    );
}

/** Signs and words that never end a text: something must follow them. */
const CUT = /[=([{,&+:]$|(?<!\p{L})(?:and|or|the|an?|your|which)$/iu;

/** Words that may end a sentence ("text to replace with"), though a listing that ends there was most likely cut. */
const CUT_LISTING = /(?<!\p{L})(?:with|of|to|in|for|by|via|from|that|after you)$/iu;

/** True when a description visibly breaks off. */
export function isCutOff(description: string, provenance: Provenance): boolean {
  const end = description.trimEnd().slice(-40);
  return CUT.test(end) || (provenance === 'listed' && CUT_LISTING.test(end));
}

function incomplete(definition: Definition, provenance: Provenance): Finding[] {
  const found: Finding[] = [];
  const { description, inputSchema } = definition;
  if (provenance === 'listed') {
    found.push(
      finding(
        'warning',
        'definition-incomplete',
        '',
        'This definition was read from a printed listing: what the listing left out is not known.',
        'Ingest the server itself, so that tools/list gives the whole definition.',
      ),
    );
  }
  if (typeof description !== 'string' || description.trim() === '') {
    found.push(
      finding(
        'warning',
        'description-missing',
        '/description',
        'The tool has no description.',
        'Say in one sentence what one call does and to what.',
      ),
    );
  } else if (isCutOff(description, provenance)) {
    found.push(
      finding(
        'warning',
        'description-cut-off',
        '/description',
        `The description breaks off: it ends with "${description.trimEnd().slice(-24)}".`,
        'Give the whole description; what is missing may be what matters.',
      ),
    );
  }
  if (!isObject(inputSchema) && !Array.isArray(definition['arguments']) && provenance === 'observed') {
    found.push(
      finding(
        'warning',
        'schema-missing',
        '/inputSchema',
        'The tool has no input schema: its parameters are not known.',
        'Give an inputSchema of type "object", with empty properties when the tool takes none.',
      ),
    );
  }
  return found;
}

function nameFindings(name: string): Finding[] {
  if (/^[A-Za-z0-9_.-]{1,128}$/.test(name)) return [];
  const what =
    name.length > 128
      ? `is ${name.length} characters long`
      : name === ''
        ? 'is empty'
        : 'holds other characters';
  return [
    finding(
      'warning',
      'name-outside-rules',
      '/name',
      `The name ${what}.`,
      'Use 1 to 128 of the characters A-Z, a-z, 0-9, underscore, hyphen and dot, as the MCP specification asks since 2025-11-25.',
    ),
  ];
}

/** Most definitions hide nothing: this look builds no pointers. */
function isAllPlain(value: JsonValue): boolean {
  if (typeof value === 'string') return isPlain(value);
  if (Array.isArray(value)) return value.every(isAllPlain);
  return (
    !isObject(value) || Object.keys(value).every((key) => isPlain(key) && isAllPlain(value[key] ?? null))
  );
}

/** One finding per text that holds hidden characters, at its pointer; a key counts as the text of its own pointer. */
function hiddenFindings(value: JsonValue, at: string): Finding[] {
  if (typeof value === 'string') return hiddenIn(value, at);
  if (Array.isArray(value)) return value.flatMap((item, index) => hiddenFindings(item, `${at}/${index}`));
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const below = pointer(at, key);
    return [...hiddenIn(key, below), ...hiddenFindings(value[key] ?? null, below)];
  });
}

function hiddenIn(text: string, at: string): Finding[] {
  const characters = hiddenPieces(text).flatMap((piece) => (piece.hidden ? [piece.text] : []));
  if (characters.length === 0) return [];
  const kinds = [...new Set(characters)];
  return [
    finding(
      'warning',
      'hidden-characters',
      at,
      `The text holds ${characters.length} ${characters.length === 1 ? 'character' : 'characters'} that a reader cannot see: ${kinds.slice(0, 6).join(', ')}${kinds.length > 6 ? ' and more' : ''}.`,
      'Remove them, or write them in a way that can be seen.',
    ),
  ];
}

function contradictions(definition: Definition, verdict: Verdict): Finding[] {
  const { annotations } = definition;
  if (!isObject(annotations)) return [];
  const { readOnlyHint, destructiveHint } = annotations;
  const found: Finding[] = [];
  const changes = verdict.effects.filter((effect) => changesSomething(effect));
  if (readOnlyHint === true && changes.length > 0) {
    found.push(
      finding(
        'warning',
        'annotation-contradiction',
        '/annotations/readOnlyHint',
        `The author states readOnlyHint: true, yet the definition shows the effect ${changes[0]}.`,
        'Set readOnlyHint to false, or reword the definition.',
      ),
    );
  }
  const destroys = verdict.effects.find((effect) => effect === 'delete-one' || effect === 'delete-many');
  if (destructiveHint === false && destroys !== undefined) {
    found.push(
      finding(
        'warning',
        'annotation-contradiction',
        '/annotations/destructiveHint',
        `The author states destructiveHint: false, yet the definition shows the effect ${destroys}.`,
        'Set destructiveHint to true, or reword the definition.',
      ),
    );
  }
  return found;
}

const STILL = new Set([
  'compute',
  'read-reference',
  'read-sensitive',
  'fetch-any',
  'read-any-path',
  'reveal-secret',
  'run-report',
  'session',
]);

function changesSomething(effect: string): boolean {
  return !STILL.has(effect);
}
