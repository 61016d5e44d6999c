import { codePointEscape, escapeHidden, escapeHiddenAs } from '../tool/hidden.ts';

/** A string of Rego, JSON or a JSON-like language: quotes, backslashes, controls and hidden characters as escapes. */
export function jsonLiteral(text: string): string {
  return escapeHidden(JSON.stringify(text));
}

/** A string of CEL or Python: as JSON has it, but characters beyond the basic plane as one escape of eight digits. */
export function codeLiteral(text: string): string {
  const escaped = JSON.stringify(text).replaceAll('\u007f', codePointEscape);
  return escapeHiddenAs(escaped, codePointEscape);
}

/** A string of Cedar: whatever is not printable ASCII as `\u{…}`. */
export function cedarLiteral(text: string): string {
  const escaped = Array.from(text, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    if (/^[ -~]$/.test(character)) return character;
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
  return `"${escaped.join('')}"`;
}

/** A word of a POSIX shell. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A regular expression of RE2 for exactly this text. */
export function re2Literal(text: string): string {
  return Array.from(text, (character) =>
    /^[A-Za-z0-9_]$/.test(character) ? character : `\\x{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  ).join('');
}
