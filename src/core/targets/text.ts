import { type TomlTable, stringify as tomlOf } from 'smol-toml';
import { Document, isScalar, Scalar, visit } from 'yaml';
import { codePointEscape, escapeHidden, escapeHiddenAs, isPlain } from '../tool/hidden.ts';
import type { JsonObject, JsonValue } from '../tool/json.ts';

/** Pairs as an object whose keys are all its own, `__proto__` included. */
export function table<Value>(pairs: Iterable<readonly [string, Value]>): Record<string, Value> {
  return Object.fromEntries(pairs);
}

/** JSON, two spaces, one newline at the end; hidden characters as escapes. */
export function jsonText(value: object): string {
  return `${escapeHidden(JSON.stringify(value, null, 2))}\n`;
}

/** TOML; every string is a basic string, so hidden characters stand as escapes. Expects well-formed strings. */
export function tomlText(value: JsonObject): string {
  return `${escapeHiddenAs(tomlOf(value as TomlTable), codePointEscape).trimEnd()}\n`;
}

/**
 * YAML that readers of versions 1.1 and 1.2 take alike: what either would take for a number, a date or a boolean is
 * quoted, nothing is folded, and a text with hidden characters is quoted with escapes. Expects well-formed strings.
 */
export function yamlText(value: JsonValue): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && typeof node.value === 'string' && mustQuote(node.value))
        node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const text = document.toString({
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: 1 << 30,
  });
  return escapeHiddenAs(text, codePointEscape);
}

/** Words of old YAML, and anything whose first look could be taken for something else. */
function mustQuote(text: string): boolean {
  return (
    !isPlain(text) ||
    !/^[A-Za-z][\w./ -]*$/.test(text) ||
    /^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text)
  );
}
