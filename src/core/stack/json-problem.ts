import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Finding } from '../finding.ts';
import { problemAt } from './problem.ts';

const WORDS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  InvalidSymbol: [
    'Something here is no JSON.',
    'Put texts into straight double quotation marks; true, false and null stand without them.',
  ],
  InvalidNumberFormat: ['This number is not finished.', 'Write digits only, or put it into quotation marks.'],
  PropertyNameExpected: ['A key in quotation marks is missing here.', 'Write "key": value.'],
  ValueExpected: ['A value is missing here.', 'Write a value, or leave the key out.'],
  ColonExpected: ['A colon is missing after the key.', 'Write "key": value.'],
  CommaExpected: ['A comma is missing before this.', 'Write a comma after the entry before it.'],
  CloseBraceExpected: [
    'An object is not closed: the text ends too early.',
    'Paste the whole file, or write the missing }.',
  ],
  CloseBracketExpected: [
    'A list is not closed: the text ends too early.',
    'Paste the whole file, or write the missing ].',
  ],
  EndOfFileExpected: ['Something stands behind the end of the JSON.', 'Paste one JSON value at a time.'],
  UnexpectedEndOfComment: ['A comment is not closed.', 'Write the missing */.'],
  UnexpectedEndOfString: ['The quotation mark that ends this text is missing.', 'Write a " at its end.'],
  UnexpectedEndOfNumber: ['This number is not finished.', 'Write digits after the dot or the e.'],
  InvalidUnicode: ['A \\u needs four hexadecimal digits.', 'Write for example "\\u00e9".'],
  InvalidEscapeCharacter: [
    'JSON does not know this escape.',
    'Write a backslash twice: "C:\\\\tools" for C:\\tools.',
  ],
  InvalidCharacter: ['A control character stands in this text as it is.', 'Write it as an escape: \\n, \\t.'],
};

/** What is wrong with JSON, in words that quote none of it. */
export function jsonProblem(error: ParseError | undefined, line: number): Finding {
  const name = error === undefined ? '' : printParseErrorCode(error.error);
  const [message, hint] = WORDS[name] ?? ['This is no JSON.', 'Paste JSON or TOML as it stands in the file.'];
  return problemAt('json-syntax', line, '', message, hint);
}
