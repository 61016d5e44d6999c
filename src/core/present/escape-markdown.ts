/**
 * Escaping for CommonMark and GitHub's extension of it. Every character that could open a construct gets a
 * backslash; text on its own line must not start one either.
 */

const INLINE = /[\\`*[\]<>|~&]|!(?=\[)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|(?<=\bwww)\./gu;
const BLOCK_START = /^(\s*)([#+=-])/;
const ORDERED_START = /^(\s*\d{1,9})([.)])(?=\s|$)/;
const SPECIAL = /[\\`*[\]<>|~&!_:.#+=\-\d\n\r\t]/;

/** Text of a stranger as visible words on one line: no link, image, markup, heading, list or table can come of it. */
export function escapeMarkdown(text: string): string {
  if (!SPECIAL.test(text)) return text;
  const line = text.replaceAll(/\s*[\n\r]+\s*/g, ' ').replaceAll('\t', ' ');
  return line
    .replaceAll(INLINE, (character) => `\\${character}`)
    .replace(BLOCK_START, '$1\\$2')
    .replace(ORDERED_START, '$1\\$2');
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
