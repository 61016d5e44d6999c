import { type ParseError, type ParseErrorCode, printParseErrorCode } from 'jsonc-parser';
import type { Report } from './problem.ts';

type Words = readonly [code: string, message: string, instead: string];

const EXPLAINED: Readonly<Record<string, Words>> = {
  InvalidCommentToken: [
    'comment',
    'JSON has no comments.',
    'Leave the comment out; what an agent should be told goes into "on_deny".',
  ],
  CommaExpected: [
    'missing-comma',
    'A comma is missing before this.',
    'Write a comma after the entry before it.',
  ],
  ColonExpected: ['missing-colon', 'A colon is missing after the key.', 'Write "key": value.'],
  CloseBraceExpected: [
    'not-closed',
    'An object is not closed: the text ends too early.',
    'Write the missing }.',
  ],
  CloseBracketExpected: [
    'not-closed',
    'A list is not closed: the text ends too early.',
    'Write the missing ].',
  ],
  UnexpectedEndOfString: [
    'text-not-closed',
    'The quotation mark that ends this text is missing from its line.',
    'Write a " at its end, and a line break within a text as \\n.',
  ],
  EndOfFileExpected: [
    'more-text',
    'Something stands behind the policy.',
    'Write one JSON object and nothing after it.',
  ],
  InvalidEscapeCharacter: [
    'bad-escape',
    'JSON does not know this escape.',
    'Write a backslash twice: a regular expression \\d is "\\\\d" in JSON.',
  ],
  InvalidUnicode: ['bad-escape', 'A \\u needs four hexadecimal digits.', 'Write for example "\\u00e9".'],
  InvalidCharacter: [
    'control-character',
    'A control character stands in this text as it is.',
    'Write it as an escape: \\t for a tab, \\n for a line break.',
  ],
  UnexpectedEndOfNumber: [
    'bad-number',
    'This number is not finished.',
    'Write digits after the dot or the e: 1.5, 1e3.',
  ],
  PropertyNameExpected: ['missing-key', 'A key in quotation marks is missing here.', 'Write "key": value.'],
  ValueExpected: ['missing-value-text', 'A value is missing here.', 'Write a value, or leave the key out.'],
};

/** Troubles that leave the rest of the text as its author meant it. */
const MENDABLE = new Set(['comment', 'trailing-comma', 'missing-comma', 'bad-escape', 'control-character']);

/** After these the parser no longer knows which key or value it stands at. */
const DERAILING = new Set(['InvalidSymbol', 'PropertyNameExpected', 'ValueExpected', 'ColonExpected']);

/** These are told by the characters alone. */
const LEXICAL = new Set([
  'InvalidSymbol',
  'InvalidCommentToken',
  'InvalidEscapeCharacter',
  'InvalidUnicode',
  'InvalidCharacter',
]);

/**
 * Reports what is wrong with the syntax; of errors that follow from one another, the first alone. True when the rest of
 * the text can be checked all the same.
 */
export function explainSyntax(text: string, errors: readonly ParseError[], report: Report): boolean {
  let end = -1;
  let isDerailed = false;
  for (const { error, offset, length } of errors) {
    const name = printParseErrorCode(error);
    const follows = end >= 0 && text.slice(end, offset).trim() === '';
    if (!follows && (!isDerailed || LEXICAL.has(name))) tell(text, error, offset, length, report);
    const isComma = trailingComma(text, offset) !== null;
    isDerailed ||= DERAILING.has(name) && !isComma;
    end = Math.max(end, offset + length);
  }
  return report.problems.every(({ code }) => MENDABLE.has(code));
}

function tell(text: string, error: ParseErrorCode, offset: number, length: number, report: Report): void {
  const comma = trailingComma(text, offset);
  if (comma === null) report.errorAtOffset(...wordsAt(text, error, offset, length));
  else
    report.errorAtOffset(
      'trailing-comma',
      comma,
      'A comma stands after the last entry.',
      'Leave this comma out.',
    );
}

/** Offset of a comma right before a closing bracket. */
function trailingComma(text: string, offset: number): number | null {
  if (text[offset] !== '}' && text[offset] !== ']') return null;
  const before = text.slice(0, offset).trimEnd();
  return before.endsWith(',') ? before.length - 1 : null;
}

function wordsAt(
  text: string,
  error: ParseErrorCode,
  offset: number,
  length: number,
): [code: string, offset: number, message: string, instead: string] {
  const name = printParseErrorCode(error);
  if (name === 'CommaExpected' && /^\d/.test(text.slice(offset)) && text[offset - 1] === '0') {
    return ['bad-number', offset - 1, 'A number begins with a zero.', 'Write it without the zero: 30, 0.5.'];
  }
  if (name !== 'InvalidSymbol') {
    const [code, message, instead] = EXPLAINED[name] ?? [
      'json-syntax',
      'This is not JSON.',
      'Write valid JSON.',
    ];
    return [code, offset, message, instead];
  }
  const [code, message, instead] = symbol(text.slice(offset, offset + length), text.slice(offset + length));
  return [code, offset, message, instead];
}

/** A word that is no JSON: what it was meant to be. */
function symbol(word: string, after: string): Words {
  if (/^[‘’'“”`]/.test(word)) {
    return ['wrong-quotes', 'JSON knows straight double quotation marks only.', 'Write "text", with ".'];
  }
  if (/^[+.]?\d|^[+-]/.test(word)) {
    return [
      'bad-number',
      'JSON does not write numbers like this.',
      'Write 1, 0.5 or -1: no plus, no bare dot.',
    ];
  }
  if (/^(?:true|false|null|none|undefined|nan|infinity|yes|no)$/i.test(word)) {
    return [
      'bad-word',
      `JSON does not know the word ${word}.`,
      'Write true, false or null, in small letters.',
    ];
  }
  if (/^\s*:/.test(after)) {
    return ['unquoted-key', `The key ${word} stands without quotation marks.`, `Write "${word}".`];
  }
  return ['unquoted-text', `${word} stands without quotation marks.`, 'Write a text as "text".'];
}
