/**
 * Escaping for CommonMark and GitHub's extension of it. Every character that could open a construct gets a
 * backslash; text on its own line must not start one either.
 */

const INLINE = /[\\`*[\]<>|~&!_]|:(?=\/\/)|(?<=\bwww)\./g;
const BLOCK_START = /^\s*(?:[#+=-]|\d{1,9}[.)](?=\s|$))/;
const LAYOUT = /[\n\r\t]/;

/** Text of a stranger as visible words on one line: no link, image, markup, heading, list or table can come of it. */
export function escapeMarkdown(text: string): string {
  const line = LAYOUT.test(text) ? text.replaceAll(/\s*[\n\r]+\s*/g, ' ').replaceAll('\t', ' ') : text;
  const escaped = line.search(INLINE) === -1 ? line : line.replaceAll(INLINE, escapedCharacter);
  // What opens a block stands at the end of the match: the sign itself, or the dot after a number.
  return BLOCK_START.test(escaped)
    ? escaped.replace(BLOCK_START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
    : escaped;
}

/** An underscore between letters and an exclamation mark without a bracket mean nothing. */
function escapedCharacter(character: string, at: number, line: string): string {
  if (character === '_' && isWordCharacter(line, at - 1) && isWordCharacter(line, at + 1)) return '_';
  if (character === '!' && line[at + 1] !== '[') return '!';
  return `\\${character}`;
}

function isWordCharacter(line: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(line.charAt(at));
}

/** A code span: fenced by more backticks than the text holds in a row. */
export function codeSpan(text: string): string {
  const line = text.replaceAll(/\s*[\n\r]+\s*/g, ' ');
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line === '' || /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A code span inside a table cell, where a pipe would end the cell even between backticks. */
export function codeCell(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|');
}

/** A fenced code block whose fence is longer than any run of backticks inside. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
